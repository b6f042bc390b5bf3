"""Whatever users type about people, the openers to them are fit to be sent, and nothing of it is taken for a slot."""

from collections.abc import Mapping
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.rules.lexicon import Lexicon
from bot.rules.opener_fitness import faults
from bot.rules.openers import choose
from bot.rules.picking import Reason
from bot.texts.openers import LEXICONS
from storage.models import Contact, Note, Touch
from tests.made_up import NOW, TODAY, Person

#: Faults that lie in what was typed itself: a company may be called so.
IN_NAMES = {"name", "creepy", "guilt"}


def person_of(
    name: str, facts: Mapping[str, object] | None = None, *, note: str | None = None, touched: int | None = None
) -> Person:
    contact = Contact(id=1, user_id=1, name=name, name_key="", added_on=TODAY, created_at=NOW)
    for fact, value in (facts or {}).items():
        setattr(contact, fact, value)
    touched_on = None if touched is None else TODAY - timedelta(days=touched)
    contact.last_touch_on = touched_on
    return Person(
        contact,
        Reason("due", TODAY, TODAY, touched_on),
        notes=[Note(user_id=1, contact_id=1, noted_on=TODAY - timedelta(days=20), text=note, created_at=NOW)]
        if note
        else [],
        touches=[Touch(user_id=1, contact_id=1, touched_on=touched_on, note=note, created_at=NOW)]
        if touched_on
        else [],
    )


def shown(person: Person, presses: int, lexicon: Lexicon) -> list[str]:
    """The opener and what each "Another opener" gives after it."""
    used, texts = list[str](), list[str]()
    for _ in range(presses):
        opener = choose(person.facts(lexicon), lexicon, used=used, seed=1)
        used.append(opener.key)
        texts.append(opener.text)
    return texts


@pytest.mark.parametrize("touched", [None, 5, 100, 500])
@pytest.mark.parametrize("name", ["Ana", "王小明", "Dr. Ruiz"])
def test_a_contact_with_no_facts_has_a_dozen_different_openers(name: str, touched: int | None) -> None:
    openers = shown(person_of(name, touched=touched), 12, LEXICONS["en"])
    assert len(set(openers)) == 12
    assert all(name in opener for opener in openers)


def test_a_need_is_met_with_an_offer() -> None:
    opener = shown(person_of("Ana", {"needs": "a designer, an office"}), 1, LEXICONS["en"])[0]
    assert "a designer" in opener
    assert "office" not in opener


@pytest.mark.parametrize(
    ("note", "forbidden"),
    [
        ("her mother is in hospital", "mother"),
        ("might move to Berlin", "Berlin"),
        ("about his divorce", "divorce"),
        ("he does logistics", "logistics"),
        ("Ben starts a new job", "job"),
        ("don't mention the layoff", "layoff"),
    ],
)
def test_a_note_that_is_no_plain_news_stays_with_the_user(note: str, forbidden: str) -> None:
    openers = shown(person_of("Ana", note=note, touched=20), 12, LEXICONS["en"])
    assert not [opener for opener in openers if forbidden in opener]


def test_news_is_spoken_of_only_as_far_as_it_is_known() -> None:
    assert "Lisbon" in shown(person_of("Ana", note="just moved to Lisbon"), 1, LEXICONS["en"])[0]
    assert "new job" in shown(person_of("Ana", note="she starts a new job in May"), 1, LEXICONS["en"])[0]


@pytest.mark.parametrize("language", sorted(LEXICONS))
@pytest.mark.parametrize(
    "hostile",
    [
        "{first}",
        "{0.__class__}",
        "<b>x</b>",
        "a\nb",
        "x" * 4000,
        "word " * 800,
        "\u202eevil\u202c",
        "%s",
        "a\x00b",
        "None",
        "Nordlicht. Buy now! Click",
        "https://example.org",
        "@everyone",
        "+34 600 123 456",
        "  ,  . ",
        "🎉" * 300,
    ],
)
def test_hostile_facts_come_out_harmless(hostile: str, language: str) -> None:
    facts = {
        "company": hostile,
        "role": hostile,
        "met": f"at {hostile}",
        "city": hostile,
        "needs": f"un {hostile}" if language != "en" else f"a {hostile}",
        "offers": f"{hostile} advice",
    }
    person = person_of(f"Ana {hostile}"[:200], facts, note=f"moved to {hostile}", touched=30)
    for opener in shown(person, 6, LEXICONS[language]):
        assert set(faults(opener, person.facts(LEXICONS[language]))) <= {"name"}


ANYTHING = st.text(max_size=80)
TYPED = {
    "company": st.sampled_from([None, "Nordlicht", "a startup", "at Stripe", "MODEL AGENCY"]) | ANYTHING,
    "role": st.sampled_from([None, "engineer", "Head of Data", "my dentist"]) | ANYTHING,
    "met": st.sampled_from([None, "at PyCon 2023", "through Tom", "at work"]) | ANYTHING,
    "city": st.sampled_from([None, "Berlin", "with Tom", "Berlin, Germany"]) | ANYTHING,
    "needs": st.sampled_from([None, "a designer", "un diseñador", "eine Wohnung", "un graphiste", "her visa"])
    | ANYTHING,
    "offers": st.sampled_from([None, "pricing advice", "SEO", "intros to VCs"]) | ANYTHING,
}
NAMES = st.sampled_from(["Ana Ruiz", "Dr. Ruiz", "Mum", "王小明", "😀"]) | st.text(min_size=1, max_size=60)
NOTES = st.sampled_from([None, "she starts a new job in May", "moved to Lisbon", "about the trial"]) | ANYTHING


#: A busy machine makes up its texts slowly, which is no fault of theirs.
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(NAMES, st.fixed_dictionaries(TYPED), NOTES, st.none() | st.integers(0, 1500), st.sampled_from(sorted(LEXICONS)))
def test_whoever_it_is_the_opener_is_fit_to_send(
    name: str, facts: dict[str, object], note: str | None, touched: int | None, language: str
) -> None:
    person, lexicon = person_of(name, facts, note=note, touched=touched), LEXICONS[language]
    openers = shown(person, 3, lexicon)
    assert len(set(openers)) == 3
    for opener in openers:
        assert set(faults(opener, person.facts(lexicon))) <= IN_NAMES | {"small start"}
