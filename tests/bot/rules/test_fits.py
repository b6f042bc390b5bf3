"""What made somebody fit, and the search in the words it was typed in."""

from datetime import UTC, date, datetime

import pytest

from bot.rules.fits import fits_of, spoken, told
from bot.rules.searches import Search, plain_search, read_search
from storage import Card
from storage.models import Contact, Note

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


def card(company: str, needs: str) -> Card:
    contact = Contact(
        user_id=7, name="Ana Ruiz", name_key="", added_on=TODAY, created_at=NOW, company=company, needs=needs
    )
    notes = [Note(user_id=7, contact_id=1, noted_on=TODAY, text=text, created_at=NOW)
             for text in ("sings in a choir", "likes tea")]  # fmt: skip
    return Card(contact, tags=["pycon", "climbing"], notes=notes)


def asked(text: str) -> Search:
    return read_search(text, today=TODAY) or plain_search(text)


@pytest.mark.parametrize(("text", "fits"), [
    ("choir", [("note", "sings in a choir")]), ("ana", []), ("roche", []), ("climb", [("tag", "climbing")]),
    ("choir tea", [("note", "sings in a choir"), ("note", "likes tea")]),
    ("who needs a designer", [("needs", "a designer")]), ("who offers a designer", []), ("chess", []),
])  # fmt: skip
def test_what_a_line_does_not_say_by_itself_is_told(text: str, fits: list[tuple[str, str]]) -> None:
    assert fits_of(card(company="Roche", needs="a designer"), asked(text)) == fits


@pytest.mark.parametrize(("text", "said"), [
    ("who do I know at Roche?", [("company", "Roche")]), ("Zürich", [("", "Zürich")]), ("O'Neil's", [("", "O'Neil's")]),
    ("#pycon", []), ("product designers in Berlin", [("", "product designers"), ("city", "Berlin")]),
    ("head of data", [("", "head of data")]), ("who do I know at Weiß & Söhne", [("company", "Weiß & Söhne")]),
    ("people in Oslo or Lagos", [("city", "Oslo or Lagos")]), ("people in Munich", [("city", "Munich")]),
    ("who did I meet at PyCon", [("met", "at PyCon")]), ("people I met through Grace", [("met", "through Grace")]),
])  # fmt: skip
def test_a_search_is_told_in_the_words_it_was_typed_in(text: str, said: list[tuple[str, str]]) -> None:
    assert told(asked(text)) == said


def test_a_word_that_was_not_typed_stays_as_it_is() -> None:
    assert spoken(("muenchen",), "München!") == "muenchen"
