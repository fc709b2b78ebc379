"""What screens and letters read: `engine.views.Views` on a read engine.

Never under a lock, and nothing here is accepted by a rule. One screen sees one moment of the database. A card costs
two statements and a page no more than a card; only where seats are free while somebody waits, the rules' own state is
loaded too, so that a card says exactly what a tap will meet.
"""

from storage.views.sql import SqlViews

__all__ = ["SqlViews"]
