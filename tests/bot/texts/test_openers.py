import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.rules.given_names import visible
from bot.rules.openers import LONGEST, OpenerFacts, Pattern, choose, facts_of
from bot.rules.picking import reason_for
from bot.texts.openers import PATTERNS, OpenerTexts
from storage.models import Contact, Note, Touch

TODAY = date(2026, 6, 15)
NOW = datetime(2026, 6, 15, tzinfo=UTC)
TEXTS = OpenerTexts("en")
WORD = re.compile(r"[^\W_]+")
OURS = {word.casefold() for pattern in PATTERNS for word in WORD.findall(pattern.template)} | {"there", "a", "an"}


@dataclass
class Card:
    contact: Contact
    notes: Sequence[Note] = field(default_factory=list)
    touches: Sequence[Touch] = field(default_factory=list)

    def facts(self) -> OpenerFacts:
        return facts_of(self, today=TODAY, reason=reason_for(self.contact, today=TODAY))

    def recorded(self) -> str:
        """All that was typed about them, case-folded."""
        texts = [str(value) for value in self.contact.model_dump().values() if isinstance(value, str)]
        texts += [note.text for note in self.notes] + [touch.note or "" for touch in self.touches]
        return visible(" ".join(texts)).casefold()


def card_of(
    name: str = "Ana Ruiz",
    facts: Mapping[str, object] | None = None,
    *,
    note: str | None = None,
    touched: int | None = None,
) -> Card:
    contact = Contact(id=1, user_id=1, name=name, name_key="", added_on=TODAY, created_at=NOW)
    for fact, value in (facts or {}).items():
        setattr(contact, fact, value)
    touched_on = None if touched is None else TODAY - timedelta(days=touched)
    contact.last_touch_on = touched_on
    return Card(
        contact,
        [Note(user_id=1, contact_id=1, noted_on=TODAY - timedelta(days=20), text=note, created_at=NOW)] if note else [],
        [Touch(user_id=1, contact_id=1, touched_on=touched_on, note=note, created_at=NOW)] if touched_on else [],
    )


def shown(card: Card, presses: int, seed: int = 1) -> list[str]:
    """The opener and what each "Another opener" gives after it."""
    facts, keys, openers = card.facts(), list[str](), list[str]()
    for _ in range(presses):
        pattern = choose(facts, PATTERNS, used=keys, seed=seed)
        keys.append(pattern.key)
        openers.append(TEXTS.opener(pattern, facts))
    return openers


def assert_fit_to_send(opener: str, first: str | None = None) -> None:
    assert 0 < len(opener) <= LONGEST
    assert not opener[0].islower() or opener.startswith(first or "Hi"), opener
    assert 1 <= len(re.findall(r"[.?](?= |$)", opener.replace("Dr. ", "").replace("Prof. ", ""))) <= 3, opener
    assert opener[-1] in ".?", opener
    assert not re.search(r"[{}<>!\n\r\t]|  | [,.;:?]|,,|\.\.|^\W", opener), opener
    assert first == "None" or "None" not in opener, opener
    assert not any(unicodedata.category(sign) in {"Cc", "Cf", "Cs"} for sign in opener)


def test_there_are_patterns_enough_for_every_moment() -> None:
    counts = Counter(pattern.moment for pattern in PATTERNS)
    assert len(PATTERNS) >= 150
    assert min(counts.values()) >= 3
    assert counts["plain"] >= 12


def test_keys_and_lines_are_told_apart() -> None:
    assert len({pattern.key for pattern in PATTERNS}) == len(PATTERNS)
    assert len({pattern.template for pattern in PATTERNS}) == len(PATTERNS)


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda pattern: pattern.key)
def test_every_pattern_reads_as_one_would_send_it(pattern: Pattern) -> None:
    values = {
        "first": "Ana",
        "met": "at PyCon 2023",
        "company": "Nordlicht",
        "role": "Head of Data",
        "city": "Berlin",
        "need": "a designer",
        "field": "pricing",
        "topic": "the trial",
        "employer": "Stripe",
        "place": "Lisbon",
    }
    opener = TEXTS.opener(pattern, OpenerFacts(frozenset({pattern.moment}), values))
    assert_fit_to_send(opener)
    assert not re.search(r"\d+ (?:days|weeks|months)|sorry|reminder|dotty|you never|my (?:bot|list)\b", opener, re.I)


