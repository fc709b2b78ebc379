"""`engine.views.Views` on a database, a file per subject."""

from storage.views.sql.events import EventViews
from storage.views.sql.house import HouseViews
from storage.views.sql.months import MonthViews
from storage.views.sql.past import PastViews
from storage.views.sql.places import PlaceViews
from storage.views.sql.runs import RunViews


class SqlViews(HouseViews, EventViews, PlaceViews, PastViews, MonthViews, RunViews):
    """See `engine.views.Views`. `now` tells the time."""
