from collections.abc import Sequence
from datetime import UTC, date, datetime

import pytest

from bot.rules.lexicon import Tone
from bot.rules.voices import called, language_of, voice_of
from storage.models import Contact, ContactPoint

DAY = date(2026, 6, 15)


def contact(name: str = "Ana Ruiz", **facts: object) -> Contact:
    row = Contact(user_id=1, name=name, name_key="", added_on=DAY, created_at=datetime(2026, 6, 15, tzinfo=UTC))
    for fact, value in facts.items():
        setattr(row, fact, value)
    return row


@pytest.mark.parametrize("voice", ["warm", "brief", "formal"])
def test_the_voice_the_user_set_counts(voice: str) -> None:
    assert voice_of(contact("Dr. Ana Ruiz", voice=voice), tags=["friends"]) == voice


@pytest.mark.parametrize(
    ("tags", "voice"),
    [
        (["friends"], "warm"),
        (["old-school"], "warm"),
        (["Freunde"], "warm"),
        (["clients"], "formal"),
        (["kunden"], "formal"),
        (["investor"], "formal"),
        (["pycon"], "brief"),
        (["conference-2025"], "brief"),
        (["friends", "clients"], "warm"),
        (["climbing"], "warm"),
        ([], "warm"),
    ],
)
def test_tags_tell_how_one_writes(tags: Sequence[str], voice: str) -> None:
    assert voice_of(contact(), tags=tags) == voice


@pytest.mark.parametrize(
    ("facts", "voice"),
    [
        ({"name": "Dr. Ana Ruiz"}, "formal"),
        ({"name": "Frau Groß"}, "formal"),
        ({"name": "Drew Park"}, "warm"),
        ({"role": "Professor of law"}, "formal"),
        ({"role": "engineer"}, "warm"),
        ({"met": "at PyCon 2023"}, "brief"),
        ({"met": "at the Berlin meetup"}, "brief"),
        ({"met": "on LinkedIn"}, "brief"),
        ({"met": "at Ben's wedding"}, "warm"),
    ],
)
def test_titles_work_and_how_they_met_tell_too(facts: dict[str, str], voice: str) -> None:
    assert voice_of(contact(**facts)) == voice


def test_who_is_known_through_linkedin_alone_is_written_to_briefly() -> None:
    link = ContactPoint(user_id=1, contact_id=1, kind="link", value="https://www.linkedin.com/in/example")
    phone = ContactPoint(user_id=1, contact_id=1, kind="phone", value="+34600123456")
    assert voice_of(contact(), points=[link]) == "brief"
    assert voice_of(contact(), points=[link, phone]) == "warm"
    assert voice_of(contact(met="at Ben's wedding"), points=[link]) == "warm"


@pytest.mark.parametrize(
    ("theirs", "users", "code"),
    [
        ("de", "en", "de"),
        ("German", "en", "de"),
        ("de-AT", "en", "de"),
        ("español", "en", "es"),
        ("mainly French", None, "fr"),
        (None, "fr-CA", "fr"),
        ("Finnish", "es", "es"),
        ("Klingon", "fi", "en"),
        ("", None, "en"),
    ],
)
def test_the_contacts_language_counts_then_the_users_then_english(
    theirs: str | None, users: str | None, code: str
) -> None:
    assert language_of(contact(language=theirs), users=users, known=("en", "es", "de", "fr")) == code


@pytest.mark.parametrize(
    ("name", "tags", "voice"),
    [
        ("Mr Park", ["friends"], "formal"),
        ("Prof. Okafor", ["climbing"], "formal"),
        ("Dr. Ana Ruiz", ["friends"], "warm"),
        ("Mum", ["clients"], "warm"),
    ],
)
def test_who_has_but_a_title_is_written_to_formally_and_ones_family_never(
    name: str, tags: Sequence[str], voice: str
) -> None:
    assert voice_of(contact(name), tags=tags) == voice


@pytest.mark.parametrize(
    ("name", "tone", "words"),
    [
        ("Ana Ruiz", "warm", {"first": "Ana", "name": "Ana Ruiz"}),
        ("J. R. Park", "warm", {"first": "J. R. Park", "name": "J. R. Park"}),
        ("J. Park", "formal", {"first": "J. Park", "name": "J. Park"}),
        ("Mr Park", "warm", {"name": "Mr Park"}),
        ("Prof. Okafor", "brief", {"name": "Prof. Okafor"}),
        ("Prof. Okafor", "formal", {"first": "Prof. Okafor", "name": "Prof. Okafor"}),
        ("Dr. Ana Ruiz", "warm", {"first": "Ana", "name": "Dr. Ana Ruiz"}),
        ("王小明", "warm", {"first": "王小明", "name": "王小明"}),
        ("😀", "warm", {}),
    ],
)
def test_neither_an_initial_nor_a_title_is_a_first_name(name: str, tone: Tone, words: dict[str, str]) -> None:
    assert called(name, tone) == words
