### Amit az előzmények egy kiválasztott módról mondanak.

fact-event-configured-mode = Várólista-szabályok beállítva az alkalomnál: { $mode }
fact-service-configured-mode = Várólista-szabályok beállítva a szolgáltatásnál: { $mode }

## /help modes: a legrövidebb válasz, és a csomagok

auto-guide-short =
    Amikor felszabadul egy hely, a mód dönti el, mi történik a várólistával. Röviden:
    • mindenről te akarsz dönteni: Kézi kezelés
    • minél gyorsabban teljenek be a helyek: Automatikus léptetés a várólistáról
    • senki ne kapjon foglalást igen nélkül: Feltöltés ajánlatokkal a várólistáról
    • több összetartozó alkalom egyenletesen teljen: Kiegyenlítő feltöltés több alkalom között
auto-guide-plans = <b>Melyik csomagban mi van</b>
auto-guide-plan = { $name }: { $names }
