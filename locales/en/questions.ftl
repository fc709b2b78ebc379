### What a service asks before a booking or a place in line; `$text` is a question, `$what` an answer.

## Participants

question-head = <b>{ $event }</b>, { $when } · question { $first } of { $total }
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
button-same = As last time: { $text }
button-answers = My answers
answer-number = { NUMBER($count, useGrouping: 0, maximumFractionDigits: 2) }
answer-line = { $text } <b>{ $what }</b>
answer-line-gone = { $text } <b>{ $what }</b> (not asked any more)
answer-none = { $text } <i>not answered</i>
answers-head = <b>Your answers</b> for { $event }, { $when }
answers-change = Tap a question to change its answer.
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
