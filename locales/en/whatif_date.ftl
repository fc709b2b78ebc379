### /whatif about another time of an event. `$new` and `$until` are times, `$names` and `$more` people.

whatif-date = <b>It begins { $new } instead:</b>
whatif-keeps = → Keeps the seat, without a question, as no time to answer is left: { $names }{ $more ->
    [0] { "" }
   *[other] { " " }and { $more } more
}
whatif-asked = → Keeps the seat, and is asked whether the new time suits, until { $until }: { $names }{ $more ->
    [0] { "" }
   *[other] { " " }and { $more } more
}
whatif-renewed = → The open offer ends, another is made: { $names }{ $more ->
    [0] { "" }
   *[other] { " " }and { $more } more
}
admin-button-whatif-date = Another time
words-whatif-date = date time start
whatif-no-date = “{ $text }” gives no day and no time. Write when it should begin, for example: <code>/whatif { $code } date 2026-12-02 18:00</code>
