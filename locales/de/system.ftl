# What the bot says about itself: commands, failures, the admin group.
command-start = Los geht’s
command-events = Einen Platz finden
command-my = Meine Plätze und Wartelisten
command-month = Was ich mir für den Monat wünsche
command-settings = Sprache
command-help = Was ich kann
command-cancel = Die offene Frage verwerfen
command-admin-events = Termine: Buchungen, Warteliste, Angebote
command-admin-services = Leistungen, Vorlagen, Import
command-admin-batch = Der Monat: Wünsche, und wer was möchte
command-admin-export = Ein Monat als Datei: CSV, XLSX, JSON
command-admin-audit = Wer was wann und warum geändert hat
command-admin-whatif = Wer käme hinein oder fiele heraus, wenn …
command-admin-roles = Wer hier was darf
command-admin-help = Was hier möglich ist
error-apology = Entschuldige, bei uns ist etwas schiefgegangen. Es wurde nichts geändert. Code: { $code }
refusal-card = { $text }
group-bound = Das ist jetzt die Admin-Gruppe. Fang mit /events an.
group-unbound = Diese Gruppe ist nicht meine Admin-Gruppe. Wenn sie es werden soll, starte mich mit <code>ADMIN_CHAT_ID={ $chat }</code>.
bot-about = Buche einen Platz, warte auf einen und bekomme ihn in dem Moment, in dem er frei wird.
topic-lock = Sperren
topic-batch = Der Monat
topic-anomaly = Ungewöhnliches
topic-ops = Technik
topic-seats = Plätze
