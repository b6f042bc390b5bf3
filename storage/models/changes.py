"""What each update wrote."""

from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import JSON, BigInteger, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from storage.models.base import COUNTED_UP, counted, refers


class Change(SQLModel, table=True):
    """What one update wrote. Its unique key makes a second run harmless; `before` makes the Undo."""

    __tablename__: ClassVar[str] = "changes"
    __table_args__ = (
        UniqueConstraint("user_id", "update_id", name="uq_changes_update"),
        Index("ix_changes_created_at", "created_at"),
        COUNTED_UP,
    )

    id: int | None = counted()
    user_id: int = refers("users")
    update_id: int = Field(sa_type=BigInteger)
    #: What was done, in the Store's words: "added", "touched", "edited", …
    kind: str = Field(max_length=32)
    #: What the answer is made from, so that a second run of the update answers the same.
    result: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    #: One image a row written, oldest first: {"table", "id"} with "columns": {name: [before, after]} of an update,
    #: "columns": None of an insert, or "row": {name: value} of a delete. Days and instants are ISO 8601. In place of
    #: "id", an image of many rows has "ids": [[first, last], …], runs of ids that were all written alike; or "names" and
    #: "rows", all that was deleted; or the "import_id" whose people were revealed.
    before: list[dict[str, Any]] = Field(default_factory=list, sa_type=JSON)
    created_at: datetime
    undone_at: datetime | None = None
