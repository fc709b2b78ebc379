### How freed seats are handled: modes, their rules, presets, the account's switches. `$event` is the service's name.

auto-head = <b>Automation: { $event }</b>, { $when }
auto-head-service = <b>Automation: { $service }</b>
auto-follows = This date follows its service’s rules.
auto-own = This date has rules of its own; for everything else it follows its service.
auto-concerns = { $count ->
    [0] No upcoming date yet.
    [one] Applies to 1 upcoming date
   *[other] Applies to { $count } upcoming dates
}{ $first ->
    [0] .
    [one] , except what 1 of them sets for itself.
   *[other] , except what { $first } of them set for themselves.
}
auto-line = • { $text }
auto-mode-line = <b>{ $mode }</b>: { $text }
auto-new = <b>If you save this:</b>

## The modes, in a sentence

auto-about-manual = You decide about every free seat; nothing happens by itself.
auto-about-legacy = A free seat goes to the first suitable person in line at once, without asking.
auto-about-offer = A free seat is offered to whoever is next and held until they answer.
auto-about-splitter = Free seats are balanced over several related dates: first a plan, then the offers.
auto-mode-locked = “{ $mode }” isn’t part of your plan, { $name }. These plans have it: { $names }.

## The rules, in sentences

auto-rule-validity-start = An offer is open by time to start: 12 hours long before it, 2 hours in the last two days, 20 minutes in the last 12 hours.
auto-rule-validity = An offer is open for { $length }.
auto-rule-parallel = { $count ->
    [0] As many offers are open at once as there are free seats.
    [1] One offer at a time.
   *[other] Up to { $count } offers are open at once.
}
auto-rule-call-none = No last call before the start.
auto-rule-call = Last call: once the start is less than { $length } away, everybody in line is asked at once, the first tap wins.
auto-rule-cutoff-none = Seats are offered until the start.
auto-rule-cutoff = No offers once the start is less than { $length } away.
auto-rule-quiet-none = No quiet hours.
auto-rule-quiet = Quiet hours { $times }: nobody is woken, and no time runs off.
auto-rule-confirm-none = Nobody is booked without a yes, unless they asked for it.
auto-rule-confirm = Once the start is less than { $length } away, the next person is booked without asking.
auto-rule-order-line = In the order of the line.
auto-rule-order-lottery = By lot among equal priorities, drawn from the number <code>{ $code }</code>: with it anybody can check the order.
auto-rule-fit-strict = Strict order: a large party waits until enough seats are free, and everybody behind it too.
auto-rule-fit-best = { $count ->
    [one] If a party does not fit, a smaller one behind it may go first, but only once.
   *[other] If a party does not fit, a smaller one behind it may go first, { $count } times at most.
}
auto-rule-missed = A missed offer costs nothing the first time, then the place moves to the end of the line, the third time it is gone. Everybody is told. This is fixed.

## Choices on buttons

label-choice-start = By time to start
label-choice-none = Off
label-choice-before = { $length } before the start
label-choice-quiet = { $times }
label-choice-parallel = { $count ->
    [0] As many as free seats
    [1] One at a time
   *[other] { $count } at once
}
label-choice-line = Order of the line
label-choice-lottery = Lottery
label-choice-strict = Strict order
label-choice-best = { $count ->
    [one] Best fit, skip once
   *[other] Best fit, skip { $count } times
}

## Buttons

admin-button-automation = Automation
admin-button-auto-mode = Change mode
admin-button-auto-validity = Offer open for
admin-button-auto-parallel = Offers at once
admin-button-auto-call = Last call
admin-button-auto-cutoff = Cut-off
admin-button-auto-quiet = Quiet hours
admin-button-auto-confirm = Book without asking
admin-button-auto-order = Order
admin-button-auto-fit = Parties
admin-button-auto-more = More rules
admin-button-auto-follow = Use the service’s rules
admin-button-auto-presets = Presets
admin-button-auto-account = Account
admin-button-auto-service = The service’s rules
admin-button-auto-guide = Which mode to choose?
admin-button-auto-save = Save
admin-button-auto-keep = Save, keep open offers
admin-button-auto-withdraw = Save, withdraw open offers

## What a change would come to

