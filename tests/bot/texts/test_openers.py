"""Every language is held to the same moments, and what its lines come to is fit to be sent, whoever it is sent to."""

import re
from collections import Counter
from functools import cache
from random import Random

import pytest

from bot.rules.lexicon import CHANNELS, EVENT_KINDS, MOMENTS, OFFERS, TONES, Lexicon, Line, Moment, Tone
from bot.rules.opener_facts import OpenerFacts
from bot.rules.opener_fitness import faults
from bot.rules.openers import JOINT, LONGEST, Composition, Opener, choose, compositions
from bot.texts.openers import LEXICONS, LINES
from tests.made_up import Person, somebody

LANGUAGES = ("en", "es", "de", "fr")
FREQUENT: tuple[Moment, ...] = ("dormant", "quiet", "recent", "never", "plain", "fact")
FULL_SLOTS = frozenset(
    [
        "first", "name", "company", "city", "employer", "place", "event_day", "need", "match", "field", "topic", "met_at",
        "met", "role", "other", "other_first", "other_company",
    ]
)  # fmt: skip
PEOPLE = 500
WORD = re.compile(r"[^\W\d_]+")
INTRODUCTIONS: dict[Moment, int] = {"intro_ask": 5, "intro_both": 4, "intro_seek": 5, "intro_decline": 3}


def lines(lexicon: Lexicon) -> tuple[Line, ...]:
    return (*lexicon.openings, *lexicon.closings, *lexicon.wholes)


def capitals(lexicon: Lexicon) -> set[str]:
    """The words that the language itself writes with a capital."""
    ours = [line.template for line in lines(lexicon)] + list(lexicon.grammar.months)
    ours += [text for texts in (*lexicon.greetings.values(), *lexicon.nameless.values()) for text in texts]
    ours += [words for kinds in lexicon.events.values() for slots in kinds.values() for words in slots.values()]
    return {word for text in ours for word in WORD.findall(text) if word[0].isupper()}


def opener_to(person: Person, language: str, *, used: list[str] | None = None, seed: int = 1) -> Opener:
    lexicon = LEXICONS[language]
    return choose(person.facts(lexicon), lexicon, used=used or [], seed=seed)


@cache
def written_to(language: str) -> list[tuple[Person, Opener]]:
    """So many people and what is suggested to each, which several properties look at: to choose takes longest."""
    rng = Random(11)
    people = [somebody(rng, language) for _ in range(PEOPLE)]
    return [(person, opener_to(person, language, seed=number)) for number, person in enumerate(people)]


def shown(opener: Opener) -> Composition:
    return Composition(tuple(LINES[key] for key in opener.key.split(JOINT)))


# The lines


@pytest.fixture(params=LANGUAGES)
def lexicon(request: pytest.FixtureRequest) -> Lexicon:
    return LEXICONS[request.param]


def test_every_language_has_250_different_templates_and_more(lexicon: Lexicon) -> None:
    assert len({line.template for line in lines(lexicon)}) >= 250


@pytest.mark.parametrize("tone", TONES)
def test_every_moment_and_every_offer_is_there_for_every_tone(lexicon: Lexicon, tone: Tone) -> None:
    spoken = [line for line in lines(lexicon) if tone in line.tones]
    assert {line.moment for line in spoken if line.moment} == set(MOMENTS)
    assert {line.offer for line in spoken if line.offer} == set(OFFERS)
    assert {line.offer for line in lexicon.closings if tone in line.tones} == set(OFFERS)


def test_the_frequent_moments_have_six_lines_and_the_others_three(lexicon: Lexicon) -> None:
    counts = Counter(line.moment for line in (*lexicon.openings, *lexicon.wholes))
    assert {moment: counts[moment] for moment in FREQUENT if counts[moment] < 6} == {}
    assert {moment: counts[moment] for moment in MOMENTS if counts[moment] < 3} == {}


