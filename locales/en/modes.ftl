### What the history says of a mode that was chosen.

fact-event-configured-mode = Rules of the waitlist set for the event: { $mode }
fact-service-configured-mode = Rules of the waitlist set for the service: { $mode }

## /help modes: the shortest answer, and the plans

auto-guide-short =
    When a seat comes free, the mode says what happens to the waitlist. In short:
    • you want to decide everything yourself: Manual handling
    • seats are to be filled as fast as possible: Automatic waitlist promotion
    • nobody is to be booked without a yes: Offer-based waitlist filling
    • several related dates are to fill evenly: Multi-event balancing fill
auto-guide-plans = <b>What each plan has</b>
auto-guide-plan = { $name }: { $names }
