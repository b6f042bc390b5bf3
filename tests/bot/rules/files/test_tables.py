"""Tables of people, by whatever names their columns have."""

from datetime import date

import pytest

from bot.rules.drafts import Draft
from bot.rules.files.reading import read_file
from bot.rules.files.shapes import Column, FileReading

ANA = "ana@example.org"


def read(text: str | bytes, region: str | None = "DE", columns: dict[str, str] | None = None) -> FileReading:
    content = text.encode() if isinstance(text, str) else text
    return read_file(content, name="x.csv", region=region, today=date(2026, 11, 23), columns=columns or {})


def names(reading: FileReading) -> list[str]:
    return [draft.name for draft in reading.people]


@pytest.mark.parametrize(
    "header",
    [
        "Vorname,Nachname,URL,E-Mail-Adresse,Unternehmen,Position,Verbunden am",
        "Prénom,Nom,URL,Adresse e-mail,Entreprise,Poste,Connecté(e) le",
        "Nombre,Apellidos,URL,Dirección de correo electrónico,Empresa,Cargo,Conectado el",
        "Nome,Cognome,URL,Indirizzo e-mail,Azienda,Posizione,Collegato il",
        "Nome,Sobrenome,URL,Endereço de e-mail,Empresa,Cargo,Conectado em",
        "Voornaam,Achternaam,URL,E-mailadres,Bedrijf,Functie,Verbonden op",
        "Imię,Nazwisko,URL,Adres e-mail,Firma,Stanowisko,Połączono",
        "Ad,Soyad,URL,E-posta Adresi,Şirket,Pozisyon,Bağlantı tarihi",
        "Имя,Фамилия,URL,Электронная почта,Компания,Должность,Дата установления контакта",
        "Förnamn,Efternamn,URL,E-postadress,Företag,Befattning,Kontakt sedan",
    ],
)
def test_linkedins_headers_are_known_in_other_languages(header: str) -> None:
    reading = read(f"{header}\nAna,Ruiz,https://www.linkedin.com/in/Ana-Ruiz-Example/,{ANA},Roche,Lead,2019-06-15\n")
    assert reading.format == "linkedin"
    assert reading.people == (
        Draft("Ana Ruiz", company="Roche", role="Lead", met_on=date(2019, 6, 15), emails=(ANA,),
              links=("https://www.linkedin.com/in/ana-ruiz-example",)),
    )  # fmt: skip


def test_linkedins_columns_may_stand_in_any_order_with_notes_behind_the_header() -> None:
    text = 'Connected On,Last Name,First Name,Company\r\nNotes:\r\n"When exporting, some are missing."\r\n\r\n'
    reading = read(text + '7 Jan 2024,"Ruiz, MBA, PMP",Ana,Roche\r\n')
    assert reading.people == (Draft("Ana Ruiz", company="Roche", met_on=date(2024, 1, 7)),)
    assert [skipped.reason for skipped in reading.skipped] == ["not_person", "not_person"]


def test_every_kind_of_column_is_kept() -> None:
    header = (
        "Name;Firma;Rolle;Stadt;E-Mail;Telefon;Geburtstag;Notizen;Tags;LinkedIn;Telegram;Met;Sucht;Bietet;How often;"
    )
    header += "Sprache"
    row = 'Ana Ruiz;Roche;;Basel;ANA@Example.org, b@example.org;030 1234567;12.05.1990;"Zwei\nZeilen";pycon, #chess'
    rest = ";linkedin.com/in/ana-ruiz;@ana_ruiz;met at PyCon;a job;advice;monthly;Deutsch"
    (ana,) = read(f"sep=;\r\n{header}\r\n{row}{rest}\r\n", columns={"Rolle": "role"}).people
    assert ana == Draft(
        "Ana Ruiz", cadence_days=30, company="Roche", met="at PyCon", city="Basel", birthday="1990-05-12", needs="a job",
        offers="advice", tags=("pycon", "chess"), phones=("+49301234567",), emails=(ANA, "b@example.org"),
        links=("https://www.linkedin.com/in/ana-ruiz",), telegram="ana_ruiz", notes=("Zwei\nZeilen",),
        language="de",
    )  # fmt: skip


def test_columns_of_unknown_names_are_told_by_their_content_or_asked_about() -> None:
    reading = read("Name\tReach\tPing\tColour\nAna Ruiz\tana@example.org\t+49 30 1234567\tblue\nBen Okafor\t\t\tred\n")
    assert reading.people[0] == Draft("Ana Ruiz", phones=("+49301234567",), emails=(ANA,))
    assert reading.unknown == (Column("Colour", ("blue", "red")),)


def test_answers_about_columns_are_followed() -> None:
    text = "Wer,Was,Wo\nAna Ruiz,Designer,Berlin\nBen Okafor,Cook,Madrid\n"
    asked = read(text)
    assert (asked.people, asked.problem, asked.unknown[0]) == ((), None, Column("Wer", ("Ana Ruiz", "Ben Okafor")))
    told = read(text, columns={"Wer": "name", "Was": "role", "Wo": ""})
    assert told.people == (Draft("Ana Ruiz", role="Designer"), Draft("Ben Okafor", role="Cook"))
    assert told.unknown == ()
    assert read(text, columns={"Wer": "", "Was": "", "Wo": ""}).problem == "no_names"


