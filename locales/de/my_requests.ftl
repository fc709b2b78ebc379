### What participants answered when they asked for a place, as it stands among what is theirs.

label-answers = Antworten · { $when } · { $event }
my-answers = Deine Antworten: { $text }
