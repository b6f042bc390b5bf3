from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.picking import reason_for
from bot.texts.reasons import CONTEXT_LENGTH, ReasonTexts
from storage.models import Contact, Note, Touch

TODAY = date(2026, 6, 15)
NOW = datetime(2026, 6, 15, tzinfo=UTC)
TEXTS = ReasonTexts("en")


@dataclass
class Card:
    notes: Sequence[Note] = field(default_factory=list)
    touches: Sequence[Touch] = field(default_factory=list)


def said(*, cadence: int | None = None, last: date | None = None, birthday: str | None = None) -> set[str]:
    """Every wording a contact may get, over a few weeks' worth of ids."""
    wordings = set()
    for id in range(1, 30):
        contact = Contact(
            id=id,
            user_id=1,
            name="Ana Ruiz",
            name_key="",
            added_on=date(2026, 5, 3),
            created_at=NOW,
            cadence_days=cadence,
            last_touch_on=last,
            birthday=birthday,
        )
        wordings.add(TEXTS.reason(reason_for(contact, today=TODAY), contact))
    return wordings


def note(text: str, days_ago: int) -> Note:
    return Note(user_id=1, contact_id=1, noted_on=TODAY - timedelta(days=days_ago), text=text, created_at=NOW)


def test_overdue_tells_the_wish_and_the_last_time() -> None:
    assert said(cadence=30, last=date(2026, 2, 12)) == {
        "Ana: last in touch on 12 February. You'd like it to be every month, and this is a good week for a hello.",
        "It's been about four months since you and Ana were in touch. You'd like it to be every month.",
        "You and Ana were last in touch on 12 February, about four months ago. You'd like it to be every month.",
    }


@pytest.mark.parametrize(
    ("birthday", "day"), [("--06-15", "today"), ("--06-16", "tomorrow"), ("1990-06-19", "on Friday 19 June")]
)
def test_a_birthday_tells_the_day_and_no_age(birthday: str, day: str) -> None:
    for sentence in said(birthday=birthday):
        assert day in sentence.lower() or day in sentence
        assert "36" not in sentence


def test_never_in_touch_claims_no_last_time() -> None:
    assert all("last" not in sentence for sentence in said() | said(cadence=30))


def test_within_the_cadence_says_so() -> None:
    assert all("due on 30 June" in sentence for sentence in said(cadence=30, last=date(2026, 5, 31)))


def test_that_nobody_is_due_is_said_where_it_is_known() -> None:
    contact = Contact(
        id=1,
        user_id=1,
        name="Ana Ruiz",
        name_key="",
        added_on=TODAY,
        created_at=NOW,
        cadence_days=30,
        last_touch_on=date(2026, 5, 31),
    )
    early = reason_for(contact, today=TODAY)
    assert "Nobody" not in TEXTS.reason(early, contact)
    assert TEXTS.reason(replace(early, nobody_due=True), contact).startswith("Nobody is due this week. ")


def test_a_birthday_gone_by_was() -> None:
    assert said(birthday="--06-13") == {
        "Ana's birthday was on Saturday 13 June. Belated wishes are welcome too.",
        "It was Ana's birthday on Saturday 13 June, and it's not too late to say so.",
    }


def test_from_week_to_week_the_words_change() -> None:
    contact = Contact(id=1, user_id=1, name="Ana Ruiz", name_key="", added_on=TODAY, created_at=NOW, cadence_days=7)
    days = [TODAY + timedelta(weeks=week) for week in range(20)]
    read = [TEXTS.reason(reason_for(contact, today=day), contact) for day in days]
    assert not [one for one, following in pairwise(read) if one == following]


@pytest.mark.parametrize(
    "sentences",
    [
        said(birthday="--06-15"),
        said(birthday="--06-19"),
        said(),
        said(cadence=30),
        said(cadence=30, last=date(2026, 1, 1)),
        said(cadence=30, last=date(2026, 5, 14)),
        said(cadence=30, last=date(2026, 6, 1)),
        said(last=date(2020, 1, 1)),
        said(last=date(2026, 3, 1)),
    ],
)
def test_every_kind_has_two_wordings_or_more_each_a_sentence_or_two(sentences: set[str]) -> None:
    assert len(sentences) >= 2
    for sentence in sentences:
        assert 1 <= sentence.count(".") <= 3
        assert sentence.endswith(".")
        assert "Ana" in sentence
        assert "{" not in sentence
        assert "  " not in sentence


def test_the_wording_stays_for_the_day() -> None:
    contact = Contact(id=7, user_id=1, name="Ana Ruiz", name_key="", added_on=TODAY, created_at=NOW)
    assert len({TEXTS.reason(reason_for(contact, today=TODAY), contact) for _ in range(5)}) == 1


def test_braces_in_a_name_are_only_letters() -> None:
    contact = Contact(id=7, user_id=1, name="{every}", name_key="", added_on=TODAY, created_at=NOW)
    assert TEXTS.reason(reason_for(contact, today=TODAY), contact)


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (3, "a few days"),
        (7, "about a week"),
        (13, "about a week"),
        (14, "about two weeks"),
        (50, "about seven weeks"),
        (60, "about two months"),
        (122, "about four months"),
        (335, "about a year"),
        (366, "about a year"),
        (548, "about a year and a half"),
        (730, "about two years"),
        (5000, "about 14 years"),
    ],
)
def test_a_silence_is_told_in_human_terms(days: int, words: str) -> None:
    assert TEXTS.silence(days) == words


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (1, "every day"),
        (7, "every week"),
        (14, "every two weeks"),
        (30, "every month"),
        (45, "every 45 days"),
        (61, "every two months"),
        (91, "every three months"),
        (182, "twice a year"),
        (365, "once a year"),
        (1000, "every 1000 days"),
    ],
)
def test_a_cadence_is_told_as_a_rhythm(days: int, words: str) -> None:
    assert TEXTS.rhythm(days) == words


@given(st.integers(0, 40_000))
def test_every_silence_and_rhythm_has_words(days: int) -> None:
    assert "{" not in TEXTS.silence(days) + TEXTS.rhythm(days + 1)


def test_the_context_is_the_newest_thing_noted() -> None:
    on = TODAY - timedelta(days=20)
    touch = Touch(user_id=1, contact_id=1, touched_on=on, note="about the trial", created_at=NOW)
    card = Card([note("she starts a new job in May", 40), note("likes tea", 90)], [touch])
    assert TEXTS.context(card, today=TODAY) == "You noted on 26 May: about the trial"
    assert TEXTS.context(Card(card.notes), today=TODAY) == "You noted on 6 May: she starts a new job in May"
    assert TEXTS.context(Card(), today=TODAY) == ""


def test_a_long_note_is_cut_between_words() -> None:
    context = TEXTS.context(Card([note("word " * 800, 1)]), today=TODAY)
    assert len(context) < CONTEXT_LENGTH + 30
    assert context.endswith("word…")


def test_a_note_comes_as_one_visible_line() -> None:
    assert TEXTS.context(Card([note("a\nb \u202e c", 0)]), today=TODAY) == "You noted today: a b c"
