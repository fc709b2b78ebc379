### What the history says of a mode that was chosen.

fact-event-configured-mode = Rules of the waitlist set for the event: { $mode }
fact-service-configured-mode = Rules of the waitlist set for the service: { $mode }
