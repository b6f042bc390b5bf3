import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.lexicon import CHANNELS, EVENT_KINDS, MOMENTS, OFFERS, TONES, Channel, EventKind, Line, Moment, Tone
from bot.rules.sentences import greeted
from bot.texts.openers.german import GERMAN

LINES = (*GERMAN.openings, *GERMAN.closings, *GERMAN.wholes)
#: Every slot a German line may have, beside the words for an event.
FACTS = {
    "first": "Ana", "name": "Ana Ruiz", "company": "Nordlicht", "city": "Berlin", "employer": "Stripe", "place": "Lissabon",
    "need": "einen Steuerberater", "match": "einen guten Blick für Preise", "field": "SEO", "topic": "Kubernetes",
    "met_at": "PyCon 2023", "other": "Ben Okafor", "other_first": "Ben", "other_company": "Quill & Sons",
    "event_day": "am 12. Juni",
}  # fmt: skip
DU = re.compile(r"\b(?:du|dich|dir|dein(?:e[mnrs]?)?|ihr|euch|eure?[mnrs]?)\b", re.IGNORECASE)
SIE = re.compile(r"\b(?:Sie|Ihnen|Ihr(?:e[mnrs]?)?)\b")
#: Nouns and forms of address that tell whether somebody is a man or a woman.
GENDERED = re.compile(
    r"\b(?:lieber?|liebste[r]?|sehr geehrte[r]?|herr|frau|freund(?:in)?|kolleg(?:e|en|in)|bekannte[r]?|kund(?:e|en|in)|"
    r"partner(?:in)?|expert(?:e|en|in)|kenner(?:in)?|chef(?:in)?|gründer(?:in)?|nachbar(?:in)?|ansprechpartner(?:in)?)\b",
    re.IGNORECASE,
)
#: Greetings and wishes, which say nothing of who gets them.
WISHES = re.compile(r"liebe Grüße|alles Liebe|lieben Gruß")
#: Words that are capitals anywhere: lines may begin with them behind a comma.
CAPITALS = {"Glückwunsch", "Sie", "Ihr", "Ihre", "Ihren", "Ihrem", "Ihrer"}
INTRODUCING: dict[Moment, int] = {"intro_ask": 5, "intro_both": 4, "intro_seek": 5, "intro_decline": 3}
UNTRIED: tuple[EventKind, ...] = ("wedding", "trip", "other")
FREQUENT = {"dormant", "quiet", "recent", "never", "plain", "fact"}


def values_for(tone: Tone) -> dict[str, str]:
    return {**FACTS, **GERMAN.events[tone]["exam"]}


def spoken(line: Line, tone: Tone) -> str:
    return greeted([line], values_for(tone), tone=tone, channel="email", lexicon=GERMAN, seed=0)


def test_there_are_lines_enough_for_every_moment_and_every_offer_in_every_tone() -> None:
    assert len({line.template for line in LINES}) >= 250
    for tone in TONES:
        moments = Counter(line.moment for line in LINES if tone in line.tones)
        offers = Counter(line.offer for line in GERMAN.closings if tone in line.tones)
        assert all(moments[moment] >= (6 if moment in FREQUENT else 3) for moment in MOMENTS), (tone, moments)
        assert all(offers[offer] >= 3 for offer in OFFERS), (tone, offers)
        assert all(moments[moment] >= enough for moment, enough in INTRODUCING.items())
        assert sum(not line.needs for line in LINES if line.moment == "plain" and tone in line.tones) >= 6


def test_keys_are_told_apart_and_no_line_stands_twice_where_it_would_be_said() -> None:
    assert len({line.key for line in LINES}) == len(LINES)
    said = Counter((line.template, line.moment, line.offer if not line.moment else None) for line in LINES)
    assert max(said.values()) == 1, said.most_common(3)
    assert all(line.key.startswith("de.") for line in LINES)


def test_a_familiar_line_never_says_sie() -> None:
    familiar = [line for line in LINES if "formal" not in line.tones]
    assert all(line.tones <= {"warm", "brief"} for line in familiar)
    assert not [line.key for line in familiar if SIE.search(line.template)]


def test_a_formal_line_says_neither_du_nor_the_given_name() -> None:
    formal = [line for line in LINES if "formal" in line.tones]
    assert not [line.key for line in formal if any(not word.startswith("Ihr") for word in DU.findall(line.template))]
    assert not [line.key for line in formal if "first" in line.needs]
    assert not [line.key for line in formal if len(line.tones) > 1 and SIE.search(line.template)]


def test_nobody_is_called_by_a_word_with_a_gender() -> None:
    assert not [line.template for line in LINES if GENDERED.search(WISHES.sub("", line.template))]


def test_a_line_goes_on_behind_the_comma_in_small_letters() -> None:
    firsts = {line.key: re.match(r"[^\W\d_]+|\{", line.template) for line in LINES}
    words = {key: first[0] for key, first in firsts.items() if first is not None}
    assert words.keys() == firsts.keys()
    assert not [key for key, word in words.items() if not (word[0].islower() or word == "{" or word in CAPITALS)]


