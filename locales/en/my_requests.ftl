### What participants answered when they asked for a place, as it stands among what is theirs.

label-answers = Answers · { $when } · { $event }
my-answers = Your answers: { $text }
