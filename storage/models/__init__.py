"""The tables, and with them the words the whole program shares.

Instants are timezone-aware UTC; days (`…_on`) are calendar days in the user's own zone. Ids of users, chats and
messages are BIGINT, for Telegram's exceed 32 bits. There are no relationships: the Store joins what it needs.
"""

from storage.models.base import BigId
from storage.models.changes import Change
from storage.models.fleet import Pace
from storage.models.imports import Import, ImportFile
from storage.models.outreach import Introduction, Nudge, NudgeMessage, Promise, Touch
from storage.models.people import (
    LONGEST_CADENCE,
    NAME_LENGTH,
    Contact,
    ContactPair,
    ContactPoint,
    ContactTag,
    ContactWord,
    Note,
    Tag,
    YearlyDate,
)
from storage.models.users import User

__all__ = [
    "LONGEST_CADENCE",
    "NAME_LENGTH",
    "BigId",
    "Change",
    "Contact",
    "ContactPair",
    "ContactPoint",
    "ContactTag",
    "ContactWord",
    "Import",
    "ImportFile",
    "Introduction",
    "Note",
    "Nudge",
    "NudgeMessage",
    "Pace",
    "Promise",
    "Tag",
    "Touch",
    "User",
    "YearlyDate",
]
