### Where the organiser gives the places: people ask for one, and an admin decides.

## Participants

button-ask = Ask for a place
button-ask-several = Ask for several places
button-take-back = Take my request back
label-take-back = Take back · { $when } · { $event }
toast-asked = Asked. You’ll hear from me.
toast-taken-back = Taken back.
request-stands = <b>You’ve asked for a place.</b> The organiser decides; you’ll hear from me.
request-next = The organiser decides who gets a place here. No seat is held for you meanwhile. You’ll hear from me.
question-drop-ask = The organiser hears of it after your last answer. /cancel forgets all of it.
party-asked = Asked: { $seats } seats for you and { $names }. The organiser decides; you’ll hear from me.
my-asked = <b>{ $event }</b>, { $when }: asked, waiting for an answer{ $seats ->
    [one] { "" }
   *[other] , { $seats } seats
}

## Letters

request-made = <b>Your request is with the organiser</b>
request-declined = The organiser can’t give you a place for <b>{ $event }</b>, { $when }.
request-taken-back = You’ve taken back your request for <b>{ $event }</b>, { $when }.
request-closed = Your request for <b>{ $event }</b>, { $when }, is over: nobody answered in time. Sorry!
request-shifted = The time of <b>{ $event }</b> has changed: it’s { $when } now. Your request stays; if the new time doesn’t suit you, take it back.
booking-granted = <b>The organiser said yes: you’re booked</b>
entry-granted = <b>The organiser has put you on the waitlist</b>

## Refusals

refusal-self-service-off = The organiser gives the places here: ask for one.
refusal-self-service-on = No need to ask any more: you can book by yourself.
refusal-already-asked = You’ve asked for a place here already. The organiser decides.
refusal-request-over = This request isn’t open any more. /my shows what you have.
admin-refusal-request-over = This request isn’t open any more.
admin-refusal-already-waiting = This person is on the waitlist already.

## Admins

admin-request-head = A request for <b>{ $event }</b>, { $when }:
admin-request-who = <b>{ $name }</b> asks for { $seats ->
    [one] 1 seat
   *[other] { $seats } seats
}
admin-request-at = Asked: { $when }
admin-request-now = Free: { $free } · waiting: { $waiting }
admin-request-granted = ✓ { $by } said yes: { $when }
admin-request-declined = ✗ { $by } declined: { $when }
admin-request-taken-back = Taken back by the person: { $when }
admin-request-closed = Over, nobody needs to decide any more: { $when }
admin-requests-head =
    <b>{ $event }</b>, { $when }
    { $total ->
        [0] Nobody asks for a place.
        [one] 1 person asks for a place
       *[other] { $total } people ask for a place
    }
label-request = { $name }{ $seats ->
    [one] { "" }
   *[other] { " " }· { $seats } seats
}
admin-event-requests = Requests to decide: { $count }
admin-button-requests = Requests ({ $count })
admin-button-request-book = Book
admin-button-request-book-passing = Book ({ $waiting ->
    [one] 1 waits
   *[other] { $waiting } wait
})
admin-button-request-book-because = Book: { $reason }
admin-button-request-line = Put on the waitlist
admin-button-request-decline = Decline
admin-button-request-decline-because = Decline: { $reason }
admin-ask-request-book = Book <b>{ $name }</b> ({ $seats ->
    [one] 1 seat
   *[other] { $seats } seats
}), although others wait?
admin-request-passed = { $waiting ->
    [one] 1 person waits for a seat here and is passed over.
   *[other] { $waiting } people wait for a seat here and are passed over.
}
admin-ask-request-decline = Decline the request of <b>{ $name }</b> ({ $seats ->
    [one] 1 seat
   *[other] { $seats } seats
})?
admin-done-request-line = { $name } is on the waitlist.
admin-done-request-decline = Declined: { $name } is told.
admin-reason-no-room = No place is left
admin-reason-other-level = Better another level
admin-reason-other-date = Better another date
admin-reason-talk = Please talk to us first

## The switch

auto-self-off = Self-service is off: people ask for a place, and you decide.
admin-button-auto-self-off = Switch self-service off
admin-button-auto-self-on = Switch self-service on
auto-ask-self-off = Switch self-service off for this service? People can’t book, join the waitlist or move to another date by themselves any more: they ask for a place, and one of you decides. Bookings and places in line stay, people can still cancel and answer offers, and free seats go to the line as before.
auto-ask-self-on = Switch self-service on for this service? People book and join the waitlist by themselves again.
auto-self-dates = { $count ->
    [one] It concerns 1 upcoming date.
   *[other] It concerns { $count } upcoming dates.
}
auto-self-requests = { $count ->
    [one] 1 open request stays for you to decide.
   *[other] { $count } open requests stay for you to decide.
}
admin-done-self-off = Self-service is off: requests come to this group.
admin-done-self-on = Self-service is on.

## The history

fact-self-service-off = Self-service switched off for the service
fact-self-service-on = Self-service switched on for the service
fact-request-made = Asked for a place ({ $seats ->
    [one] 1 seat
   *[other] { $seats } seats
})
fact-request-granted = Request granted with a booking
fact-request-granted-line = Request granted with a place on the waitlist
fact-request-declined = Request declined
fact-request-taken-back = Request taken back
fact-request-closed = Request over: nobody decided in time
fact-request-closed-cancelled = Request over: the event is cancelled
fact-request-closed-served = Request over: has a place by another way
fact-booking-made-request = Booked on request ({ $seats ->
    [one] 1 seat
   *[other] { $seats } seats
})
admin-button-answers = Answers
