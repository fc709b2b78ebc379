"""Catalogues in the database: written all or nothing, codes stable, nothing ever deleted, twice the same changes
nothing. What a file may say is judged before, in `engine.catalogue`."""

from storage.catalogue.importing import import_catalogue
from storage.catalogue.known import known
from storage.catalogue.people import PeopleReport, PersonChange, import_people
from storage.catalogue.report import Change, Conflict, ImportRefused, ImportReport
from storage.catalogue.writing import Importer

__all__ = [
    "Change",
    "Conflict",
    "ImportRefused",
    "ImportReport",
    "Importer",
    "PeopleReport",
    "PersonChange",
    "import_catalogue",
    "import_people",
    "known",
]
