"""A row's cells made into a person."""

from datetime import date
from typing import Any

import pytest

from bot.rules.drafts import Draft
from bot.rules.files.drafting import Setting, draft_of

TODAY = date(2026, 11, 23)


def drafted(**cells: str | list[str]) -> Draft:
    values: Any = {
        field: cell if isinstance(cell, list) else [cell] for field, cell in {"name": "Ana Ruiz", **cells}.items()
    }
    draft = draft_of(values, Setting("DE", TODAY))
    assert isinstance(draft, Draft)
    return draft


@pytest.mark.parametrize(("cells", "reason"), [
    ({}, "no_name"), ({"company": ["Roche"]}, "no_name"), ({"name": ["a@example.org"]}, "no_name"),
    ({"name": ["LinkedIn Member"]}, "restricted"), ({"email": ["no-reply@example.org"]}, "robot"),
])  # fmt: skip
def test_a_row_without_a_person_says_why(cells: Any, reason: str) -> None:
    assert draft_of(cells, Setting(None, TODAY)) == reason


@pytest.mark.parametrize(("cells", "fact", "value"), [
    ({"phone": "030 1234567 / +34 600 123 456"}, "phones", ("+49301234567", "+34600123456")),
    ({"email": "Ana <ANA@Example.org>; b@example.org"}, "emails", ("ana@example.org", "b@example.org")),
    ({"email": ["a@example.org", "A@example.org"]}, "emails", ("a@example.org",)),
    ({"tags": "* myContacts ::: Friends ::: PyCon 2024"}, "tags", ("Friends", "PyCon 2024")),
    ({"tags": "#pycon, chess; 42"}, "tags", ("pycon", "chess")),
    ({"telegram": "https://t.me/ana_ruiz"}, "telegram", "ana_ruiz"),
    ({"telegram": "+34 600 123 456"}, "phones", ("+34600123456",)),
    ({"link": "t.me/ana_ruiz"}, "telegram", "ana_ruiz"),
    ({"link": "LinkedIn.com/in/Ana-Ruiz/"}, "links", ("https://www.linkedin.com/in/ana-ruiz",)),
    ({"birthday": "--05-12"}, "birthday", "--05-12"), ({"birthday": "1604-05-12"}, "birthday", "--05-12"),
    ({"birthday": "2027-05-12"}, "birthday", None), ({"birthday": "soon"}, "birthday", None),
    ({"met": "met at PyCon"}, "met", "at PyCon"), ({"met": "2024-01-07"}, "met_on", date(2024, 1, 7)),
    ({"met_on": "2027-01-07"}, "met_on", None), ({"met_on": "0001-01-01"}, "met_on", None),
    ({"cadence": "monthly"}, "cadence_days", 30), ({"cadence": "45.0"}, "cadence_days", 45),
    ({"cadence": "0"}, "cadence_days", None), ({"cadence": "now and then"}, "cadence_days", None),
    ({"language": "Deutsch"}, "language", "de"), ({"language": "en-GB"}, "language", "en"),
    ({"language": "Klingon"}, "language", None), ({"company": "R" * 500}, "company", "R" * 200),
    ({"notes": "one\r\ntwo"}, "notes", ("one\ntwo",)), ({"needs": ["a job", "a hat"]}, "needs", "a job; a hat"),
])  # fmt: skip
def test_each_kind_of_cell_is_read_as_what_it_is(cells: dict[str, Any], fact: str, value: object) -> None:
    assert getattr(drafted(**cells), fact) == value


def test_what_can_not_be_read_leaves_the_person() -> None:
    assert drafted(phone="ask Ben", email="none", link="???", birthday="?", met_on="?", telegram="-") == Draft(
        "Ana Ruiz"
    )


@pytest.mark.parametrize(("cells", "name"), [
    ({"first": ["Ana"], "last": ["Ruiz"], "name": ["A. Ruiz"]}, "Ana Ruiz"), ({"nickname": ["Ana"]}, "Ana"),
    ({"first": ["太郎"], "last": ["山田"]}, "山田太郎"), ({"first": ["🎉"], "name": ["Ana Ruiz"]}, "Ana Ruiz"),
])  # fmt: skip
def test_a_name_is_put_together_from_what_there_is(cells: Any, name: str) -> None:
    draft = draft_of(cells, Setting(None, TODAY))
    assert isinstance(draft, Draft)
    assert draft.name == name
