"""What columns are called."""

from typing import get_args

import pytest

from bot.rules.files.column_names import FIELD_OF, is_left_out, known_field, known_fields, plain
from bot.rules.files.shapes import Field


@pytest.mark.parametrize(("header", "field"), [
    ("E-mail 1 - Value", "email"), ("Work phone", "phone"), ("  COMPANY  ", "company"), ("Prénom", "first"),
    ("E-Mail-Adresse", "email"), ("Должность", "role"), ("姓名", "name"), ("Phone 2", "phone"), ("Connected On", "met_on"),
    ("E-mail 1 - Label", None), ("E-mail 1 - Type", None), ("Photo", None), ("Favourite hat", None), ("", None),
])  # fmt: skip
def test_a_column_is_known_by_its_name(header: str, field: Field | None) -> None:
    assert known_field(header) == field


@pytest.mark.parametrize(("headers", "fields"), [
    (["Nombre", "Apellidos"], ["first", "last"]), (["Vorname", "Name"], ["first", "last"]),
    (["Prénom", "Nom"], ["first", "last"]), (["Nome", "Cognome"], ["first", "last"]),
    (["First Name", "Last Name", "Name"], ["first", "last", "name"]), (["Nombre", "Empresa"], ["name", "company"]),
    (["First Name", "Name"], ["first", "name"]),
])  # fmt: skip
def test_the_neighbours_of_a_name_decide_what_it_is(headers: list[str], fields: list[Field]) -> None:
    assert known_fields(headers) == fields


def test_what_is_kept_and_what_is_left_out_do_not_overlap() -> None:
    assert [name for name in FIELD_OF if is_left_out(name)] == []


def test_every_kind_of_column_has_names_in_the_form_they_are_compared_in() -> None:
    assert set(FIELD_OF.values()) == set(get_args(Field))
    assert [name for name in FIELD_OF if not name or plain(name) != name] == []