def test_a_table_needs_no_header() -> None:
    reading = read("Ana Ruiz,ana@example.org,+49 30 1234567,Roche\nBen Okafor,ben@example.org,,Acme\n")
    assert reading.people == (
        Draft("Ana Ruiz", phones=("+49301234567",), emails=(ANA,)),
        Draft("Ben Okafor", emails=("ben@example.org",)),
    )
    assert reading.unknown == (Column("D", ("Roche", "Acme")),)
    assert read("Ana Ruiz,ana@example.org,Roche\n", columns={"C": "company"}).people[0].company == "Roche"


def test_a_last_name_first_is_turned() -> None:
    reading = read('Name,Company\n"Park, Joe",X\n"Acme, Inc.",Y\n"Lim, PhD",Z\n')
    assert names(reading) == ["Joe Park", "Acme, Inc.", "Lim"]


def test_a_broken_quote_costs_no_other_row() -> None:
    text = 'Name,Email,Company\nAna Ruiz,ana@example.org,"Nordlicht\nBen Okafor,ben@example.org,Roche\n'
    text += 'Grace Lim,grace@example.org,"Acme ""Best"" Inc"\nJoe "Rock" Park,joe@example.org,X\nFay "Lee,fay@example.org,\n'
    reading = read(text)
    assert [draft.company for draft in reading.people] == ["Nordlicht", "Roche", 'Acme "Best" Inc', "X", None]
    assert not reading.skipped


def test_rows_may_be_shorter_or_longer_than_the_header() -> None:
    reading = read("Name,Email,Company\nAna Ruiz\nBen Okafor,ben@example.org,Roche,more,and more\n,,\n")
    assert reading.people == (Draft("Ana Ruiz"), Draft("Ben Okafor", company="Roche", emails=("ben@example.org",)))


def test_a_cell_beyond_all_measure_is_skipped() -> None:
    for cell in ("x" * 10_000_000, '"' + "xyz abc\n" * 100_000 + '"'):
        reading = read(f"Name,Notes\nAna Ruiz,{cell}\nBen Okafor,hi\n")
        assert names(reading) == ["Ben Okafor"]
        assert [(skipped.line, skipped.reason) for skipped in reading.skipped] == [(2, "too_long")]


def test_robots_are_told_from_people() -> None:
    text = "Name,Email\nExample Notifications,notifications-noreply@example.org\n,no-reply@example.org\n"
    reading = read(text + "Ben News,news@example.org\nnoreply@example.org,noreply@example.org\n,ana@example.org\n")
    assert names(reading) == ["Ben News"]
    assert [skipped.reason for skipped in reading.skipped] == ["robot", "robot", "robot", "no_name"]


def test_one_person_in_two_rows_is_joined_but_not_by_a_shared_telephone() -> None:
    text = "Name,Phone,Email,Company\nAna Ruiz,+49301234567,,Roche\nBen Ruiz,+49 30 1234567,,\n"
    reading = read(text + "Ana M. Ruiz,+49 30 1234567,ana@example.org,Acme\n")
    assert reading.people == (
        Draft("Ana Ruiz", company="Roche", phones=("+49301234567",), emails=(ANA,)),
        Draft("Ben Ruiz", phones=("+49301234567",)),
    )
    assert [(skipped.line, skipped.what, skipped.reason) for skipped in reading.skipped] == [(4, "Ana M. Ruiz", "same")]


@pytest.mark.parametrize(("region", "born"), [("US", "1990-05-12"), ("DE", "1990-12-05")])
def test_ambiguous_days_follow_the_country(region: str, born: str) -> None:
    assert read("Name,Birthday\nAna Ruiz,5/12/1990\n", region=region).people[0].birthday == born


def test_a_day_above_twelve_settles_the_column() -> None:
    reading = read("Name,Met on\nAna Ruiz,05/06/2019\nBen Okafor,06/15/2019\n")
    assert [draft.met_on for draft in reading.people] == [date(2019, 5, 6), date(2019, 6, 15)]


@pytest.mark.parametrize(
    ("said", "born"),
    [("1604-05-12", "--05-12"), ("--0512", "--05-12"), (" --05-12", "--05-12"), ("0/0/00", None), ("2190-01-01", None)],
)
def test_birthdays_come_with_or_without_a_year(said: str, born: str | None) -> None:
    assert read(f"Name,Birthday\nAna Ruiz,{said}\n").people[0].birthday == born


def test_windows_and_old_macs_are_read() -> None:
    reading = read("Name;Ort\rJürgen Groß;Köln\r".encode("cp1252"))
    assert reading.people == (Draft("Jürgen Groß", city="Köln"),)


def test_a_list_of_names_is_read_a_line_each() -> None:
    text = "• Ana Ruiz\n2. Ben Okafor\n\n- Grace Lim, designer at Nordlicht, grace@example.org\nYılmaz Esra\n王小明\n"
    reading = read(text)
    assert reading.format == "names"
    assert reading.people[2] == Draft("Grace Lim", company="Nordlicht", role="designer", emails=("grace@example.org",))
    assert names(reading) == ["Ana Ruiz", "Ben Okafor", "Grace Lim", "Yılmaz Esra", "王小明"]


def test_last_names_first_in_a_list_are_turned() -> None:
    assert names(read("Ruiz, Ana\nOkafor, Ben\n")) == ["Ana Ruiz", "Ben Okafor"]
    assert names(read("Name\nRuiz, Ana\nOkafor, Ben\n")) == ["Ana Ruiz", "Ben Okafor"]
