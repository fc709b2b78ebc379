"""What admins do in their private group: the same law as the door's, and every tap's rights were judged before.

The first argument of every verb but `a-events` is the event, so that after a refusal its card can be shown afresh.
Exceptional changes carry a reason (`reasons`); whatever changes something says it in a toast (`outcome`).
"""
