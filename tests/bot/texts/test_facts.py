from datetime import UTC, datetime
from typing import Any

import pytest

from bot.keyboards import FIELDS
from bot.texts import Texts
from storage import Card
from storage.models import Contact, ContactPoint

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
TEXTS = Texts("en")


def card(points: tuple[tuple[str, str], ...] = (), tags: tuple[str, ...] = (), **facts: Any) -> Card:
    contact = Contact(id=1, user_id=7, name="Ana <Ruiz>", name_key="", added_on=NOW.date(), created_at=NOW, **facts)
    rows = [ContactPoint(user_id=7, contact_id=1, kind=kind, value=value) for kind, value in points]
    return Card(contact, points=rows, tags=list(tags))


@pytest.mark.parametrize("field", FIELDS)
def test_every_fact_is_asked_for_and_asked_for_again(field: str) -> None:
    asked = TEXTS.ask_value(card(), field)
    assert asked.startswith(f"<b>Ana &lt;Ruiz&gt;</b> · {TEXTS.field(field)}\n")
    assert ("Now: " in asked) is (field == "name")
    assert TEXTS.bad_value(field).endswith("Or leave it as it is: /cancel.")


@pytest.mark.parametrize(("known", "field", "now"), [
    (card(cadence_days=30), "cadence", "monthly"), (card(birthday="--05-12"), "birthday", "12 May"),
    (card(city="Rome"), "city", "Rome"), (card(language="es"), "language", "Spanish"),
    (card(tags=("a", "b")), "tag", "#a #b"),
    (card((("phone", "+34600123456"), ("phone", "+442079460958"))), "phone", "+34600123456, +442079460958"),
    (card((("telegram", "anaruiz"),)), "telegram", "anaruiz"), (card(needs="<b>"), "needs", "&lt;b&gt;"),
])  # fmt: skip
def test_what_is_there_now_is_shown(known: Card, field: str, now: str) -> None:
    asked = TEXTS.ask_value(known, field)
    assert f"\nNow: {now}\n" in asked
    assert "Type “none” to clear it." in asked
