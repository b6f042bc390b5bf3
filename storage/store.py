"""The whole interface to data. One method is one transaction; the user's id is the first argument of each, but for the
sending loop's, which is nobody's request: it works on all users' nudges by their ids."""

from storage.adding import Adding
from storage.briefing import Briefings
from storage.candidates import Candidates
from storage.claiming import Claiming
from storage.comparing import Comparing
from storage.contacts import ContactReads
from storage.doubles import Doubles
from storage.editing import Editing
from storage.erasing import Erasing
from storage.exporting import Exporting
from storage.follow_ups import FollowUps
from storage.imports import Imports
from storage.introducing import Introductions
from storage.model_asks import ModelAsks
from storage.nudges import Nudges
from storage.pace import Paces
from storage.promises import Promises
from storage.replies import Replies
from storage.searching import Searching
from storage.sending import Sending
from storage.settling import Settling
from storage.sorting import Sorting
from storage.tagging import Tagging
from storage.touches import Touches
from storage.turns import Turns
from storage.undoing import Undoing
from storage.users import Users
from storage.yearly import Yearly


class Store(
    Users, ContactReads, Candidates, Searching, Adding, Editing, Imports, Comparing, Tagging, Sorting, Doubles, Yearly,
    Nudges, Turns, Touches, Replies, Promises, Introductions, FollowUps, ModelAsks, Undoing, Sending, Settling,
    Briefings, Claiming, Paces,
    Exporting, Erasing,
):  # fmt: skip
    """`Store(open_engine(url))`, on a database that `migrate` has brought up to date.

    Methods that write take the id of the update they answer and give the Change they made; a second run of the same
    update writes nothing and gives the same Change. A write that meets nothing (an id of somebody else, a contact
    that is gone, no such user) gives None. Each clears the step the user is at, or sets `then`.

    It is synchronous and thread-safe: run it off the event loop, in one thread on SQLite, in a few on PostgreSQL.
    `storage.fault_of` names the database errors an operator can mend; any other is a bug.
    """
