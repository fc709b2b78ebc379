"""Services: the only shell around the rules. Each makes one decision: what to lock, which rule, who asks.

A service returns the committed facts, so that the door can say what happened.
"""
