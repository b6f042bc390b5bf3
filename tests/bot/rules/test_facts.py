"""Facts about one person."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.rules.drafts import Draft
from bot.rules.facts import merge, read_facts

TODAY = date(2026, 11, 23)


def read(text: str) -> Draft:
    return read_facts(text, today=TODAY, region="ES")


def test_every_kind_of_fact_is_read_in_one_breath() -> None:
    assert read(
        "met at PyCon 2023, Head of Data at Nordlicht, birthday 12 May, monthly, needs a designer, offers intros "
        "to VCs, #pycon, "
        "+34 600 123 456, ana@example.org, @anaruiz, linkedin.com/in/anaruiz, lives in Berlin, speaks Spanish"
    ) == Draft(
        name="", cadence_days=30, company="Nordlicht", role="Head of Data", met="at PyCon 2023", city="Berlin",
        birthday="--05-12",
        language="es", needs="a designer", offers="intros to VCs", tags=("pycon",), phones=("+34600123456",),
        emails=("ana@example.org",),
        links=("https://www.linkedin.com/in/anaruiz",), telegram="anaruiz",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("she's Head of Data", Draft(name="", role="Head of Data")),
        ("she is from Berlin", Draft(name="", city="Berlin")),
        ("he's from Nordlicht", Draft(name="", company="Nordlicht")),
        ("who lives in Oslo", Draft(name="", city="Oslo")),
        ("in Berlin", Draft(name="", city="Berlin")),
        ("Berlin-based", Draft(name="", city="Berlin")),
        ("her birthday is 12 May", Draft(name="", birthday="--05-12")),
        ("is looking for a designer", Draft(name="", needs="a designer")),
        ("could use a lawyer", Draft(name="", needs="a lawyer")),
        ("can help with pricing", Draft(name="", offers="pricing")),
        ("designer @Nordlicht", Draft(name="", role="designer", company="Nordlicht")),
        ("works at example.org", Draft(name="", company="example.org")),
        ("her phone is +34 600 123 456", Draft(name="", phones=("+34600123456",))),
        ("from Nordlicht monthly", Draft(name="", company="Nordlicht", cadence_days=30)),
        ("instagram @anaruiz", Draft(name="", links=("https://instagram.com/anaruiz",))),
        ("note: likes wine", Draft(name="", notes=("likes wine",))),
        ("last spoke on Friday", Draft(name="", touched_on=date(2026, 11, 20))),
    ],
)
def test_a_fact_is_read_in_any_sensible_spelling(text: str, fact: Draft) -> None:
    assert read(text) == fact


@pytest.mark.parametrize(
    "text", ["birthday 31 Feb", "born in Berlin", "likes wine", "ежемесячно?", "1990", "needs", "PhD", "ex-Nordlicht"]
)
def test_what_is_not_recognised_is_kept_as_a_note(text: str) -> None:
    assert read(text) == Draft(name="", notes=(text,))


def test_words_beside_each_other_are_one_note_as_typed() -> None:
    assert read("nice guy, loves dogs, monthly, tall").notes == ("nice guy, loves dogs", "tall")


def test_words_around_a_number_are_kept_with_it() -> None:
    draft = read("call +34 600 123 456 after six")
    assert draft.phones == ("+34600123456",)
    assert draft.notes == ("call +34 600 123 456 after six",)


def test_of_two_facts_where_one_can_be_the_second_becomes_a_note() -> None:
    assert read("monthly, weekly") == Draft(name="", cadence_days=30, notes=("weekly",))


def test_merging_adds_to_lists_once() -> None:
    fact = Draft(name="", tags=("pycon", "berlin"))
    assert merge(Draft(name="Ana", tags=("pycon",)), fact, "#pycon") == Draft(name="Ana", tags=("pycon", "berlin"))


@settings(deadline=None)  # the first example may load a table
@given(st.text(max_size=300))
def test_any_text_is_taken_and_the_name_stays_empty(text: str) -> None:
    assert read(text).name == ""


@settings(deadline=None)  # the first example may load a table
@given(
    st.lists(
        st.sampled_from(
            ["monthly", "#pycon", "ana@example.org", "likes wine", "needs a designer", "from Berlin", "tall"]
        ),
        unique=True,
    )
)
def test_the_order_of_facts_does_not_matter(parts: list[str]) -> None:
    there, back = read(", ".join(parts)), read(", ".join(reversed(parts)))
    for field in ("cadence_days", "tags", "emails", "needs", "city"):
        assert getattr(there, field) == getattr(back, field)


def test_now_is_no_part_of_the_city() -> None:
    assert read_facts("lives in NYC now.", today=TODAY, region=None).city == "NYC"
