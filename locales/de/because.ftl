### Was Admins in der Gruppe eintippen: ein Grund in eigenen Worten, der Name einer Vorlage.

admin-button-because-other = Ein anderer Grund …
because-what = Danach bestätigst du: „{ $text }“
because-ask = { $admin }, was ist der Grund? Antworte auf diese Nachricht mit einer Zeile von höchstens { $most } Zeichen. Er bleibt im Verlauf; wer benachrichtigt wird, liest ihn auch.
admin-button-because-field = Der Grund
preset-ask-name = { $admin }, unter welchem Namen soll ich diese Regeln behalten? Antworte auf diese Nachricht. Gibt es den Namen schon, wird es eine neue Version.
admin-button-preset-name-field = Name der Vorlage
question-missed = { $admin }, war das deine Antwort? Bitte antworte direkt auf diese Frage: Nur das zählt.
label-question-missed-field = Deine Antwort
