from typing import get_args

import pytest

from bot.rules.doubles import Reason
from bot.texts import Texts
from storage import Card
from storage.models import Note, Touch
from tests.bot.texts.saying import ESCAPED, LONG, NOW, TODAY, TYPED, assert_fit_to_send, person

TEXTS = Texts("en")


def card(typed: str, notes: int = 0, touches: int = 0) -> Card:
    note = Note(user_id=7, contact_id=1, noted_on=TODAY, text=typed, created_at=NOW)
    touch = Touch(user_id=7, contact_id=1, touched_on=TODAY, created_at=NOW)
    return Card(person(typed, company=typed, status="inbox"), notes=[note] * notes, touches=[touch] * touches)


@pytest.mark.parametrize("typed", [TYPED, LONG[:1_600]])
def test_a_pair_is_fit_to_send_whatever_was_typed(typed: str) -> None:
    assert_fit_to_send(TEXTS.double(card(typed), card(typed), ["name"], 500))


def test_a_pair_shows_what_is_kept_of_either_and_why_it_is_asked() -> None:
    said = TEXTS.double(card(TYPED, 1, 1), card(TYPED, 2, 0), ["name", "phone"], 2)
    assert "2 pairs to look at" in said
    assert said.count(f"<b>{ESCAPED}</b>") == said.count("In your inbox") == 2
    assert "One note, in touch once" in said
    assert "2 notes\n" in said
    assert said.endswith("<i>The same name and the same phone number</i>")
    assert "the last pair" in TEXTS.double(card(TYPED), card(TYPED), [], 1)


@pytest.mark.parametrize("reason", [reason for part in get_args(Reason) for reason in get_args(part)])
def test_every_likeness_has_words(reason: str) -> None:
    assert TEXTS.double_reasons([reason])


def test_who_was_made_one_is_named_once_where_the_names_are_the_same() -> None:
    assert TEXTS.made_one(TYPED, TYPED) == f"The two <b>{ESCAPED}</b> are one contact now."
    assert TEXTS.made_one("Ana Ruiz", TYPED) == f"<b>{ESCAPED}</b> is part of <b>Ana Ruiz</b> now."


def test_what_the_other_card_said_is_a_note_in_plain_text_of_a_bounded_length() -> None:
    assert TEXTS.merged_note("Ana", {"company": TYPED}) == f"From the other card of Ana: Company: {TYPED}"
    assert len(TEXTS.merged_note("Ana", {"company": LONG})) <= 4_000
