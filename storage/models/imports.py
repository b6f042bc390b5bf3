"""A file of people that a user sent, from its arrival to its Undo."""

from datetime import datetime
from typing import Any, ClassVar, Literal, get_args

from sqlalchemy import JSON, BigInteger, Index, LargeBinary, UniqueConstraint
from sqlmodel import Field, SQLModel
from sqlmodel.sql.sqltypes import AutoString

from storage.models.base import COUNTED_UP, counted, refers, waiting

#: reading (the file is being read) | asking (which column is what?) | ready (it waits for Import or Cancel)
#: | running (people are being written) | done | undone (done, and taken back) | cancelled | failed
State = Literal["reading", "asking", "ready", "running", "done", "undone", "cancelled", "failed"]
STATES: tuple[State, ...] = get_args(State)
#: It can be cancelled.
OPEN: tuple[State, ...] = ("reading", "asking", "ready")
#: It waits for the user.
ASKED: tuple[State, ...] = ("asking", "ready")
#: There is work to do; in the others there is at most something to say.
AT_WORK: tuple[State, ...] = ("reading", "running")
AT_REST: tuple[State, ...] = tuple(state for state in STATES if state not in AT_WORK)
#: What it brought is the user's own: it isn't dropped any more.
FINISHED: tuple[State, ...] = ("done", "undone")
#: Nothing comes of it any more.
VOID: tuple[State, ...] = ("cancelled", "failed")
#: What was found in a file; "" until it was read. "dotty" is Dotty's own JSON, "dotty_csv" its own CSV.
Format = Literal[
    "", "linkedin", "google", "vcard", "telegram", "dotty", "dotty_csv", "table", "excel", "names", "nothing"
]  # fmt: skip


class Import(SQLModel, table=True):
    """One file, and how far its import has come. It is long work: a row first, then done in the background.

    `work_at` is the one column that work is driven by: the next instant at which somebody may take it up. While a
    process works on it, the instant lies some minutes ahead and moves on; so the work of one that died is taken up.
    """

    __tablename__: ClassVar[str] = "imports"
    __table_args__ = (
        UniqueConstraint("user_id", "update_id", name="uq_imports_update"),
        waiting("ix_imports_work", "work_at"),
        Index("ix_imports_created_at", "created_at"),
        COUNTED_UP,
    )

    id: int | None = counted()
    user_id: int = refers("users")
    #: The update that brought the file.
    update_id: int = Field(sa_type=BigInteger)
    state: State = Field(default="reading", sa_type=AutoString(length=16))
    format: Format = Field(default="", sa_type=AutoString(length=16))
    file_name: str = Field(default="", max_length=255)
    #: Which fact each column is that Dotty had to ask about: {header: field}, "" for one to leave out.
    columns: dict[str, str] = Field(default_factory=dict, sa_type=JSON)
    #: How many are new, updated, …: what the preview and the answer are made from.
    counts: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    #: Telegram's id of the message that shows how far it is.
    message_id: int | None = Field(default=None, sa_type=BigInteger)
    #: The update that said Import; the change that is written at the end carries it.
    go_update_id: int | None = Field(default=None, sa_type=BigInteger)
    work_at: datetime | None = None
    created_at: datetime


class ImportFile(SQLModel, table=True):
    """The content of a file, kept for a day: it is read for the preview, and again when it is imported."""

    __tablename__: ClassVar[str] = "import_files"
    __table_args__ = (UniqueConstraint("import_id", name="uq_import_files"), COUNTED_UP)

    id: int | None = counted()
    user_id: int = refers("users")
    import_id: int = refers("imports", index=False)
    content: bytes = Field(sa_type=LargeBinary)
    created_at: datetime