def test_no_line_says_hello_again_behind_the_greeting() -> None:
    assert not [line.key for line in LINES if "hallo" in line.template.casefold() and not line.greets]


def test_lines_are_plain_friendly_text() -> None:
    odd = re.compile(r"[!’„“”\"–—\n\r\t<>]|  | [,.;:?]|,,|\.\.")
    guilty = re.compile(r"\d|Tage nicht|Entschuldig|leid\b|Liste|Bot\b|Dotty|\bnie\b|vernachlässigt|gemeldet")
    for line in LINES:
        assert line.template[-1] in ".?", line.template
        assert not odd.search(line.template), line.template
        assert not guilty.search(line.template), line.template
        assert 1 <= len(re.findall(r"[.?](?= |$)", line.template)) <= 3, line.template


@pytest.mark.parametrize("tone", TONES)
def test_every_line_can_be_filled_and_is_short_enough_to_be_put_together(tone: Tone) -> None:
    for line in LINES:
        if tone not in line.tones:
            continue
        text = spoken(line, tone)
        assert "{" not in text
        assert text[0].isupper(), text
        if line.whole:
            assert len(text) <= 300, text
            assert "?" in text or line.moment in {"gentle", "kin"} or "gern" in text or "sag Bescheid" in text, text
        elif line.moment:
            assert len(text) <= 130, text
            assert text.endswith("."), text
            assert len(re.findall(r"[.?](?= |$)", text.replace("12. Juni", "12 Juni"))) == 1, text
        else:
            assert len(line.fill(values_for(tone))) <= 120, text


@pytest.mark.parametrize("tone", TONES)
def test_greetings_end_with_a_comma_and_address_as_the_lines_do(tone: Tone) -> None:
    for channel in CHANNELS:
        named, nameless = GERMAN.greetings[tone, channel], GERMAN.nameless[tone, channel]
        assert all(greeting.endswith(",") for greeting in (*named, *nameless))
        assert all(("{name}" in greeting) == (tone == "formal") for greeting in named)
        assert not any("{" in greeting for greeting in nameless)
        assert not any(GENDERED.search(greeting) for greeting in (*named, *nameless))


@pytest.mark.parametrize("kind", EVENT_KINDS)
def test_an_event_is_said_in_three_cases_and_both_forms_of_address(kind: EventKind) -> None:
    for tone in TONES:
        words = GERMAN.events[tone][kind]
        your = "Ihr" if tone == "formal" else "dein"
        assert {"event", "event_acc", "event_dat"} <= words.keys()
        assert all(said.startswith(your) for said in words.values())
        assert re.match(rf"{your}(?:er|em) ", words["event_dat"])


def test_only_what_one_can_succeed_in_gets_fingers_crossed() -> None:
    events = GERMAN.events["warm"]
    assert events["exam"]["event_task_acc"] == "deine Prüfung"
    assert not [kind for kind in UNTRIED if "event_task_acc" in events[kind]]
    thumbs = [line for line in LINES if re.search("Daumen|Erfolg bei", line.template)]
    assert thumbs
    assert all(line.needs & {"event_task_acc", "event_task_dat"} for line in thumbs)


def test_nobody_is_congratulated_before_their_birthday() -> None:
    ahead = [line.template for line in LINES if line.moment in {"birthday_soon", "kin_birthday_soon"}]
    assert not [line for line in ahead if re.search(r"Glückwunsch|alles (?:Gute|Liebe)|gratulier", line, re.IGNORECASE)]


@pytest.mark.parametrize("word", ["der", "dem", "des", "einem", "einer", "ein", "ihre", "seine", "mein"])
def test_words_that_may_stand_in_another_case_begin_no_phrase(word: str) -> None:
    assert word not in GERMAN.grammar.determiners


def test_a_day_is_said_with_its_month() -> None:
    months = GERMAN.grammar.months
    assert len(months) == 12
    assert GERMAN.grammar.on_day.format(day=3, month=months[2]) == "am 3. März"


def test_the_message_to_both_greets_both_and_no_greeting_comes_before_it() -> None:
    for line in LINES:
        if line.moment == "intro_both":
            text = spoken(line, "formal" if "formal" in line.tones else "warm")
            assert re.match(r"(?:Hallo Ana, hallo Ben|Guten Tag Ana Ruiz, guten Tag Ben Okafor), ", text), text
            assert len(text) <= 300
            assert text.count("Ben Okafor") + text.count("Ana Ruiz") <= 2


@given(
    opening=st.sampled_from(GERMAN.openings),
    closing=st.sampled_from(GERMAN.closings),
    channel=st.sampled_from(CHANNELS),
)
def test_any_opening_goes_with_any_closing_in_one_short_paragraph(
    opening: Line, closing: Line, channel: Channel
) -> None:
    tones = opening.tones & closing.tones
    for tone in tones:
        text = greeted([opening, closing], values_for(tone), tone=tone, channel=channel, lexicon=GERMAN, seed=1)
        assert len(text) <= 300
        assert not re.search(r"[.?] [a-zäöü]", text), text
        assert not re.search(r", (?!Ich\b)(?:Wir|Du|Es|Wie|Was|Alles|Bald)\b", text), text