@pytest.mark.parametrize("tone", ["warm", "formal"])
def test_introductions_have_lines_enough_in_each_form_of_address(lexicon: Lexicon, tone: Tone) -> None:
    counts = Counter(line.moment for line in lexicon.wholes if tone in line.tones)
    assert {moment: counts[moment] for moment, least in INTRODUCTIONS.items() if counts[moment] < least} == {}


def test_keys_and_lines_are_told_apart(lexicon: Lexicon) -> None:
    keys = Counter(line.key for line in lines(lexicon))
    assert [key for key, count in keys.items() if count > 1] == []
    assert [key for key in keys if JOINT in key] == []
    openings = Counter((line.template, line.moment, tone) for line in lexicon.openings for tone in line.tones)
    assert [each for each, count in openings.items() if count > 1] == []


def test_no_two_languages_share_a_key() -> None:
    keys = Counter(line.key for lexicon in LEXICONS.values() for line in lines(lexicon))
    assert [key for key, count in keys.items() if count > 1] == []


def test_only_known_slots_are_used(lexicon: Lexicon) -> None:
    events = {slot for kinds in lexicon.events.values() for slots in kinds.values() for slot in slots}
    assert {slot for line in lines(lexicon) for slot in line.needs} <= FULL_SLOTS | events


def test_every_kind_of_event_has_the_same_slots_in_every_tone(lexicon: Lexicon) -> None:
    slots = [{kind: frozenset(words) for kind, words in lexicon.events[tone].items()} for tone in TONES]
    assert set(slots[0]) == set(EVENT_KINDS)
    assert slots[0] == slots[1] == slots[2]
    assert all("event" in names for names in slots[0].values())


def test_an_opening_ends_its_sentence_and_a_line_begins_as_behind_a_comma(lexicon: Lexicon) -> None:
    assert [line.key for line in lexicon.openings if not line.template.endswith((".", "!", ",", ":", "…"))] == []
    ends = ('"', ".", "?", "!", "»")
    assert [line.key for line in (*lexicon.closings, *lexicon.wholes) if not line.template.endswith(ends)] == []


def test_what_needs_gentle_words_is_said_in_one_line(lexicon: Lexicon) -> None:
    assert [line.key for line in lexicon.openings if line.moment == "gentle"] == []
    assert [line.key for line in lexicon.openings if line.moment in INTRODUCTIONS] == []


def test_what_ends_an_opener_asks_or_offers_something(lexicon: Lexicon) -> None:
    values = dict.fromkeys(FULL_SLOTS, "Nordlicht")
    for kind in EVENT_KINDS:
        values |= dict(lexicon.events["warm"].get(kind, {}))
    ends = [line for line in (*lexicon.closings, *lexicon.wholes) if line.moment != "gentle"]
    mute = [line.key for line in ends if "no question" in faults(line.fill(values), OpenerFacts({}, values))]
    assert mute == []


def test_no_line_is_creepy_or_makes_them_feel_guilty(lexicon: Lexicon) -> None:
    values = dict.fromkeys(FULL_SLOTS, "Nordlicht")
    for kind in EVENT_KINDS:
        values |= dict(lexicon.events["warm"].get(kind, {}))
    wrong = {line.key: faults(line.fill(values), OpenerFacts({}, values)) for line in lines(lexicon)}
    assert {key: found for key, found in wrong.items() if {"creepy", "guilt", "unfilled", "number"} & set(found)} == {}


def test_no_line_is_long(lexicon: Lexicon) -> None:
    assert [line.key for line in lexicon.openings if len(line.template) > 130] == []
    assert [line.key for line in lexicon.closings if len(line.template) > 120] == []
    assert [line.key for line in lexicon.wholes if len(line.template) > 230] == []