label-effect-offered = Offered at once to { $names }{ $more ->
    [0] { "" }
   *[other] { " " }and { $more } more
}.
label-effect-booked = Booked at once: { $names }{ $more ->
    [0] { "" }
   *[other] { " " }and { $more } more
}.
label-effect-called = Last call at once to { $names }{ $more ->
    [0] { "" }
   *[other] { " " }and { $more } more
}.
label-effect-waits = { $count ->
    [one] 1 free seat would wait for your decision.
   *[other] { $count } free seats would wait for your decision.
}
auto-effect-line = → { $text }
auto-effect-none = → Nothing changes for anybody right now.
auto-effect-stops = → Nothing would be filled by itself any more.
auto-effect-starts = → From now on free seats would be filled by themselves.
auto-open-offers = { $count ->
    [one] <b>1 offer is open.</b> Kept, it stays until it ends. Withdrawn, the person keeps the place in line and is told once, and then:
   *[other] <b>{ $count } offers are open.</b> Kept, they stay until they end. Withdrawn, the people keep their places in line and are told once, and then:
}
admin-done-auto = Saved.

## Presets

auto-presets = { $count ->
    [0] No presets yet. A preset keeps mode and rules under a name, so that you can use them elsewhere.
    [one] 1 preset
   *[other] { $count } presets
}
auto-preset = Preset: <b>{ $name }</b>, version { $count }
auto-preset-made = Saved by { $by }, { $when }
auto-preset-used = { $count ->
    [0] Not in use.
    [one] In use in 1 place.
   *[other] In use in { $count } places.
}
auto-preset-drop = Delete <b>{ $name }</b>, version { $count }? Other versions stay.
label-preset = { $name }, version { $count }{ $total ->
    [0] { "" }
   *[other] { " " }· used { $total }×
}
admin-button-auto-keep-preset = Save these rules as preset
admin-button-auto-apply = Use it here
admin-button-auto-version = New version from here
admin-button-auto-drop = Delete
admin-done-preset = Saved as { $name }.
admin-done-preset-gone = { $name } is deleted.

## The account

auto-account = <b>{ $name }</b>
auto-fill-on = Automatic filling is on.
auto-fill-off = ⏸ Automatic filling is off: for no date anything happens by itself.
auto-confirmed = Bookings are confirmed at once.
auto-pending = Bookings wait until one of you confirms them.
auto-ask-fill-off = Switch automatic filling off for the whole account? Open offers stay until they end; after that every free seat waits for you.
auto-ask-fill-on = Switch automatic filling on for the whole account? Each date goes by its own mode again.
auto-ask-pending = Should new bookings wait until one of you confirms them? Those that are confirmed stay so.
auto-ask-confirmed = Should new bookings be confirmed at once? Those that wait now still need your yes.
admin-button-auto-fill-off = Switch automatic filling off
admin-button-auto-fill-on = Switch automatic filling on
admin-button-auto-pending = Confirm bookings by hand
admin-button-auto-confirmed = Confirm bookings at once

## /help modes

label-help-modes = modes
auto-guide-head = <b>Which mode to choose</b>
auto-guide-manual = <b>Manual handling</b>: you decide about every freed seat. Choose it when control comes first and no more seats come free than you can look after. Right for healthcare, strict approval, many exceptions. Nobody is booked without you; it takes your time, and a seat stays empty until you look.
auto-guide-legacy = <b>Automatic waitlist promotion</b>: the first in line is booked at once. Choose it when speed comes first and you don’t need a yes for every seat. Right for a small yoga or fitness group: fast, simple, hardly any work, few empty seats. Nobody is asked first, but whoever moves up may cancel free of charge for a while.
auto-guide-offer = <b>Offer-based waitlist filling</b>: the next person gets an offer and decides; first those who wait for the date, then the service’s reserve list. Choose it wherever a clear yes counts. Right for a premium workshop. You can see which offers are open, accepted, declined or expired. Answers take time, so a seat may stay free a little longer.
auto-guide-splitter = <b>Multi-event balancing fill</b>: looks at related dates together (from one date on, on the same day, or at the same time) and evens them out in three steps: plan, offers, finalization. You see a simulation first, then it happens for real. Choose it when all dates together matter more than a single one. Right for parallel sessions of one course. There is more to set up.
auto-guide-when = Seats are filled when somebody cancels (you or they), moves to another date or declines, as long as automatic filling is on for your account. You can change the mode at any time with “Automation” on a date’s card: you see what it comes to before anything is saved.
