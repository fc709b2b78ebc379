bot-description =
    Hi! Here you can
    • book a place in two taps,
    • wait for one where it’s full, with your true place in line,
    • get a seat that comes free: it’s held for you until you answer,
    • move or cancel a booking when your plans change.

    Tap Start, and you’ll see what’s on.
