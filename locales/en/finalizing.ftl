### Before a balancing is finalized, or automation frozen, admins read what that would do.

admin-button-split-finalize-do = Finalize now
finalize-ask = <b>Finalize the balancing of { $count ->
    [one] this date
   *[other] these { $count } dates
}?</b> Nothing is done yet.
finalize-withdrawn = Open offers that are taken back:
finalize-moved = They have a seat now and give up their place in line:
finalize-back = Back at their place in line:
finalize-out = They leave the line or pause:
finalize-line = • { $name }: { $when }
finalize-place = • { $name }: { $when }, number { $position }
finalize-reserve = • { $name }: reserve list, number { $position }
finalize-more = … and { $count } more
finalize-nobody = It changes nothing for anybody.

freeze-ask = <b>Freeze automation for this event?</b>
freeze-offers = { $count ->
    [0] No offer is open.
    [one] 1 open offer stays. If nobody takes the seat, it waits for your decision.
   *[other] { $count } open offers stay. Seats that nobody takes wait for your decision.
}
