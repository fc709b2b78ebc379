reschedule-late = It is too late to cancel the old date freely: moving counts as a late cancellation.
reschedule-rule = You can cancel the new date freely until { $until }.
reschedule-rule-late = The new date begins soon: cancelling it would count as late at once.
