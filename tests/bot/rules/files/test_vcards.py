"""vCard files of every version, right and wrong."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.rules.drafts import Draft
from bot.rules.exporting import to_vcards
from bot.rules.files.shapes import FileReading
from bot.rules.files.vcards import read_vcards
from storage import Card
from tests.bot.rules.files.networks import cards, draft_of

_PHOTO = "\r\n ".join(["PHOTO;ENCODING=b;TYPE=JPEG:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIj", *["A" * 74] * 20])
IPHONE = f"""BEGIN:VCARD
VERSION:3.0
PRODID:-//Apple Inc.//iPhone OS 17.5.1//EN
N:Kowalska;Julia;;;
FN:Julia Kowalska
ORG:Studio Wisła;
TITLE:Architect
item1.TEL;type=pref:+48 601 234 567
item1.X-ABLabel:_$!<Mobile>!$_
item2.EMAIL;type=INTERNET;type=pref:julia@example.pl
item2.X-ABLabel:Praca
BDAY;X-APPLE-OMIT-YEAR=1604:1604-05-12
NOTE:Met on the night train.\\nTwo cats\\, one dog.
{_PHOTO}
END:VCARD
"""
ANDROID = """BEGIN:VCARD
VERSION:2.1
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=4D=C3=BC=6C=6C=65=72;=4C=65=6E=61;;;
FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=4C=65=6E=61=20=4D=C3=BC=6C=
=6C=65=72
TEL;CELL:0171 2345678
TEL;HOME:+49301234567
EMAIL;HOME:lena@example.de
ORG:Stadtwerke
END:VCARD
BEGIN:VCARD
VERSION:2.1
N:;;;;
TEL;CELL:+15550100
END:VCARD
"""
FOUR = """BEGIN:VCARD
VERSION:4.0
FN:Mateo Silva
N:Silva;Mateo;;;
TEL;VALUE=uri;TYPE=cell:tel:+55-11-91234-5678
EMAIL:mateo@example.br
BDAY:--0214
URL:https://www.linkedin.com/in/mateosilva-example
X-SOCIALPROFILE;TYPE=telegram:https://t.me/mateo_example
END:VCARD
"""
JULIA = Draft(
    "Julia Kowalska", company="Studio Wisła", role="Architect", phones=("+48601234567",), emails=("julia@example.pl",),
    birthday="--05-12", notes=("Met on the night train.\nTwo cats, one dog.",),
)  # fmt: skip
LENA = Draft("Lena Müller", company="Stadtwerke", phones=("+491712345678", "+49301234567"), emails=("lena@example.de",))
MATEO = Draft(
    "Mateo Silva", phones=("+5511912345678",), emails=("mateo@example.br",), birthday="--02-14",
    links=("https://www.linkedin.com/in/mateosilva-example",), telegram="mateo_example",
)  # fmt: skip


def read(text: str | bytes, region: str | None = "DE") -> FileReading:
    content = text if isinstance(text, bytes) else text.replace("\n", "\r\n").replace("\r\r", "\r").encode()
    return read_vcards(content, region=region, most=100)


def one(*lines: str) -> Draft:
    """The person of a card with these lines."""
    (person,) = read("\n".join(["BEGIN:VCARD", "VERSION:3.0", "FN:Ana Ruiz", *lines, "END:VCARD", ""])).people
    return person


def names(text: str | bytes) -> list[str]:
    return [person.name for person in read(text).people]


@pytest.mark.parametrize(("text", "people"), [(IPHONE, (JULIA,)), (ANDROID, (LENA,)), (FOUR, (MATEO,)),
                                              (IPHONE + ANDROID + FOUR, (JULIA, LENA, MATEO))])  # fmt: skip
def test_each_version_is_read_field_by_field(text: str, people: tuple[Draft, ...]) -> None:
    reading = read(text)
    assert (reading.format, reading.people, reading.problem) == ("vcard", people, None)


def test_a_card_without_a_name_is_skipped_with_its_line() -> None:
    (skipped,) = read(ANDROID).skipped
    assert (skipped.line, skipped.what, skipped.reason) == (11, "+15550100", "no_name")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_any_encoding_is_read(encoding: str) -> None:
    assert names("BEGIN:VCARD\r\nFN:Lena Müller\r\nEND:VCARD\r\n".encode(encoding)) == ["Lena Müller"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_line_end_is_read(end: str) -> None:
    assert names(end.join(["BEGIN:VCARD", "FN:Ana", " Ruiz", "END:VCARD"]).encode()) == ["AnaRuiz"]


@pytest.mark.parametrize("text", [
    "BEGIN:VCARD\n FN:Ana Ruiz\nEND:VCARD\nBEGIN:VCARD\nVERSION:3.0\n\tFN:Ben Okafor\nEND:VCARD",
    " BEGIN:VCARD \n FN:Ana Ruiz\n END:VCARD\n BEGIN:VCARD\n FN:Ben Okafor\n END:VCARD",
    "BEGIN:VCARD\nFN:Ana Ruiz\nBEGIN:VCARD\nFN:Ben Okafor",
    "begin:vcard\nfn:Ana Ruiz\nend:vcard\n\n\nBegin:vCard\nfn:Ben Okafor\nend:vcard",
    "BEGIN:VCARD\nFN:Ana Ruiz\nrubbish\n:\n;\nTEL\nEND:VCARD\nBEGIN:VCARD\nFN:Ben Okafor\nEND:VCARD",
    "BEGIN:VCARD\nFN:Ana Ruiz\nTEL;X=\"a:1\nEND:VCARD\nBEGIN:VCARD\nFN:Ben Okafor\nEND:VCARD",
    "BEGIN:VCARD\nFN:Ana Ruiz\nNOTE;ENCODING=QUOTED-PRINTABLE:broken=\nEND:VCARD\nBEGIN:VCARD\nFN:Ben Okafor\nEND:VCARD",
    "BEGIN:VCARD\nFN;CHARSET=klingon;ENCODING=QUOTED-PRINTABLE:Ana=20Ruiz\nEND:VCARD\nBEGIN:VCARD\nFN:Ben Okafor\nEND:VCARD",
    "BEGIN:VCARD\nFN:Ana Ruiz\nPHOTO;ENCODING=b:abc\n de\n!!\nEND:VCARD\nBEGIN:VCARD\nFN:Ben Okafor\nEND:VCARD",
    "BEGIN:VCARD\nFN:Ana Ruiz\nBEGIN:X\nFN:Nobody\nEND:X\nEND:VCARD\nBEGIN:VCARD\nFN:Ben Okafor\nEND:VCARD",
])  # fmt: skip
def test_a_broken_card_does_not_lose_the_others(text: str) -> None:
    assert names(text) == ["Ana Ruiz", "Ben Okafor"]


@pytest.mark.parametrize("line", [
    "FN;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:M=FCller", "FN;ENCODING=QUOTED-PRINTABLE:M=C3=BCller",
    "FN;ENCODING=quoted-printable;charset=utf-8:M=c3=bcller", "FN;QUOTED-PRINTABLE:M=C3=\n=BCller",
    "FN;LANGUAGE=de:Müller",
    "FN;ENCODING=QUOTED-PRINTABLE:M=FCller", "item7.FN:Müller", "FN ;X=1: Müller", "FN;ENCODING=BASE64:TcO8bGxlcg==",
    "N:Müller", "N;CHARSET=UTF-8:;Müller;;;",
])  # fmt: skip
def test_a_name_is_read_however_it_is_written(line: str) -> None:
    assert names(f"BEGIN:VCARD\n{line}\nEND:VCARD\n") == ["Müller"]


@pytest.mark.parametrize(("line", "name"), [
    ("N:Ruiz,Lopez;Ana,Maria;;Dr.;", "Ana Maria Ruiz Lopez"), ("N:O\\;Neil;Kim", "Kim O;Neil"),
    ("FN:Ana Ruiz\\, PhD", "Ana Ruiz"),
    ("FN:Ana 🌍 Ruiz", "Ana Ruiz"),
])  # fmt: skip
def test_a_name_is_made_clean(line: str, name: str) -> None:
    assert names(f"BEGIN:VCARD\n{line}\nEND:VCARD\n") == [name]


@pytest.mark.parametrize(("written", "born"), [
    ("--0214", "--02-14"), ("--02-14", "--02-14"), ("1990-05-12", "1990-05-12"), ("19900512", "1990-05-12"),
    ("1990-05-12T00:00:00Z", "1990-05-12"), ("19900512T000000", "1990-05-12"), ("1604-02-29", "--02-29"),
    ("16040512", "--05-12"), ("0000-05-12", "--05-12"), ("1990", None), ("1990-05", None), ("---12", None),
    ("1990-02-31", None), ("yesterday", None), ("", None),
])  # fmt: skip
def test_a_birthday_is_read_in_every_form(written: str, born: str | None) -> None:
    assert one(f"BDAY:{written}").birthday == born
    assert one(f"BDAY;VALUE=date:{written}").birthday == born


@pytest.mark.parametrize(("line", "fact"), [
    ("ORG:Acme\\, Inc.;R\\;D", Draft("Ana Ruiz", company="Acme, Inc.")),
    ("ORG:;Sales", Draft("Ana Ruiz", company="Sales")),
    ("ADR;TYPE=home:;;1 Street;Berlin;;10115;Germany", Draft("Ana Ruiz", city="Berlin")), ("ADR:;;", Draft("Ana Ruiz")),
    ("CATEGORIES:myContacts,py\\,con,#chess,chess", Draft("Ana Ruiz", tags=("py,con", "chess"))),
    ("NICKNAME:Annie", Draft("Ana Ruiz")), ("ANNIVERSARY:20100101", Draft("Ana Ruiz")),
    ("TEL;TYPE=\"cell,voice\";VALUE=uri:tel:+1-212-555-0100;ext=5", Draft("Ana Ruiz", phones=("+12125550100",))),
    ("TEL;WORK;FAX:+1 212 555 0100", Draft("Ana Ruiz")), ("TEL:", Draft("Ana Ruiz")),
    ("EMAIL;VALUE=uri:mailto:Ana@Example.org", Draft("Ana Ruiz", emails=("ana@example.org",))),
    ("EMAIL:ana", Draft("Ana Ruiz")),
    ("item1.URL:http\\://example.org/a", Draft("Ana Ruiz", links=("http://example.org/a",))),
    ("URL:de.linkedin.com/in/Ana-Ruiz/", Draft("Ana Ruiz", links=("https://www.linkedin.com/in/ana-ruiz",))),
    ("URL:javascript:alert(1)", Draft("Ana Ruiz")), ("X-TELEGRAM:@ana_ruiz", Draft("Ana Ruiz", telegram="ana_ruiz")),
    ("IMPP;X-SERVICE-TYPE=Telegram:x-apple:ana_ruiz", Draft("Ana Ruiz", telegram="ana_ruiz")),
    ("IMPP:tg:ana_ruiz", Draft("Ana Ruiz", telegram="ana_ruiz")), ("IMPP:xmpp:ana@example.org", Draft("Ana Ruiz")),
    ("NOTE:one\\ntwo\\Nthree\\, C:\\temp", Draft("Ana Ruiz", notes=("one\ntwo\nthree, C:\\temp",))),
    ("NOTE:long\n er\n  one", Draft("Ana Ruiz", notes=("longer one",))),
    ("LANG:pt-BR", Draft("Ana Ruiz", language="pt-BR")),
    ("X-DOTTY-MOOD:good", Draft("Ana Ruiz")), ("X-DOTTY-CADENCE:often", Draft("Ana Ruiz")),
    ("X-DOTTY-STATUS:king", Draft("Ana Ruiz")),
])  # fmt: skip
def test_a_property_says_a_fact(line: str, fact: Draft) -> None:
    assert one(line) == fact


def test_all_ways_to_reach_somebody_are_kept_and_the_first_of_what_can_only_be_one() -> None:
    ana = one("TEL:+34600123456", "TEL:+34600123457", "TEL:+34600123456", "EMAIL:a@example.org", "EMAIL:b@example.org",
              "ORG:Nordlicht", "ORG:Acme", "NOTE:a", "NOTE:b")  # fmt: skip
    assert ana == Draft(
        "Ana Ruiz", company="Nordlicht", phones=("+34600123456", "+34600123457"),
        emails=("a@example.org", "b@example.org"), notes=("a", "b"),
    )  # fmt: skip


@pytest.mark.parametrize(("lines", "reason"), [
    ("ORG:Acme\nTEL:+34600123456", "not_person"), ("FN:Acme\nORG:Acme", "not_person"),
    ("FN:Acme\nN:;;;;\nORG:Acme;", "not_person"),
    ("FN:Acme Support\nKIND:org", "not_person"), ("FN:Team\nX-ADDRESSBOOKSERVER-KIND:group", "not_person"),
    ("FN:Acme\nN:Ruiz;Ana\nX-ABShowAs:COMPANY", "not_person"), ("", "no_name"), ("FN:12345", "no_name"),
    ("FN:" + "a" * 300, "too_long"), ("FN:newsletter@example.com\nEMAIL:newsletter@example.com", "robot"),
])  # fmt: skip
def test_who_is_nobody_is_skipped_with_the_reason(lines: str, reason: str) -> None:
    reading = read(f"BEGIN:VCARD\nFN:Ben Okafor\nEND:VCARD\nBEGIN:VCARD\n{lines}\nEND:VCARD\n")
    assert [each.name for each in reading.people] == ["Ben Okafor"]
    assert [(each.line, each.reason) for each in reading.skipped] == [(4, reason)]


@settings(deadline=None, max_examples=40)
@given(st.lists(cards(), min_size=1, max_size=2))
def test_our_own_cards_come_back_as_they_were(network: list[Card]) -> None:
    assert read(to_vcards(network), region="ES").people == tuple(draft_of(card) for card in network)


def test_too_many_cards_are_a_problem_and_none_too() -> None:
    assert read(FOUR.replace("FN:", "FN:x").replace("mateo", "m") * 0 + "x").problem == "not_people"
    many = "".join(f"BEGIN:VCARD\nFN:Ana Ruiz\nTEL:+346001234{n}\nEND:VCARD\n" for n in range(10, 99))
    assert read_vcards(many.encode(), region=None, most=50).problem == "too_many"


@pytest.mark.parametrize("line", [
    "a;" * 500_000, "TEL;" * 100_000 + ":1", 'TEL;"' * 100_000, "ADR:" + "\\;" * 90_000, "EMAIL:" + "a.@" * 60_000,
    "URL:" + "a." * 90_000, "CATEGORIES:" + "a," * 90_000, "NOTE;ENCODING=QUOTED-PRINTABLE:" + "=\n" * 100_000,
    "NOTE:x" + "\n y" * 300_000, "NOTE:x\n" * 100_000, "TEL:" + "1 " * 90_000, "BDAY:" + "-" * 100_000,
])  # fmt: skip
def test_no_line_takes_long(line: str) -> None:
    start = time.perf_counter()
    assert names(f"BEGIN:VCARD\nFN:Ana Ruiz\n{line}\nEND:VCARD\n") == ["Ana Ruiz"]
    assert time.perf_counter() - start < 5


@settings(deadline=None, max_examples=100)
@given(st.binary(max_size=100), st.integers(0, 2_500))
def test_no_bytes_raise(rubbish: bytes, at: int) -> None:
    content = (IPHONE + ANDROID + FOUR).encode()
    read(rubbish)
    read(content[:at] + rubbish + content[at:])


_NAMES = st.sampled_from(["FN", "N", "TEL", "EMAIL", "BDAY", "ORG", "URL", "NOTE", "ADR", "CATEGORIES", "LANG", "IMPP",
                          "KIND", "X-DOTTY-CADENCE", "X-DOTTY-MET-ON", "BEGIN", "END", "item1.TEL", " NOTE"])  # fmt: skip
_HEADS = st.sampled_from(["", ";TYPE=telegram", ";ENCODING=QUOTED-PRINTABLE", ";BASE64", ";CHARSET=utf-7;QUOTED-PRINTABLE",
                          ';X="', ";=;", ";CHARSET=zip;ENCODING=b"])  # fmt: skip


@settings(deadline=None, max_examples=150)
@given(st.lists(st.tuples(_NAMES, _HEADS, st.text(max_size=30)), max_size=8))
def test_no_card_raises(lines: list[tuple[str, str, str]]) -> None:
    body = "\n".join(f"{name}{head}:{value}" for name, head, value in lines)
    read(f"BEGIN:VCARD\n{body}\nEND:VCARD\n".encode("utf-8", "replace"))
