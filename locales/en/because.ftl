### Answers that admins type in the group: a reason in their own words, the name of a preset.

admin-button-because-other = Another reason …
because-what = Then you confirm: “{ $text }”
because-ask = { $admin }, what is the reason? Reply to this message with one line of up to { $most } characters. It is kept in the history; where people are told, they read it too.
admin-button-because-field = The reason
preset-ask-name = { $admin }, under which name shall I keep these rules? Reply to this message. A name that is there already gets a new version.
admin-button-preset-name-field = Name of the preset
question-missed = { $admin }, was that your answer? Please reply to this question: only a reply counts.
label-question-missed-field = Your answer
