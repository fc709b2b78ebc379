"""What is done by itself: small functions that look for rows that are due, and let each decision judge again. Each says
how much it did; none owns truth, none keeps time (`bot.clock` does), and what is refused was overtaken."""
