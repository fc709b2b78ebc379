"""The schema's history: one revision a change, SQL frozen as it was, up and down, for both databases.

A revision never imports `storage.tables`, which goes on changing; a test compares a migrated database with it.
"""
