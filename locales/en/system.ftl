# What the bot says about itself: commands, failures, the admin group.
command-start = Start
command-events = Find a place
command-my = My places and waits
command-month = What I’d like in the coming month
command-settings = Language
command-help = What I can do
command-cancel = Drop the open question
command-admin-events = Events: bookings, waitlist, offers
command-admin-services = Services, templates, import
command-admin-batch = The month: wishes and who wants what
command-admin-export = A month as a file: CSV, XLSX, JSON
command-admin-audit = Who changed what, when and why
command-admin-whatif = Who would get in or out if …
command-admin-roles = Who may do what here
command-admin-help = What can be done here
error-apology = Sorry, something went wrong on our side. Nothing was changed. Code: { $code }
refusal-card = { $text }
group-bound = This is the admin group now. Begin with /events.
group-unbound = This group is not my admin group. To make it that, start me with <code>ADMIN_CHAT_ID={ $chat }</code>.
bot-about = Book a place, wait for one, and get it the moment it comes free.
topic-lock = Locks
topic-batch = The month
topic-anomaly = Unusual
topic-ops = Technical
topic-seats = Seats
