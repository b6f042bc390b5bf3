"""Dotty's memory: the tables, the Store, and the migrations. Knows nothing of the bot."""

from storage.engine import open_engine, place_of
from storage.faults import Fault, fault_of
from storage.faults import NewerDatabaseError as NewerDatabase
from storage.migrate import migrate
from storage.shapes import Card, Export, NewContact, Step
from storage.store import Store

__all__ = [
    "Card",
    "Export",
    "Fault",
    "NewContact",
    "NewerDatabase",
    "Step",
    "Store",
    "fault_of",
    "migrate",
    "open_engine",
    "place_of",
]
