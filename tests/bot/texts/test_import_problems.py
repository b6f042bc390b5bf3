from typing import get_args

import pytest

from bot.rules.files.shapes import Problem, Reason
from bot.texts import Texts
from tests.bot.texts.saying import assert_fit_to_send

TEXTS = Texts("en")
OTHERS = TEXTS.import_problem("nothing that is known")


@pytest.mark.parametrize("problem", sorted({*get_args(Problem), "gone", "fault"} - {"not_people", "macros"}))
def test_every_problem_is_told_in_words_of_its_own(problem: str) -> None:
    said = TEXTS.import_problem(problem)
    assert_fit_to_send(said)
    assert said != OTHERS


@pytest.mark.parametrize("reason", sorted(set(get_args(Reason)) - {"unreadable"}))
def test_every_reason_is_told_in_words_of_its_own(reason: str) -> None:
    assert TEXTS.skip_reason(reason) != TEXTS.skip_reason("unreadable")


@pytest.mark.parametrize(("new", "room", "said"), [
    (None, 0, "Your network is as full as it can get here, so nobody was added."),
    (None, 1, "There is room for one more person, so nobody was added."),
    (30_000, 1_200,
     "There is room for 1,200 more people, and 30,000 in this file are new. Send a file with fewer."),
])  # fmt: skip
def test_a_full_network_says_how_much_room_there_is(new: int | None, room: int, said: str) -> None:
    assert TEXTS.import_full(new, room) == said
