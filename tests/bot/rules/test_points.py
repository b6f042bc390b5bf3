"""Ways to reach somebody, found inside text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.rules.drafts import Draft
from bot.rules.points import on_network, read_link, restore, says_only_label, take_points, without_markers


def facts(text: str, region: str | None = "ES") -> list[Draft]:
    return [point.fact for point in take_points(text, region)[1]]


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("+34 600 123 456", Draft(name="", phones=("+34600123456",))),
        ("600 123 456", Draft(name="", phones=("+34600123456",))),
        ("tel:+34600123456", Draft(name="", phones=("+34600123456",))),
        ("phone: 555 0100", Draft(name="", phones=("5550100",))),
        ("Ana.Ruiz@Example.ORG", Draft(name="", emails=("ana.ruiz@example.org",))),
        ("mailto:ana@example.org", Draft(name="", emails=("ana@example.org",))),
        ("@anaruiz", Draft(name="", telegram="anaruiz")),
        ("t.me/anaruiz", Draft(name="", telegram="anaruiz")),
        ("https://t.me/anaruiz?start=1", Draft(name="", telegram="anaruiz")),
        ("https://wa.me/34600123456", Draft(name="", phones=("+34600123456",))),
        ("linkedin.com/in/anaruiz", Draft(name="", links=("https://www.linkedin.com/in/anaruiz",))),
        ("https://example.org/a,", Draft(name="", links=("https://example.org/a",))),
        ("(www.example.org)", Draft(name="", links=("https://www.example.org",))),
        ("example.org", Draft(name="", links=("https://example.org",))),
        ("#pycon", Draft(name="", tags=("pycon",))),
        ("#ciudad-méxico", Draft(name="", tags=("ciudad-méxico",))),
    ],
)
def test_a_way_to_reach_somebody_is_read_in_the_shape_it_is_kept(text: str, fact: Draft) -> None:
    assert facts(text) == [fact]


@pytest.mark.parametrize(
    "text",
    [
        "12.05.1990",
        "1990-05-12",
        "2019-2023",
        "raised 1000000 euros",
        "St. Anne",
        "C#",
        "#1",
        "a@b",
        "e.g. this",
        "and/or",
        "@",
        "5 years",
    ],
)
def test_what_only_resembles_one_is_left_alone(text: str) -> None:
    assert take_points(text, None) == (text, [])


def test_several_in_a_row_are_each_found() -> None:
    assert len(facts("+34 600 123 456, 600 123 457; ana@example.org ana.ruiz@example.org @anaruiz #pycon #berlin")) == 7


def test_markers_stand_in_place_and_can_be_turned_back() -> None:
    text = "Ana Ruiz, +34 600 123 456 (mobile), ana@example.org."
    marked, points = take_points(text, "ES")
    assert "600" not in marked
    assert marked.startswith("Ana Ruiz, ")
    assert restore(marked, points) == text


@pytest.mark.parametrize("label", ["phone:", "her number is", "", "E-mail", "linkedin -", "(work)"])
def test_a_label_says_nothing_more(label: str) -> None:
    assert says_only_label(label)


@pytest.mark.parametrize("text", ["call after six", "Ana", "phonebook"])
def test_other_words_say_more_than_a_label(text: str) -> None:
    assert not says_only_label(text)


def test_a_handle_on_another_network_is_a_link_to_it() -> None:
    handle = Draft(name="", telegram="anaruiz")
    assert on_network(handle, "instagram") == Draft(name="", links=("https://instagram.com/anaruiz",))
    assert on_network(handle, "telegram") == handle


def test_an_invitation_to_a_telegram_group_stays_a_link() -> None:
    assert read_link("t.me/+AbCdEf", None) == Draft(name="", links=("https://t.me/+AbCdEf",))


@settings(deadline=None)  # the first example may load a table
@given(st.text(max_size=200).filter(lambda text: "\x02" not in text))
def test_marking_loses_nothing_of_any_text(text: str) -> None:
    marked, points = take_points(text, "ES")
    assert restore(marked, points) == text


def test_a_number_right_behind_a_name_is_a_telephone_number_and_years_are_none() -> None:
    assert take_points("Bob 555-1234", "GB")[1][0].fact.phones == ("5551234",)
    assert take_points("jess 07700900123 weekly", "GB")[1][0].fact.phones == ("+447700900123",)
    assert take_points("Bob 2019-2021", "GB")[1] == []


def test_brackets_around_a_marker_are_not_beside_it() -> None:
    text, _ = take_points("Ana Ruiz <ana@example.org>", None)
    assert without_markers(text) == "Ana Ruiz"


@pytest.mark.parametrize("typed", [
    "de.linkedin.com/in/Chlo%C3%A9-Ruiz/?trk=x", "https://www.linkedin.com/in/chloé-ruiz",
    "www.linkedin.com/in/chlo%25C3%25A9-ruiz/en",
])  # fmt: skip
def test_a_linkedin_page_is_one_link_however_it_is_typed(typed: str) -> None:
    assert facts(typed) == [Draft(name="", links=("https://www.linkedin.com/in/chloé-ruiz",))]
