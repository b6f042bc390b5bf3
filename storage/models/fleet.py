"""What the processes of one bot share, which is nobody's data."""

from datetime import datetime
from typing import ClassVar

from sqlmodel import Field, SQLModel


class Pace(SQLModel, table=True):
    """How far ahead the sends of one name are given out, among all processes."""

    __tablename__: ClassVar[str] = "pace"

    name: str = Field(primary_key=True, max_length=32)
    #: When the next one is free (UTC): all before it are taken, or held back by Telegram.
    free_at: datetime
