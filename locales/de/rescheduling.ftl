reschedule-late = Für den alten Termin ist es zu spät, ohne Weiteres zu stornieren: Umbuchen gilt als kurzfristige Stornierung.
reschedule-rule = Den neuen Termin kannst du bis { $until } Uhr ohne Weiteres stornieren.
reschedule-rule-late = Der neue Termin beginnt bald: Ihn zu stornieren gilt von Anfang an als kurzfristig.
