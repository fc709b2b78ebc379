"""The cellar: keeps every fact and lets nobody in twice.

State that a rule judges is read after its lock, in the same transaction. The schema is the second referee: what a rule
let through by mistake, a constraint refuses. It knows the engine, and neither Telegram nor the words.
"""
