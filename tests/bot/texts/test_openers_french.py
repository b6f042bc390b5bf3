"""What is special to French: two forms of address, no-break spaces, elisions, and participles that tell a gender."""

import re
from collections import Counter

import pytest

from bot.rules.lexicon import CHANNELS, EVENT_KINDS, MOMENTS, OFFERS, TONES, Line, Tone
from bot.rules.sentences import greeted
from bot.texts.openers.french import FRENCH

LINES = (*FRENCH.openings, *FRENCH.closings, *FRENCH.wholes)
SAID = (*FRENCH.openings, *FRENCH.wholes)
FREQUENT = ("dormant", "quiet", "recent", "never", "plain", "fact")
#: What an introduction's four moments need at least, by form of address.
INTRODUCING = {"intro_ask": 5, "intro_both": 4, "intro_seek": 5, "intro_decline": 3}
#: To one person: "tu" in all its shapes, with the verbs that go with it; and "vous" in all of its own.
TU = re.compile(r"\b(?:tu|te|toi|ton|ta|tes|tien\w*|dis-moi|fais-moi|raconte-moi|n'hésite pas)\b|\bt'", re.I)
VOUS = re.compile(r"\b(?:vous|votre|vos|vôtre|\w{2,}ez)\b", re.I)
#: These end in -ez, and are nobody's form of address.
OTHER_EZ = re.compile(r"\b(?:chez|assez)\b", re.I)
#: Words that would have to agree with the one written to, or with the user.
GENDERED = re.compile(
    r"\b(?:cher|chère|content|contente|ravie?|heureux|heureuse|désolée?|curieux|curieuse|enchantée?|certaine?|sûre?|seule?|"
    r"occupée?|partante?|surprise? de|fière?|impatiente?|installée?|arrivée?s?|débordée?)\b|"
    r"\b(?:tu es|tu étais|je suis|j'étais|vous êtes|vous étiez|(?<!en )êtes-vous) (?:\w+(?:é|ée|is|ise|u|ue|i|ie)|prête?)\b|"
    r"\b(?:on s'est|nous nous sommes) (?:vus?|vues?|croisés?|rencontrés?|connus?|perdus?|quittés?)\b",
    re.I,
)
#: A slot may begin with a vowel: what stands before it may neither elide nor run together with an article.
HANGING = re.compile(
    r"(?:\w'|\b(?:de|du|des|que|le|la|je|ne|me|te|se|ce|si|jusque|puisque|lorsque|quoique|parce que)\s)\{(?!event)",
    re.I,
)
#: Only names can follow "à": an article would run together with it.
CONTRACTED = re.compile(r"\b(?:à|au|aux) \{(?!city|met_at|other\}|other_first|first|name)")
VALUES = {
    "first": "Ana",
    "name": "Ana Ruiz",
    "company": "Nordlicht",
    "city": "La Rochelle",
    "employer": "Example",
    "place": "Lisbonne",
    "need": "une bonne gestionnaire de paie",
    "match": "des conseils sur les prix",
    "field": "SEO",
    "topic": "Python",
    "met_at": "PyCon 2023",
    "other": "Ben Okafor",
    "other_first": "Ben",
    "event_day": "le 12 juin",
    "other_company": "Nordlicht",
}


def said(line: Line, tone: Tone, kind: int = 0) -> str:
    events = list(FRENCH.events[tone].values())
    values = VALUES | dict(events[kind % len(events)])
    return greeted([line], values, tone=tone, channel="chat", lexicon=FRENCH, seed=1)


def test_there_is_enough_to_say_at_every_moment_in_both_forms_of_address() -> None:
    assert len({line.template for line in LINES}) >= 250
    for tone in TONES:
        moments = Counter(line.moment for line in SAID if tone in line.tones)
        offers = Counter(line.offer for line in FRENCH.closings if tone in line.tones)
        for moment in MOMENTS:
            assert moments[moment] >= INTRODUCING.get(moment, 6 if moment in FREQUENT else 3), (tone, moment)
        assert min(offers[offer] for offer in OFFERS) >= 3, tone


def test_no_line_and_no_key_comes_twice() -> None:
    assert [key for key, times in Counter(line.key for line in LINES).items() if times > 1] == []
    assert [words for words, times in Counter(line.template for line in LINES).items() if times > 1] == []
    assert all(line.key.startswith("fr.") for line in LINES)


def test_a_line_keeps_to_one_form_of_address() -> None:
    both, alike = [line for line in LINES if line.moment == "intro_both"], {frozenset(TONES)}
    polite = [line.template for line in LINES if "formal" in line.tones]
    familiar = [line for line in LINES if line not in both and (line.tones & {"warm", "brief"})]
    assert [words for words in polite if TU.search(words)] == []
    assert [line.key for line in familiar if VOUS.search(OTHER_EZ.sub("", line.template))] == []
    assert [line.key for line in both if TU.search(line.template)] == [], "two people are «vous» in every tone"
    assert {line.tones for line in LINES if len(line.tones) == 3} == alike


