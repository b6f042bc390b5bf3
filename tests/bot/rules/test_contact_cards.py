"""Shared contacts and their vCards."""

import logging
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.rules.contact_cards import read_card
from bot.rules.drafts import Draft

IPHONE = """BEGIN:VCARD
VERSION:3.0
N:Ruiz;Ana;;;
FN:Ana Ruiz
ORG:Nordlicht;
TITLE:Head of Data
item1.TEL;type=pref:+34 600 123 456
item2.EMAIL;type=INTERNET:Ana@Example.org
BDAY;X-APPLE-OMIT-YEAR=1604:1604-05-12
NOTE:Likes wine\\, and cheese.
END:VCARD
"""
ANDROID = """BEGIN:VCARD
VERSION:2.1
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=4D=C3=BC=6C=6C=65=72;=4C=65=6E=61;;;
FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=4C=65=6E=61=20=4D=C3=BC=6C=
=6C=65=72
TEL;CELL:0171 2345678
END:VCARD
"""
FOUR = """BEGIN:VCARD
VERSION:4.0
FN:Mateo Silva
TEL;VALUE=uri;TYPE=cell:tel:+55-11-91234-5678
BDAY:--0214
URL:https://www.linkedin.com/in/mateosilva-example
X-SOCIALPROFILE;TYPE=telegram:https://t.me/mateo_example
END:VCARD
"""


def read(
    vcard: str | None, first: str = "", last: str | None = None, phone: str = "", region: str | None = "DE"
) -> Draft:
    return read_card(vcard, first_name=first, last_name=last, phone=phone, region=region)


def test_a_card_without_a_vcard_is_a_name_and_a_number() -> None:
    assert read(None, "Ana", "Ruiz", "34600123456", None) == Draft(name="Ana Ruiz", phones=("34600123456",))


def test_an_iphones_card_gives_every_fact() -> None:
    assert read(IPHONE, "Ana", "Ruiz", "+34600123456") == Draft(
        name="Ana Ruiz", company="Nordlicht", role="Head of Data", birthday="--05-12", phones=("+34600123456",),
        emails=("ana@example.org",), notes=("Likes wine, and cheese.",),
    )  # fmt: skip


def test_an_old_card_in_quoted_printable_is_read() -> None:
    assert read(ANDROID) == Draft(name="Lena Müller", phones=("+491712345678",))


def test_a_new_card_with_uris_is_read() -> None:
    assert read(FOUR) == Draft(
        name="Mateo Silva", birthday="--02-14", phones=("+5511912345678",), telegram="mateo_example",
        links=("https://www.linkedin.com/in/mateosilva-example",),
    )  # fmt: skip


@pytest.mark.parametrize("birthday", ["19900512", "1990-05-12", "1990-05-12T00:00:00Z", "19900512T000000"])
def test_a_birthday_is_read_in_every_form_of_the_standard(birthday: str) -> None:
    assert read(f"BEGIN:VCARD\nFN:Ana Ruiz\nBDAY:{birthday}\nEND:VCARD").birthday == "1990-05-12"


def test_telegrams_name_comes_before_the_cards_and_the_number_stands_in_for_none() -> None:
    assert read(FOUR, "Teo").name == "Teo"
    assert read("BEGIN:VCARD\nTEL:+34600123456\nEND:VCARD").name == "+34600123456"
    assert read(None).name == ""


@pytest.mark.parametrize(
    "vcard", ["", "x", "BEGIN:VCARD", "END:VCARD", "BEGIN:VEVENT\nEND:VEVENT", IPHONE[:80], "\x00" * 50, "a" * 200_000]
)
def test_a_broken_card_leaves_the_name_and_the_number(vcard: str) -> None:
    draft = read(vcard, "Ben", "Okafor", "+34600123456")
    assert (draft.name, draft.phones) == ("Ben Okafor", ("+34600123456",))


def test_what_stands_in_a_broken_card_is_not_logged(
    caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    with caplog.at_level(logging.DEBUG):
        read("BEGIN:VCARD\nsecret words\nFN:Ana Ruiz\nEND:VCARD")
    assert "secret" not in caplog.text
    assert "secret" not in "".join(capfd.readouterr())


_KEYS = st.sampled_from(["FN", "N", "TEL", "EMAIL", "BDAY", "ORG", "URL", "NOTE", "PHOTO;ENCODING=b", "ADR",
"item1.TEL", "BEGIN", "END", "X",
                         "FN;CHARSET=foo;ENCODING=QUOTED-PRINTABLE"])  # fmt: skip


@settings(deadline=None)  # the first example may load a table
@given(st.lists(st.tuples(_KEYS, st.text(max_size=30)), max_size=8), st.booleans())
def test_no_card_raises(lines: list[tuple[str, str]], framed: bool) -> None:
    body = "\n".join(f"{key}:{value}" for key, value in lines)
    draft = read(f"BEGIN:VCARD\n{body}\nEND:VCARD" if framed else body, "Ana")
    assert draft.name == "Ana"


def test_a_component_inside_a_card_is_passed_over() -> None:
    assert read("BEGIN:VCARD\nFN:Ana Ruiz\nBEGIN:X\nFN:Ben Okafor\nEND:X\nEND:VCARD").name == "Ana Ruiz"


def test_a_card_that_would_keep_a_regular_expression_busy_is_read_at_once() -> None:
    start = time.perf_counter()
    assert read(f"BEGIN:VCARD\n{'a;' * 1000}\nFN:Ana Ruiz\nEND:VCARD").name == "Ana Ruiz"
    assert time.perf_counter() - start < 5


def test_what_another_user_said_of_dealing_with_somebody_stays_theirs() -> None:
    card = "BEGIN:VCARD\nFN:Ana Ruiz\nX-DOTTY-STATUS:archived\nX-DOTTY-CADENCE:7\nX-DOTTY-NEEDS:a job\nEND:VCARD"
    assert read(card) == Draft("Ana Ruiz")
