bot-description =
    Hallo! Hier kannst du
    • mit zweimal Tippen einen Platz buchen,
    • auf einen warten, wo alles voll ist, und siehst, wo du in der Reihe stehst,
    • einen Platz bekommen, der frei wird: Er bleibt dir, bis du antwortest,
    • umbuchen oder stornieren, wenn sich etwas ändert.

    Tippe auf „Starten“, dann zeige ich dir, was es gibt.