@pytest.mark.parametrize("tone", TONES)
def test_what_an_event_is_called_keeps_to_the_form_of_address(tone: Tone) -> None:
    phrases = [phrase for words in FRENCH.events[tone].values() for phrase in words.values()]
    wrong = TU if tone == "formal" else VOUS
    assert [phrase for phrase in phrases if wrong.search(phrase)] == []
    assert set(FRENCH.events[tone]) == set(EVENT_KINDS)
    assert len({frozenset(words) for words in FRENCH.events[tone].values()}) == 1


def test_lines_are_set_as_french_is() -> None:
    for line in LINES:
        words = line.template
        assert not re.search(r"(?<!\u00a0)[?!:;]", words), f"no no-break space before a high sign: {words}"
        assert not re.search(r"[\u202f\u2018\u2019\u02bc`´«»\"]|\u00a0(?![?!:;])|\.\.|  ", words), words
        assert words[-1] in ".?!", words
        assert words[0].islower() or words[0] == "{", f"it begins as it would behind a comma: {words}"
        assert not re.search(r"[.?!] [a-zàâçéèêëîïôûù]", words), words


def test_no_line_tells_anybodys_gender() -> None:
    assert [line.template for line in LINES if GENDERED.search(line.template)] == []


def test_no_elision_and_no_contraction_is_left_open_before_a_slot() -> None:
    assert [line.template for line in LINES if HANGING.search(line.template)] == []
    assert [line.template for line in LINES if CONTRACTED.search(line.template)] == []


@pytest.mark.parametrize("tone", TONES)
def test_every_line_fits_behind_a_greeting_with_every_event_and_is_short_enough(tone: Tone) -> None:
    for line in (line for line in SAID if tone in line.tones):
        for kind in range(len(FRENCH.events[tone])):
            opener = said(line, tone, kind)
            assert opener[0].isupper(), opener
            assert not re.search(r"[{}]|\b(?:de|à) les? (?!\w+er\b)", opener), opener
            assert len(opener) <= (300 if line.whole else 130), opener


def test_a_closing_is_short_and_greets_nobody() -> None:
    assert [line.key for line in FRENCH.closings if len(line.fill(VALUES)) > 125] == []
    second = re.compile(r"\b(?:salut|bonjour|hello|coucou)\b", re.I)
    assert [line.key for line in FRENCH.closings if second.search(line.template)] == []


def test_no_line_counts_days_or_makes_anybody_feel_guilty() -> None:
    wrong = re.compile(
        r"\d|\b(?:pardon|excuse\w*|négligé\w*|rappel|liste|robot|bot|application)\b|\b(?:tu|vous) n(?:e |').*jamais",
        re.I,
    )
    assert [line.template for line in LINES if wrong.search(line.template)] == []


def test_openings_ask_nothing_for_a_closing_does() -> None:
    assert [line.key for line in FRENCH.openings if "?" in line.template] == []


@pytest.mark.parametrize("greetings", [FRENCH.greetings, FRENCH.nameless], ids=["named", "nameless"])
def test_a_greeting_tells_no_gender_and_suits_its_tone(greetings: dict[tuple[Tone, str], tuple[str, ...]]) -> None:
    assert set(greetings) == {(tone, channel) for tone in TONES for channel in CHANNELS}
    for (tone, _), words in greetings.items():
        assert words
        assert all(greeting.endswith("," if "{" in greeting else "\u00a0!") for greeting in words)
        assert tone != "formal" or all(greeting.startswith("Bonjour") for greeting in words)


def test_french_goes_on_in_small_letters_behind_the_greeting() -> None:
    line = next(line for line in FRENCH.wholes if line.key == "fr.plain.neuf")
    assert re.fullmatch(r"(?:Salut|Hello|Bonjour) Ana, quoi de neuf de ton côté\u00a0\?", said(line, "warm"))


def test_participles_agree_with_what_the_event_is_called() -> None:
    how = {kind: FRENCH.events["warm"][kind]["event_how"] for kind in ("exam", "talk", "race")}
    assert how == {
        "exam": "comment s'est passé ton examen",
        "talk": "comment s'est passée ta présentation",
        "race": "comment s'est passée la course",
    }
    assert FRENCH.events["formal"]["talk"]["event_hope"] == "votre présentation s'est bien passée"


def test_a_message_to_two_greets_both_or_neither() -> None:
    for line in FRENCH.wholes:
        if line.moment == "intro_both":
            assert ("{first}" in line.template) == ("{other" in line.template) == line.greets