def test_people_are_greeted_in_every_tone_on_every_channel(lexicon: Lexicon) -> None:
    for tone in TONES:
        for channel in CHANNELS:
            assert all("{first}" in each or "{name}" in each for each in lexicon.greetings[tone, channel])
            assert any("{" not in each for each in lexicon.nameless[tone, channel])
            assert all("{first}" not in each for each in lexicon.nameless[tone, channel])


# What they come to


@pytest.mark.parametrize("language", LANGUAGES)
def test_whoever_it_is_the_opener_is_fit_to_send_and_says_only_what_is_recorded(language: str) -> None:
    ours = capitals(LEXICONS[language])
    unfit = []
    for person, opener in written_to(language):
        facts = person.facts(LEXICONS[language])
        unfit += [(each, opener) for each in faults(opener.text, facts, ours=ours)]
        known = person.recorded().casefold()
        words = {word.casefold() for slot in shown(opener).slots - _OURS for word in WORD.findall(facts.values[slot])}
        unfit += [("name", opener) for word in words - {"a", "an"} if word not in known]
    assert unfit == []


#: Slots whose words are the language's own.
_OURS = {"event", "event_day"} | {
    slot
    for lexicon in LEXICONS.values()
    for kinds in lexicon.events.values()
    for slots in kinds.values()
    for slot in slots
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_another_opener_twelve_times_repeats_nothing_while_there_is_more_to_say(language: str) -> None:
    rng = Random(5)
    for number in range(40):
        person, used = somebody(rng, language), list[str]()
        texts = set()
        for _ in range(12):
            opener = opener_to(person, language, used=used, seed=number)
            used.append(opener.key)
            texts.add(opener.text)
        least = min(12, len(list(compositions(person.facts(LEXICONS[language]), LEXICONS[language]))))
        assert len(set(used)) == len(texts) == least


@pytest.mark.parametrize("language", LANGUAGES)
def test_different_contacts_in_a_row_are_written_to_in_different_shapes(language: str) -> None:
    rng, lexicon = Random(3), LEXICONS[language]
    recent: list[Composition] = []
    for number in range(200):
        facts = somebody(rng, language).facts(lexicon)
        composition = shown(choose(facts, lexicon, recent=recent, seed=number))
        assert composition.shape not in {each.shape for each in recent}
        assert not {line.key for line in composition.lines} & {line.key for each in recent for line in each.lines}
        recent = [composition, *recent][:3]


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_asked_of_somebody_before_something_was_given(language: str) -> None:
    asked = [person.may_ask for person, opener in written_to(language) if shown(opener).offer == "ask"]
    assert asked
    assert all(asked)


@pytest.mark.parametrize("language", LANGUAGES)
def test_after_hard_news_only_gentle_words_are_said_and_to_family_only_familys(language: str) -> None:
    for person, opener in written_to(language):
        moment = shown(opener).moment or ""
        if person.notes and "died" in person.notes[0].text:
            assert moment == "gentle"
        elif person.contact.name in ("Mum", "Dad", "Aunt Grace", "my Dad", "Oma", "Abuela"):
            assert moment.startswith("kin")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("tone", TONES)
def test_every_line_can_be_said(language: str, tone: Tone) -> None:
    """Each with all its slots filled, behind a greeting: the longest stays within the limit, with facts of usual length."""
    values = dict.fromkeys(FULL_SLOTS, "Nordlicht Studio") | {"first": "Ana", "name": "Ana Ruiz", "other": "Ben Okafor"}
    values["other_first"] = "Ben"
    lexicon = LEXICONS[language]
    for kind in EVENT_KINDS:
        values |= dict(lexicon.events[tone].get(kind, {}))
    openings = [line.fill(values) for line in lexicon.openings if tone in line.tones]
    closings = [line.fill(values) for line in lexicon.closings if tone in line.tones]
    wholes = [line.fill(values) for line in lexicon.wholes if tone in line.tones]
    assert max(map(len, openings)) + max(map(len, closings)) + 25 <= LONGEST
    assert max(map(len, wholes)) + 25 <= LONGEST
