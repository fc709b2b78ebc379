"""The catalogue: what a file says about account, services and events, proven right before anything is written.

Pure and without a library: `bot/catalogue_file` reads YAML, JSON, CSV and XLSX into nodes with lines, `check` makes a
`Catalogue` of them or raises every error at once.
"""

from engine.catalogue.plans import (
    AccountPlan,
    Catalogue,
    EventPlan,
    Kind,
    Known,
    SeriesPlan,
    ServicePlan,
)

__all__ = ["AccountPlan", "Catalogue", "EventPlan", "Kind", "Known", "SeriesPlan", "ServicePlan"]
