"""Pictures: what figures look like on a phone. Nothing here is imported before the first one is drawn, as the library
for it takes memory; drawing takes a thread. The same figures give the same picture."""
