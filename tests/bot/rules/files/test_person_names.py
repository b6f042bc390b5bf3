"""Names from the cells of files."""

import pytest

from bot.rules.files.person_names import is_restricted, is_robot, joined_name, whole_name


@pytest.mark.parametrize(
    ("first", "last", "name"),
    [
        ("Dmitri", "Volkov, PhD", "Dmitri Volkov"), ("Ana", "Ruiz MBA, PMP", "Ana Ruiz"),
        ("Ana", "Ruiz, Jr.", "Ana Ruiz Jr."), ("Joe", "Ing", "Joe Ing"),
        ("Esra 🌍", "Yılmaz ✨", "Esra Yılmaz"), ("Fei", "王", "Fei 王"), ("小明", "王", "王小明"),
        ("Ana (she/her)", "Ruiz", "Ana Ruiz"), ("نور", "حداد", "نور حداد"), ("Ana", "", "Ana"), ("", "🌍", None),
        ("Ben", "Ma", "Ben Ma"), ("Grace", "Lim - we are hiring, ask me", "Grace Lim - we are hiring"),
    ],
)  # fmt: skip
def test_a_name_is_put_together(first: str, last: str, name: str | None) -> None:
    assert joined_name(first, "", last) == name


def test_a_whole_name_is_turned_where_it_is_one_persons() -> None:
    assert whole_name("Park, Joe") == "Joe Park"
    assert whole_name("de la Cruz, Ana María") == "Ana María de la Cruz"
    assert whole_name("Grace Lim, MA, PE") == whole_name("Grace Lim PhD") == "Grace Lim"
    assert whole_name("Acme, Inc.") == "Acme, Inc."
    assert whole_name("🌍") is None


def test_hidden_members_and_robots_are_known() -> None:
    assert is_restricted("Restricted Member")
    assert is_restricted("LinkedIn Member")
    assert not is_restricted("Ember Day")
    assert is_robot(None, ["no-reply@example.org"])
    assert not is_robot("Ben News", ["news@example.org"])
    assert not is_robot(None, ["newton@example.org", "renews@example.org"])
