### What participants answered when they asked for a place, as it stands among what is theirs.

label-answers = Válaszok · { $when } · { $event }
my-answers = Válaszaid: { $text }
