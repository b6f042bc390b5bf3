"""Dotty's memory: the tables, the Store, and the migrations. Knows nothing of the bot."""

from storage.comparing import Compared
from storage.engine import open_engine, place_of
from storage.faults import Fault, fault_of
from storage.faults import NewerDatabaseError as NewerDatabase
from storage.migrate import migrate
from storage.room import FullError
from storage.shapes import Card, Criteria, Export, Incoming, Ledger, Merge, NewContact, Step, TagCount, Told
from storage.store import Store
from storage.turns import Turn

__all__ = [
    "Card",
    "Compared",
    "Criteria",
    "Export",
    "Fault",
    "FullError",
    "Incoming",
    "Ledger",
    "Merge",
    "NewContact",
    "NewerDatabase",
    "Step",
    "Store",
    "TagCount",
    "Told",
    "Turn",
    "fault_of",
    "migrate",
    "open_engine",
    "place_of",
]
