import pytest

from bot.texts import Texts
from tests.bot.texts.saying import ESCAPED, LONG, TYPED, assert_fit_to_send

TEXTS = Texts("en")
SAID = {
    "ask": TEXTS.ask_pick(),
    "known": TEXTS.picked_known([LONG] * 10),
    "nameless": TEXTS.picked_nameless(),
    "no words": TEXTS.forwarded_nothing(TYPED),
}


@pytest.mark.parametrize("name", SAID)
def test_what_is_said_of_people_from_telegram_is_fit_to_send(name: str) -> None:
    assert_fit_to_send(SAID[name])


def test_those_who_are_there_already_are_listed() -> None:
    assert TEXTS.picked_known(["Ana", TYPED]) == f"You already have <b>Ana</b> and <b>{ESCAPED}</b>."


def test_the_button_is_called_as_the_message_calls_it() -> None:
    assert f"“{TEXTS.label_pick()}”" in TEXTS.ask_pick()
