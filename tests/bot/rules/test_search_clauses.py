from datetime import date

import pytest

from bot.rules.search_clauses import is_value, places, read_clauses

MONDAY = date(2026, 11, 23)


def test_clauses_are_read_one_after_the_other() -> None:
    read = read_clauses("designers in Oslo without a company tagged pycon", today=MONDAY, strict=True)
    assert read is not None
    head, found = read
    assert head == "designers "
    assert [term.alternatives for term in found.terms] == [(("oslo",),)]
    assert (found.without, found.tags) == (["company"], ["pycon"])


def test_behind_i_met_a_place_tells_where_they_met() -> None:
    read = read_clauses("people I met in Oslo at PyCon in 2019", today=MONDAY, strict=True)
    assert read is not None
    assert [(term.alternatives[0], term.fields[0]) for term in read[1].terms] == [
        (("oslo",), "met"),
        (("pycon",), "met"),
    ]
    assert read[1].met == (date(2019, 1, 1), date(2020, 1, 1))


@pytest.mark.parametrize(
    "text", ["people in", "people without a dog", "people since Oslo", "people tagged", "people via Oslo"]
)
def test_a_clause_that_tells_nothing_spoils_the_question(text: str) -> None:
    assert read_clauses(text, today=MONDAY, strict=False) is None


def test_words_without_a_clause_are_all_head() -> None:
    read = read_clauses("product designers", today=MONDAY, strict=True)
    assert read
    assert read[0] == "product designers"


@pytest.mark.parametrize(
    ("text", "strict", "fits"),
    [
        ("Berlin", True, True),
        ("roche", True, True),
        ("San Sebastián", True, True),
        ("Roche left", False, False),
        ("Roche thanked everybody", True, False),
        ("Roche likes her", False, False),
        ("somewhere she's been", False, False),
        ("McDonald's", True, True),
        ("", False, False),
        ("?", False, False),
        ("a b c d e f g h i", False, False),
    ],
)
def test_a_story_is_no_value(text: str, *, strict: bool, fits: bool) -> None:
    assert is_value(text, strict=strict) is fits


def test_and_joins_names_of_firms_and_parts_places() -> None:
    assert places("Marks and Spencer", ()).alternatives == (("marks", "spencer"), ("marks",), ("spencer",))
    assert places("Oslo, Norway", ()).alternatives == (("oslo", "norway"), ("oslo",))
    assert places("San Francisco", ("city",)).alternatives[0] == ("san", "francisco")
    assert places("Oslo or Bergen", ()).alternatives == (("oslo",), ("bergen",))
