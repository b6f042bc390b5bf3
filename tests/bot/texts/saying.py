"""What every message has to be, whatever was typed into it."""

from datetime import UTC, datetime
from typing import Any

from storage.models import Contact

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
TODAY = NOW.date()

#: Telegram's limit on a message, in characters.
MESSAGE_LENGTH = 4096
#: What somebody may type anywhere: markup, a format field, a sign of HTML.
TYPED = "<i>{x}&"
ESCAPED = "&lt;i&gt;{x}&amp;"
LONG = "<u>&" * 5_000


def person(name: str = TYPED, **facts: Any) -> Contact:
    return Contact(id=1, user_id=7, name=name, name_key="", added_on=TODAY, created_at=NOW, **facts)


def assert_fit_to_send(text: str) -> None:
    """Something is said, Telegram takes it, nothing of what was typed is markup, and nobody cheers."""
    assert 0 < len(text) <= MESSAGE_LENGTH
    assert "<i>{x}" not in text
    assert "<u>" not in text
    assert "!" not in text
