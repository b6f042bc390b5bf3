from typing import get_args

import pytest

from bot.rules.sorting import Reason
from bot.texts import Texts
from storage import Card
from storage.models import Note
from tests.bot.texts.saying import ESCAPED, LONG, NOW, TODAY, TYPED, assert_fit_to_send, person

TEXTS = Texts("en")


def card(typed: str) -> Card:
    notes = [Note(user_id=7, contact_id=1, noted_on=TODAY, text=typed, created_at=NOW)] * 3
    facts = dict.fromkeys(("company", "role", "met", "city", "needs", "offers"), typed)
    return Card(person(typed, status="inbox", **facts), tags=[typed], notes=notes)


@pytest.mark.parametrize("typed", [TYPED, LONG[:800]])
def test_a_card_of_the_inbox_is_fit_to_send_whatever_was_typed(typed: str) -> None:
    assert_fit_to_send(TEXTS.sort_card(card(typed), ["same_city"], place=0, most=20, left=50_000))


def test_a_card_says_where_one_is_and_why_they_come_now() -> None:
    said = TEXTS.sort_card(card(TYPED), ["same_city", "dormant", "met"], place=4, most=20, left=37).splitlines()
    assert said[:2] == ["<i>5 of 20 · 37 in your inbox</i>", f"<b>{ESCAPED}</b>"]
    assert said[-2:] == [
        "<i>In your city · an old connection, often worth the most</i>", "How often would you like to be in touch?",
    ]  # fmt: skip
    assert sum(line.startswith("Note: ") for line in said) == 2


def test_with_no_reason_none_is_made_up() -> None:
    assert TEXTS.sort_reasons([]) == TEXTS.sort_reasons(["nothing known"]) == ""


@pytest.mark.parametrize("reason", sorted(set(get_args(Reason)) - {"complete"}))
def test_every_reason_to_come_first_has_words(reason: str) -> None:
    assert TEXTS.sort_reasons([reason])


@pytest.mark.parametrize(("done", "left", "said"), [
    (1, 1, "One sorted. One is left; /sort goes on whenever you like."),
    (20, 17, "20 sorted. 17 are left; /sort goes on whenever you like."),
    (3, 0, "That was everybody: your inbox is empty. The ones you keep are in /people."),
])  # fmt: skip
def test_a_round_ends_with_what_was_done_and_what_is_left(done: int, left: int, said: str) -> None:
    assert TEXTS.sort_round(done, left) == said