@pytest.mark.parametrize("touched", [None, 5, 100, 500])
@pytest.mark.parametrize("name", ["Ana", "王小明", "Dr. Ruiz"])
def test_a_contact_with_no_facts_has_a_dozen_different_openers(name: str, touched: int | None) -> None:
    openers = shown(card_of(name, touched=touched), 12)
    assert len(set(openers)) == 12
    assert all(opener.split(",")[0].endswith(name) for opener in openers)


def test_without_a_usable_name_the_greeting_goes_without() -> None:
    openers = shown(card_of("😀"), 8)
    assert len(set(openers)) == 8
    assert all("there, " in opener for opener in openers)


def test_a_need_is_met_with_an_offer() -> None:
    opener = shown(card_of(facts={"needs": "a designer, an office"}), 1)[0]
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
    assert not [opener for opener in shown(card_of(note=note, touched=20), 12) if forbidden in opener]


def test_news_is_spoken_of_only_as_far_as_it_is_known() -> None:
    assert "Lisbon" in shown(card_of(note="just moved to Lisbon"), 1)[0]
    assert "new job" in shown(card_of(note="she starts a new job in May"), 1)[0]


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
def test_hostile_facts_come_out_harmless(hostile: str) -> None:
    facts = {
        "company": hostile,
        "role": hostile,
        "met": f"at {hostile}",
        "city": hostile,
        "needs": f"a {hostile}",
        "offers": f"{hostile} advice",
    }
    card = card_of(f"Ana {hostile}"[:200], facts, note=f"moved to {hostile}", touched=30)
    for opener in shown(card, 15):
        assert_fit_to_send(opener)
        assert not re.search(r"https?|@|\d{4}|Buy", opener)


ANYTHING = st.none() | st.text(max_size=80) | st.text("ab {}<>.,!?'-\u202e\n№", max_size=40)
NAMES = st.text(min_size=1, max_size=60) | st.sampled_from(["Ana Ruiz", "Dr. Ruiz", "王小明", "ben okafor", "J. Lim"])
TYPED = {
    "company": st.sampled_from([None, "Nordlicht", "BASF SE", "a startup", "Yahoo!"]) | ANYTHING,
    "role": st.sampled_from([None, "Head of Data", "engineer", "MBA student", "in sales"]) | ANYTHING,
    "met": st.sampled_from([None, "at PyCon 2023", "through Grace", "yesterday"]) | ANYTHING,
    "city": st.sampled_from([None, "Berlin", "são paulo", "Berlin, Germany"]) | ANYTHING,
    "needs": st.sampled_from([None, "a designer", "designer", "to hire an editor", "her visa"]) | ANYTHING,
    "offers": st.sampled_from([None, "pricing advice", "help with taxes", "intros to VCs"]) | ANYTHING,
}
NOTES = st.sampled_from([None, "she starts a new job in May", "moved to Lisbon", "about the trial"]) | ANYTHING
DAYS = {
    "birthday": st.sampled_from([None, None, "--06-15", "1990-06-19"]),
    "met_on": st.sampled_from([None, None, TODAY - timedelta(days=3)]),
}


@settings(max_examples=300, deadline=None)
@given(NAMES, st.fixed_dictionaries(TYPED | DAYS), NOTES, st.none() | st.integers(0, 1500), st.integers(0, 10_000))
def test_whoever_it_is_the_opener_is_fit_to_send_and_says_only_what_is_recorded(
    name: str, facts: dict[str, object], note: str | None, touched: int | None, seed: int
) -> None:
    card = card_of(name, facts, note=note, touched=touched)
    first = card.facts().values.get("first")
    openers = shown(card, 6, seed)
    assert len(set(openers)) == 6
    for opener in openers:
        assert_fit_to_send(opener, first)
        theirs = {word.casefold() for word in WORD.findall(opener)} - OURS
        assert not [word for word in theirs if word not in card.recorded()]
