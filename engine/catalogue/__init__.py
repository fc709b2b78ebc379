"""The catalogue: what a file says about account, services and events, proven right before anything is written.

Pure and without a library: `bot/catalogue_file` reads YAML, JSON, CSV and XLSX into nodes with lines, `check` makes a
`Catalogue` of them or raises every error at once.
"""

from engine.catalogue.check import check
from engine.catalogue.nodes import Field, Fields, Items, Node, Scalar
from engine.catalogue.people import PersonPlan, people
from engine.catalogue.plans import (
    AccountPlan,
    Catalogue,
    EventPlan,
    Kind,
    Known,
    SeriesPlan,
    ServicePlan,
)
from engine.catalogue.problems import CatalogueErrors, Problem

__all__ = [
    "AccountPlan",
    "Catalogue",
    "CatalogueErrors",
    "EventPlan",
    "Field",
    "Fields",
    "Items",
    "Kind",
    "Known",
    "Node",
    "PersonPlan",
    "Problem",
    "Scalar",
    "SeriesPlan",
    "ServicePlan",
    "check",
    "people",
]
