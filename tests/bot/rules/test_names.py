"""Names made clean, comparable and found."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.drafts import Known
from bot.rules.names import begins_with, clean_name, clean_text, find, fold

PEOPLE = [
    Known(number, name)
    for number, name in enumerate(
        [
            "Ana Ruiz", "Ben Okafor", "Ana López", "李小龙", "Sean O’Neil", "Zoë Łukasz", "Anastasia Popov",
            "Мария Иванова",
            "Dr. Grace Lim", "Jean-Luc van der Berg", "किरण राव",
        ]
    )
]  # fmt: skip


def exact(query: str) -> list[str]:
    return [known.name for known in find(query, PEOPLE).exact]


def close(query: str) -> list[str]:
    return [known.name for known in find(query, PEOPLE).close]


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("  ANA   Ruiz ", "ana ruiz"), ("Zoë ŁUKASZ", "zoe lukasz"), ("O’Neil", "o'neil"), ("Straße", "strasse"),
        ("Мария", "мария"), ("李小龙", "李小龙"), ("किरण", "किरण"), ("Ａｎａ", "ana"), ("がん", "がん"),
    ],
)  # fmt: skip
def test_a_folded_name_forgives_case_and_accents_in_any_script(text: str, folded: str) -> None:
    assert fold(text) == unicodedata.normalize("NFC", folded)


@given(st.text(max_size=60))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("ana ruiz", ["Ana Ruiz"]), ("ANA LOPEZ", ["Ana López"]), ("Ruiz, Ana", ["Ana Ruiz"]),
        ("zoe lukasz", ["Zoë Łukasz"]),
        ("ONeil", ["Sean O’Neil"]), ("мария иванова", ["Мария Иванова"]), ("小龙", ["李小龙"]),
        ("grace", ["Dr. Grace Lim"]),
        ("van der Berg", ["Jean-Luc van der Berg"]), ("jean luc", ["Jean-Luc van der Berg"]), ("किरण", ["किरण राव"]),
    ],
)  # fmt: skip
def test_a_full_name_or_a_whole_part_of_it_is_exact(query: str, names: list[str]) -> None:
    assert exact(query) == names


def test_a_first_name_alone_is_exact_with_everybody_who_has_it() -> None:
    assert exact("Ana") == ["Ana Ruiz", "Ana López"]
    assert close("Ana") == ["Anastasia Popov"]


def test_the_full_name_comes_before_those_it_is_a_part_of() -> None:
    found = find("ana", [Known(1, "Ana Ruiz"), Known(2, "Ana")])
    assert [known.id for known in found.exact] == [2, 1]


@pytest.mark.parametrize(
    ("query", "name"),
    [("Anna Ruis", "Ana Ruiz"), ("Grcae", "Dr. Grace Lim"), ("Bne", "Ben Okafor"), ("Марина Иванова", "Мария Иванова"),
     ("gra", "Dr. Grace Lim"), ("Ben Okofor", "Ben Okafor")],
)  # fmt: skip
def test_typos_are_forgiven_but_not_called_exact(query: str, name: str) -> None:
    assert exact(query) == []
    assert close(query)[0] == name


@pytest.mark.parametrize("query", ["", "🎉", "Joe", "Ben Ruiz", "Ana Okafor", "xyz"])
def test_somebody_else_is_not_found(query: str) -> None:
    assert (exact(query), close(query)) == ([], [])


def test_a_name_begins_with_what_any_of_its_parts_does() -> None:
    assert begins_with("Sean O’Neil", "onei")
    assert begins_with("Ana Ruiz", "ÁN")
    assert not begins_with("Hanna Nordali", "nordlicht")


def test_at_most_eight_are_close() -> None:
    many = [Known(number, f"Anna Ruiz {number}") for number in range(30)]
    assert len(find("Ana Ruis", many).close) == 8


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("  Ana\t Ruiz\n", "Ana Ruiz"), ("Ana\x00 Ruiz", "Ana Ruiz"), ("\u202eAna\u202c", "Ana"), ("A\u200bna", "Ana"),
        ("Ana\ud800", "Ana"), ("李小龙", "李小龙"), ("Ana 🎉", "Ana 🎉"), ("", None), ("123", None), ("🎉", None),
        ("a" * 200, "a" * 200),
        ("a" * 201, None),
    ],
)  # fmt: skip
def test_a_clean_name_is_what_can_be_seen_of_it(text: str, name: str | None) -> None:
    assert clean_name(text) == name


@given(st.text(st.characters(), max_size=250))
def test_a_clean_name_is_short_visible_and_has_a_letter(text: str) -> None:
    name = clean_name(text)
    if name is not None:
        assert len(name) <= 200
        assert any(char.isalpha() for char in name)
        assert clean_name(name) == name == clean_text(name)


@given(st.text(max_size=40), st.lists(st.text(max_size=20), max_size=8))
def test_finding_takes_any_text_and_knows_its_own(query: str, names: list[str]) -> None:
    people = [Known(number, name) for number, name in enumerate([*names, query])]
    found = find(query, people)
    assert not set(found.exact) & set(found.close)
    if found.exact or any(char.isalnum() for char in query):
        assert people[-1] in found.exact or not any(char.isalnum() for char in fold(query))
