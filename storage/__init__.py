"""Dotty's memory: the tables, the Store, and the migrations. Knows nothing of the bot.

The Store and what it takes and gives are imported when they are first asked for (PEP 562). Opening a database, with which
every start begins, needs none of them, and they take as long as all else that a start imports of its own.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from storage.engine import open_engine, place_of
from storage.faults import Fault, fault_of
from storage.faults import NewerDatabaseError as NewerDatabase
from storage.migrate import migrate

if TYPE_CHECKING:
    from storage.comparing import Compared
    from storage.room import FullError
    from storage.shapes import Card, Criteria, Export, Incoming, Ledger, Merge, NewContact, Step, TagCount, Told
    from storage.store import Store
    from storage.turns import Turn
else:
    _ELSEWHERE = {"Compared": "comparing", "FullError": "room", "Store": "store", "Turn": "turns"}

    def __getattr__(name):
        if name not in __all__:
            raise AttributeError(f"module 'storage' has no attribute {name!r}")
        return getattr(import_module(f"storage.{_ELSEWHERE.get(name, 'shapes')}"), name)


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
