"""Roles and companies."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.rules.drafts import Draft
from bot.rules.works import is_acronymic, is_role, is_surname, read_work, resembles_role


@pytest.mark.parametrize(
    ("text", "role", "company"),
    [
        ("Head of Data at Nordlicht", "Head of Data", "Nordlicht"),
        ("Head of Data @ Nordlicht", "Head of Data", "Nordlicht"),
        ("designer at Nordlicht", "designer", "Nordlicht"), ("a designer with Nordlicht", "designer", "Nordlicht"),
        ("CEO of Acme", "CEO", "Acme"), ("VP of Sales at Acme", "VP of Sales", "Acme"),
        ("VP of Sales", "VP of Sales", None),
        ("co-founder & CEO", "co-founder & CEO", None), ("works as a nurse", "nurse", None),
        ("role: Chief of Staff", "Chief of Staff", None),
        ("works at Stripe", None, "Stripe"), ("now at Stripe", None, "Stripe"), ("at Stripe", None, "Stripe"),
        ("from Nordlicht", None, "Nordlicht"), ("company: nordlicht", None, "nordlicht"),
        ("Nordlicht GmbH", None, "Nordlicht GmbH"),
        ("University of Oslo", None, "University of Oslo"),
    ],
)  # fmt: skip
def test_a_job_is_a_role_a_company_or_both(text: str, role: str | None, company: str | None) -> None:
    assert read_work(text) == Draft(name="", role=role, company=company)


@pytest.mark.parametrize(
    "text", ["", "nice guy", "Nordlicht", "from Berlin", "at home", "from work", "he does logistics", "x" * 300]
)
def test_other_words_are_no_job(text: str) -> None:
    assert read_work(text) is None


def test_a_job_is_told_from_a_surname_by_its_capitals() -> None:
    assert is_role("baker")
    assert is_surname("Grace Baker")
    assert not is_surname("a baker")
    assert not is_surname("Product Manager")


def test_a_job_with_a_typing_mistake_is_like_a_job() -> None:
    assert resembles_role("desiner")
    assert resembles_role("layer")
    assert not resembles_role("marina")
    assert not resembles_role("coo")


@settings(deadline=None)  # the first example may load a table
@given(st.text(max_size=250))
def test_any_text_is_taken(text: str) -> None:
    work = read_work(text)
    assert work is None or work.role or work.company


@pytest.mark.parametrize("text", ["at 5", "at 10am", "at noon", "at night", "at 7:30", "at 18h"])
def test_an_hour_is_no_firm(text: str) -> None:
    assert read_work(text) is None


def test_a_firm_may_begin_with_a_digit() -> None:
    assert read_work("at 3M") == Draft(name="", company="3M")


def test_an_acronym_among_other_words_is_likely_an_organisation() -> None:
    assert is_acronymic("ETH Zürich")
    assert not is_acronymic("ANA RUIZ")
    assert not is_acronymic("Ana Ruiz")
