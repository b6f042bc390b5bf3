"""How many contacts a user may have."""

from sqlalchemy import ColumnElement, Connection, func, select

from storage.tables import CONTACTS


class FullError(Exception):
    """There is no room for more contacts: nothing was written. `limit` is how many a user may have."""

    def __init__(self, limit: int) -> None:
        super().__init__(f"more than {limit} contacts")
        self.limit = limit


def room_left(connection: Connection, user_id: int, most: int) -> int:
    """How many contacts may still be added; archived ones take room, deleted and staged ones don't."""
    return max(0, most - _count(connection, user_id, CONTACTS.c.deleted_at.is_(None)))


def check_room(connection: Connection, user_id: int, most: int, adding: int, *, import_id: int | None = None) -> None:
    """Raises FullError when the user's contacts, those staged by this import, and so many more are too many."""
    whole = _count(connection, user_id)  # an index has it; whether one is deleted is only in its row
    if whole + adding <= most:
        return
    counted: ColumnElement[bool] = CONTACTS.c.deleted_at.is_(None)
    if import_id is not None:
        counted = counted | (CONTACTS.c.import_id == import_id)
    if _count(connection, user_id, counted) + adding > most:
        raise FullError(most)


def _count(connection: Connection, user_id: int, *only: ColumnElement[bool]) -> int:
    query = select(func.count()).select_from(CONTACTS).where(CONTACTS.c.user_id == user_id, *only)
    count: int = connection.execute(query).scalar_one()
    return count
