### What a service asks before a booking or a place in line; `$text` is a question, `$what` an answer.

## Participants

question-head = <b>{ $event }</b>, { $when }{ $total ->
    [one] {""}
   *[other] {" "}· question { $first } of { $total }
}
question-text = <b>{ $text }</b>
question-drop = Nothing is booked until the last answer. /cancel forgets all of it.
question-hint-text = Please write your answer, 200 characters at most. For example: vegetarian.
question-hint-choice = Please tap one of the buttons.
question-hint-number = Please write a number, for example { $count }.
question-hint-least = Please write a number, { $least } or more. For example { $count }.
question-hint-most = Please write a number, { $most } or less. For example { $count }.
question-hint-between = Please write a number from { $first } to { $last }, for example { $count }.
question-hint-phone = Please write your phone number, for example +36 30 123 4567.
question-hint-email = Please write your e-mail address, for example anna@example.com.
question-hint-skip = You don’t have to answer this one.
button-yes = Yes
button-no = No
button-skip = Skip
label-same = As last time: { $text }
button-answers = My answers
label-number = { NUMBER($count, useGrouping: 0, maximumFractionDigits: 2) }
answer-line = { $text } <b>{ $what }</b>
answer-line-gone = { $text } <b>{ $what }</b> (not asked any more)
answer-none = { $text } <i>not answered</i>
answers-head = <b>Your answers</b> for { $event }, { $when }
answers-hint = Tap a question to change its answer.
answers-late = Answers can be changed until the start.
answers-done = Thank you, that was all I needed to know.
answers-kept = I’ve written that down.
toast-answer-kept = Changed.

## Why not

refusal-answers-needed = The organiser asks something before that. Please try again.
refusal-answer-too-long = That doesn’t fit. Please write 1 to { $most } visible characters, for example: vegetarian.
refusal-answer-no-number = That isn’t a number. Please write digits, for example 12 or 7.5.
refusal-answer-too-small = That’s too little. Please write { $least } or more.
refusal-answer-too-large = That’s too much. Please write { $most } or less.
refusal-answer-no-choice = Please tap one of the buttons below the question.
refusal-answer-no-phone = That isn’t a phone number. Please write 6 to 15 digits, for example +36 30 123 4567.
refusal-answer-no-email = That isn’t an e-mail address. Please write it like anna@example.com.
refusal-question-gone = That question is answered or not asked any more. This is how it is now.

## The admins' group

admin-button-questions = Questions
admin-questions-whose = <b>Questions</b>: of which service?
label-service-name = { $name }
admin-questions-head = <b>{ $service }</b>: { $count ->
    [0] nothing is asked before a booking or a place in line.
    [one] 1 question before a booking or a place in line.
   *[other] { $count } questions before a booking or a place in line.
}
admin-questions-of = <b>{ $service }</b>: questions
admin-questions-line = { $first }. { $text } ({ $kind })
admin-questions-line-optional = { $first }. { $text } ({ $kind }, may be skipped)
admin-question-kind-text = text
admin-question-kind-number = number
admin-question-kind-choice = choice
admin-question-kind-yes-no = yes or no
admin-question-kind-phone = phone number
admin-question-kind-email = e-mail address
admin-question-words = { $name }: <b>{ $text }</b>
admin-question-kind = Answer: { $kind }
admin-question-choice = • { $text }
admin-question-least = At least { $text }
admin-question-most = At most { $text }
admin-question-required = Nobody gets in without an answer.
admin-question-optional = This question may be skipped.
admin-button-question-add = New question
admin-button-question-up = ↑ Earlier
admin-button-question-down = ↓ Later
admin-button-question-required = Must be answered
admin-button-question-optional = May be skipped
admin-button-question-drop = Remove
label-question-language = Also in { $name }
admin-button-question-bounds = Smallest and largest
admin-button-question-field = Your answer
admin-question-drop-ask =
    <b>{ $text }</b>
    Remove this question? Nobody is asked it any more. What was answered stays on the bookings, with the question.
admin-question-ask-kind = What do people answer?
admin-question-ask-words = { $admin }, what is the question in { $name }? Reply to this message.
admin-question-ask-choices = { $admin }, what can be chosen, in { $name }? Reply to this message, one choice a line.
admin-question-ask-bounds = { $admin }, which numbers are right? Reply to this message with the smallest and the largest, like 14-99.
admin-question-known = In the same order as: { $text }
admin-question-ask-save = Must it be answered? With this tap it is asked from now on.
admin-done-question-added = From now on this is asked.
admin-done-question-moved = Moved.
admin-done-question-required = Must be answered now.
admin-done-question-optional = May be skipped now.
admin-done-question-dropped = Removed.
admin-refusal-question-gone = The questions have changed: this is how they are now.
refusal-question-twice = This is asked already: see the questions as they are now.
refusal-too-many-questions = At most { $most } questions: remove one first.
refusal-question-unusable = A question is 1 to { $most } visible characters. Please answer once more.
refusal-choices-unusable = Please write 2 to { $most } different choices, one a line, with at most { $count } characters each.
refusal-choices-uneven = Please write as many choices as in the other language: { $wanted }, one a line.
refusal-bounds-unusable = Please write two whole numbers, the smaller first, like 14-99.
fact-answered = Answers changed
fact-question-added = New question: { $name }
fact-question-removed = Question removed: { $name }
fact-question-moved = Question moved: { $name }
fact-question-required = Must be answered now: { $name }
fact-question-optional = May be skipped now: { $name }

## Mistakes in files

admin-wanted-questions-choices = 2 to { $most } different choices
admin-wanted-questions-many = at most { $most } questions
admin-wanted-questions-most = not less than min ({ $least })
admin-wanted-questions-no-choices = choices only where the kind is choice
admin-wanted-questions-no-number = min and max only where the kind is number
