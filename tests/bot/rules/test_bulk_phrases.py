from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.rules.bulk_phrases import read_bulk
from bot.rules.searches import read_search

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "who", "days"),
    [
        ("everyone at Roche quarterly", "everyone at Roche", 91),
        ("Everyone at Roche: quarterly", "Everyone at Roche", 91),
        ("everybody at Roche every 3 months", "everybody at Roche", 91),
        ("set all designers in Berlin to yearly", "all designers in Berlin", 365),
        ("please put everyone in my inbox on yearly", "everyone in my inbox", 365),
        ("#pycon yearly", "everyone #pycon", 365),
        ("#pycon every two months", "everyone #pycon", 60),
        ("set #pycon to yearly", "everyone #pycon", 365),
        ("people tagged pycon once a year", "everyone tagged pycon", 365),
        ("everyone in Berlin twice a year", "everyone in Berlin", 182),
        ("keep in touch with everyone at Roche quarterly", "everyone at Roche", 91),
        ("call everyone in Oslo monthly, please", "everyone in Oslo", 30),
        ("inbox people at Roche quarterly", "inbox people at Roche", 91),
        ("all lawyers half-yearly", "all lawyers", 182),
        ("everyone quarterly", "everyone", 91),
        ("designers in Berlin yearly", "all designers in Berlin", 365),
        ("no rhythm for #pycon", "everyone #pycon", None),
        ("remove the rhythm from everyone at Roche", "everyone at Roche", None),
        ("everyone at Roche: no rhythm", "everyone at Roche", None),
        ("lawyers quarterly", "all lawyers", 91),
        ("everyone without a rhythm yearly", "everyone without a rhythm", 365),
        ("every quarter everyone at Roche", "everyone at Roche", 91),
        ("monthly: #pycon", "everyone #pycon", 30),
    ],
)
def test_many_get_a_rhythm(text: str, who: str, days: int | None) -> None:
    bulk = read_bulk(text, today=MONDAY)
    assert bulk
    assert (bulk.action, bulk.search.text, bulk.days) == ("cadence", who, days)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("archive everyone I connected with before 2015 without a company",
         "everyone I connected with before 2015 without a company"),
        ("archive all in the inbox", "all in the inbox"),
        ("archive my inbox", "everyone in my inbox"),
        ("archive the inbox", "everyone in the inbox"),
        ("archive #pycon", "everyone #pycon"),
        ("put away all recruiters", "all recruiters"),
        ("archive recruiters", "all recruiters"),
        ("delete everyone at Roche", "everyone at Roche"),
        ("archive everyone I haven't talked to in five years", "everyone I haven't talked to in five years"),
    ],
)  # fmt: skip
def test_many_are_put_away(text: str, who: str) -> None:
    bulk = read_bulk(text, today=MONDAY)
    assert bulk
    assert (bulk.action, bulk.search.text) == ("archive", who)


@pytest.mark.parametrize(
    "text",
    [
        "tag everyone at Roche #pharma", "tag everyone at Roche as pharma", "tag everyone at Roche with pharma",
        "label everyone at Roche with #pharma", "add #pharma to everyone at Roche",
        "add the tag pharma to everyone at Roche",
    ],
)  # fmt: skip
def test_many_get_a_tag(text: str) -> None:
    bulk = read_bulk(text, today=MONDAY)
    assert bulk
    assert (bulk.action, bulk.search.text, bulk.tag) == ("tag", "everyone at Roche", "pharma")


def test_everybody_of_one_tag_may_be_meant_as_the_tag_itself() -> None:
    bulk = read_bulk("#pycon yearly", today=MONDAY)
    assert bulk
    assert bulk.search.only_tag == "pycon"


@pytest.mark.parametrize(
    "text", ["everyone at Roche quarterly", "#pycon yearly", "archive #pycon", "tag all lawyers #law"]
)
def test_the_archived_stay_as_they_are(text: str) -> None:
    bulk = read_bulk(text, today=MONDAY)
    assert bulk
    assert "archived" not in bulk.search.statuses


@pytest.mark.parametrize(
    "text",
    [
        "", "Ana at Roche quarterly", "Ana quarterly", "note on Ana: everyone at Roche likes her", "everyone",
        "everyone at Roche", "everyone at Roche quarterly?", "lunch with everyone at Roche",
        "had lunch with everyone monthly",
        "lunch with everyone at Roche quarterly", "met everyone at Roche", "everyone at Roche likes her quarterly",
        "archive Ana", "tag Ana #pycon", "tag Ana yearly", "delete #old", "remove #old from Ana", "#pycon", "quarterly",
        "everyone loves quarterly reports", "all good weekly", "archive", "tag everyone", "everyone at Roche\nquarterly",
        "Ana cooks monthly", "ana cooks monthly", "Bakers weekly", "archive Baker",
        "everyone should call me monthly", "Everyone at Roche was there every day",
    ],
)  # fmt: skip
def test_one_person_a_story_or_half_a_wish_is_not_for_many(text: str) -> None:
    assert read_bulk(text, today=MONDAY) is None


@settings(max_examples=150, deadline=None)
@given(
    st.text(max_size=250)
    | st.from_regex(r"(archive |tag |set )?(everyone|all|#a)[a-z #]{0,40}( yearly)?", fullmatch=True)
)
def test_a_wish_names_people_whom_its_text_finds_again(text: str) -> None:
    bulk = read_bulk(text, today=MONDAY)
    if bulk is not None:
        assert read_search(bulk.search.text, today=MONDAY) == bulk.search
