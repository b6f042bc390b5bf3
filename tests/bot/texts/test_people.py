from datetime import UTC, date, datetime
from typing import Any

import pytest

from bot.texts import Texts
from bot.texts.people import clip
from storage import Card
from storage.models import Contact, ContactPoint, Note, Touch

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
TODAY = NOW.date()
TEXTS = Texts("en")


def contact(name: str = "Ana Ruiz", **facts: Any) -> Contact:
    return Contact(id=1, user_id=7, name=name, name_key="", added_on=TODAY, created_at=NOW, **facts)


@pytest.mark.parametrize(("text", "length", "clipped"), [
    ("short", 10, "short"), ("two words here", 10, "two words…"), ("a" * 20, 10, "aaaaaaaaa…"), ("", 10, ""),
])  # fmt: skip
def test_a_long_text_is_cut_at_a_word(text: str, length: int, clipped: str) -> None:
    assert clip(text, length) == clipped


@pytest.mark.parametrize(("days", "said"), [
    (7, "weekly"), (14, "every two weeks"), (30, "monthly"), (91, "quarterly"), (182, "twice a year"), (365, "yearly"),
    (1, "every day"), (42, "every 6 weeks"), (60, "every 2 months"), (45, "every 45 days"), (None, "no rhythm yet"),
])  # fmt: skip
def test_a_rhythm_in_words(days: int | None, said: str) -> None:
    assert TEXTS.cadence(days) == said


def test_a_card_escapes_all_that_was_typed() -> None:
    facts = dict.fromkeys(("company", "role", "met", "city", "needs", "offers"), "<i>{x}&")
    notes = [Note(user_id=7, contact_id=1, noted_on=TODAY, text="<i>{x}&", created_at=NOW)]
    touches = [Touch(user_id=7, contact_id=1, touched_on=TODAY, note="<i>{y}&", created_at=NOW)]
    points = [ContactPoint(user_id=7, contact_id=1, kind="link", value="<i>{x}&")]
    text = TEXTS.card(
        Card(contact("<i>{x}&", **facts), points=points, tags=["<i>"], notes=notes, touches=touches), TODAY
    )
    assert "<i>" not in text
    assert text.count("&lt;i&gt;{x}&amp;") == 9


def test_what_is_overdue_is_due_now_and_no_reproach() -> None:
    assert TEXTS.due(contact(next_due_on=date(2026, 1, 1)), TODAY) == "now"


def test_namesakes_read_differently_on_buttons() -> None:
    same = [contact(cadence_days=7), contact(cadence_days=30), contact(company="Stripe"), contact("Ben Okafor")]
    assert TEXTS.label_people(same) == [
        "Ana Ruiz (weekly)", "Ana Ruiz (monthly)", "Ana Ruiz (Stripe)", "Ben Okafor",
    ]  # fmt: skip


def test_a_language_is_named() -> None:
    assert "Language: Spanish" in TEXTS.fact_lines(Card(contact(language="es")))
    assert "Language: Klingon" in TEXTS.fact_lines(Card(contact(language="Klingon")))


@pytest.mark.parametrize(("birthday", "said"), [("1990-05-12", "12 May 1990"), ("--02-29", "29 February")])
def test_a_birthday_in_words(birthday: str, said: str) -> None:
    assert TEXTS.birthday(birthday) == said


@pytest.mark.parametrize(("facts", "tag", "said"), [
    ({"cadence_days": 30}, None, "Rhythm: monthly"),
    ({"cadence_days": 30, "tag_cadence_days": 365}, None, "Rhythm: monthly"),
    ({"tag_cadence_days": 365}, "r&d", "Rhythm: yearly (from #r&amp;d)"),
])  # fmt: skip
def test_a_card_tells_where_the_rhythm_is_from(facts: dict[str, Any], tag: str | None, said: str) -> None:
    assert said in TEXTS.fact_lines(Card(contact(**facts), paced_by=tag))


def test_a_list_and_a_button_tell_the_rhythm_that_counts() -> None:
    follows = contact(tag_cadence_days=365, next_due_on=TODAY)
    assert TEXTS.person_line(follows, TODAY) == "yearly, next now"
    assert TEXTS.label_people([follows, contact()])[0] == "Ana Ruiz (yearly)"
