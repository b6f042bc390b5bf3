from datetime import date

import pytest

from bot.rules.drafts import Known
from bot.rules.meanings import Changed, Meaning, Noted, Unclear
from bot.rules.roster import Roster
from bot.rules.statements import read_statement

ROSTER = Roster([Known(1, "Ana Ruiz"), Known(2, "Ben Okafor")])


def read(rest: str) -> Meaning | None:
    return read_statement("Ana", rest, ROSTER, today=date(2026, 11, 23), region="ES")


def test_two_facts_of_one_sentence_are_one_change() -> None:
    assert read(" lives in Lisbon and works at Stripe") == Changed("Ana", {"city": "Lisbon", "company": "Stripe"})


@pytest.mark.parametrize("rest", [" works for Ben", " works at night", " got a job at school", " moved to a farm"])
def test_what_is_no_sure_fact_is_a_note_to_offer(rest: str) -> None:
    assert read(rest) == Unclear((Noted("Ana", f"Ana{rest}"),))


def test_a_want_may_be_a_need_or_a_note() -> None:
    noted = Noted("Ana", "Ana wants a dog")
    assert read(" wants a dog") == Unclear((Changed("Ana", {"needs": "a dog"}), noted))


@pytest.mark.parametrize("rest", [" found a flat", "", "!", " and Ben"])
def test_other_verbs_are_left_to_others(rest: str) -> None:
    assert read(rest) is None
