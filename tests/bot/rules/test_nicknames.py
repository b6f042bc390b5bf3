import pytest

from bot.rules.nicknames import are_nicknames


@pytest.mark.parametrize(
    ("first", "second"),
    [("bob", "robert"), ("robert", "bob"), ("bob", "rob"), ("kate", "katherine"), ("pepe", "jose"), ("sasha", "alexander"),
     ("sasha", "alexandra"), ("sam", "samantha"), ("chris", "christopher"), ("dim", "dimitar")],
)  # fmt: skip
def test_names_used_for_one_another(first: str, second: str) -> None:
    assert are_nicknames(first, second)


@pytest.mark.parametrize(
    ("first", "second"),
    [("alexander", "alexandra"), ("ana", "eva"), ("jo", "jonas"), ("samuel", "samantha"), ("bob", "ben"), ("", "ana")],
)
def test_other_names_are_not(first: str, second: str) -> None:
    assert not are_nicknames(first, second)
