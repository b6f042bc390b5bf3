"""Dotty's memory: the tables, the Store, and the migrations. Knows nothing of the bot."""

from storage.comparing import Compared
from storage.engine import open_engine, place_of
from storage.faults import Fault, fault_of
from storage.faults import NewerDatabaseError as NewerDatabase
from storage.migrate import migrate
from storage.room import FullError
from storage.shapes import Card, Criteria, Export, Incoming, Merge, NewContact, Step, TagCount
from storage.store import Store

__all__ = [
    "Card",
    "Compared",
    "Criteria",
    "Export",
    "Fault",
    "FullError",
    "Incoming",
    "Merge",
    "NewContact",
    "NewerDatabase",
    "Step",
    "Store",
    "TagCount",
    "fault_of",
    "migrate",
    "open_engine",
    "place_of",
]
