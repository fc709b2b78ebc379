# What the bot says about itself: commands, failures, the admin group.
command-start = Kezdés
command-events = Hely keresése
command-my = Helyeim és várólistáim
command-month = Mit szeretnék a következő hónapban
command-settings = Nyelv
command-help = Miben segíthetek
command-cancel = A nyitott kérdés elfelejtése
command-admin-events = Alkalmak: foglalások, várólista, ajánlatok
command-admin-services = Szolgáltatások, minták, import
command-admin-batch = A hónap: kívánságok, ki mit szeretne
command-admin-export = Egy hónap fájlként: CSV, XLSX, JSON
command-admin-audit = Ki, mit, mikor és miért változtatott
command-admin-whatif = Ki jutna be és ki esne ki, ha …
command-admin-roles = Ki mit tehet itt
command-admin-help = Mit lehet itt tenni
error-apology = Elnézést, nálunk hiba történt. Semmi sem változott. Kód: { $code }
refusal-card = { $text }
group-bound = Mostantól ez az adminok csoportja. Kezdd ezzel: /events.
group-unbound = Ez nem az adminok csoportja. Ha azt szeretnéd, így indíts el: <code>ADMIN_CHAT_ID={ $chat }</code>.
bot-about = Foglalj helyet, várj rá, és kapd meg abban a pillanatban, amikor felszabadul.
topic-lock = Zárolások
topic-batch = A hónap
topic-anomaly = Szokatlan
topic-ops = Technikai
topic-seats = Helyek
