from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.opener_facts import OpenerFacts
from bot.rules.opener_fitness import faults
from bot.rules.openers import LONGEST
from bot.texts.openers import LEXICONS
from tests.made_up import somebody

KNOWN = {"first": "Ana", "name": "Ana Ruiz", "company": "Nordlicht", "met": "at PyCon 2023", "need": "a designer"}
FACTS = OpenerFacts({"plain": 0}, KNOWN)


@pytest.mark.parametrize(
    "text",
    [
        "Hi Ana, how are things at Nordlicht?",
        "Hi Ana, we met at PyCon 2023. Do you still need a designer? I'd be happy to ask around.",
        "Dear Ana Ruiz, I hope this finds you well. If I can help with anything, let me know.",
        "Hey Ana, it's been ages! What's new? I'm in no hurry… Tell me in May.",
        "Ana's work at Nordlicht: how is it going?",
        "¿Qué tal, Ana? Me gustaría saber de ti.",
    ],
)
def test_what_a_friend_would_write_is_fit(text: str) -> None:
    assert faults(text, FACTS) == []
    assert not faults(text, FACTS)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "empty"),
        ("  \n ", "empty"),
        ("Hi Ana, how are you" + ", really" * 40 + "?", "long"),
        ("Hi Ana,\n\nhow are you?", "paragraphs"),
        ("Hi Ana, how are\u202e you?", "control"),
        ("Hi Ana, how are\x00 you?", "control"),
        ("Hi **Ana**, how are you?", "markup"),
        ("Hi <b>Ana</b>, how are you?", "markup"),
        ("- Hi Ana, how are you?", "markup"),
        ("Hi {first}, how are you?", "unfilled"),
        ("Hi [Name], how are you?", "unfilled"),
        ("Hi None, how are you?", "unfilled"),
        ("Hi Ana, have you seen https://example.org?", "link"),
        ("Hi Ana, have you seen example.org?", "link"),
        ("Hi Ana, will you write to ana@example.org?", "link"),
        ("Hi Ana, do you know @everyone?", "link"),
        ("Hi Ana, do you have 30 minutes?", "number"),
        ("Hi Ana, we met at PyCon 2024, didn't we?", "number"),
        ("Hi Ana, how is Ben doing?", "name"),
        ("Hi Ana, how are things at Stripe?", "name"),
        ("Hi Ana, my bot told me to write. How are you?", "creepy"),
        ("Hi Ana, a reminder popped up. How are you?", "creepy"),
        ("Hi Ana, my notes say you need a designer. True?", "creepy"),
        ("Hi Ana, it has been many months. How are you?", "creepy"),
        ("Hi Ana, your score is low. How are you?", "creepy"),
        ("Hola Ana, mi lista dice que te escriba. ¿Qué tal?", "creepy"),
        ("Hallo Ana, meine Notizen sagen viel. Wie geht es dir?", "creepy"),
        ("Bonjour Ana, mes notes parlent de vous. Comment allez-vous ?", "creepy"),
        ("Hi Ana, you never write. How are you?", "guilt"),
        ("Hi Ana, sorry for not being in touch. How are you?", "guilt"),
        ("Hola Ana, nunca me escribes. ¿Qué tal?", "guilt"),
        ("Hi Ana, I hope you are well.", "no question"),
        ("Hi Ana , how are you?", "spacing"),
        ("Hi Ana,  how are you?", "spacing"),
        ("Hi Ana, how are you? ", "spacing"),
        ("how are you, Ana?", "small start"),
    ],
)
def test_what_is_unfit_is_told_by_its_fault(text: str, fault: str) -> None:
    assert fault in faults(text, FACTS)
    assert faults(text, FACTS)


def test_recorded_facts_may_be_named_and_numbered() -> None:
    text = "Hi Ana, how did the talk at Slush 2024 go?"
    assert set(faults(text, FACTS)) == {"name", "number"}
    assert faults(text, FACTS, recorded=["she speaks at Slush 2024"]) == []


def test_a_companys_name_is_no_creepy_word() -> None:
    facts = OpenerFacts({"plain": 0}, {"first": "Ana", "company": "Reminder Labs"})
    assert faults("Hi Ana, how are things at Reminder Labs?", facts) == []


def test_a_companys_name_may_look_like_a_link() -> None:
    facts = OpenerFacts({"plain": 0}, {"first": "Ana", "company": "Nordlicht.com"})
    assert faults("Hi Ana, how are things at Nordlicht.com?", facts) == []
    assert faults("Hi Ana, have you seen Nordlicht.com/offer and example.org?", facts) == ["link"]


def test_a_person_may_be_called_null() -> None:
    facts = OpenerFacts({}, {"first": "Ana", "name": "Ana Null"})
    assert faults("Hello Ana Null, how are you?", facts) == []
    assert "unfilled" in faults("Hello Ana Null, how are things at None?", facts)


def test_only_after_hard_news_no_answer_may_be_asked_for() -> None:
    text = "Hi Ana, I've been thinking of you. No need to answer."
    assert faults(text, FACTS) == ["no question"]
    assert faults(text, OpenerFacts({"gentle": 0}, KNOWN)) == []


def test_german_nouns_are_no_names_but_a_full_name_is() -> None:
    facts = OpenerFacts({"plain": 0}, KNOWN, language="de")
    assert faults("Hallo Ana, wie läuft die Arbeit bei Nordlicht, und was macht der Garten?", facts) == []
    assert "name" in faults("Hallo Ana, wie geht es denn Joe Park?", facts)


@given(st.text(max_size=600))
def test_anything_at_all_gets_an_answer(text: str) -> None:
    assert isinstance(faults(text, FACTS), list)
    assert len(text) <= LONGEST or faults(text, FACTS)


@pytest.mark.parametrize("sign", ["a ", "A", "@", "-", "(", "1", "? ", "é", "my ", "A’"])
def test_long_and_hostile_texts_are_judged_at_once(sign: str) -> None:
    assert "long" in faults(sign * (100_000 // len(sign)), FACTS)


def test_the_check_holds_made_up_people_apart() -> None:
    """An opener to one is no opener to another: the names in it are not recorded."""
    rng, lexicon = Random(1), LEXICONS["en"]
    facts = [somebody(rng).facts(lexicon) for _ in range(50)]
    named = [each.values for each in facts if "company" in each.values and "first" in each.values]
    for values in named:
        text = f"Hi {values['first']}, how are things at {values['company']}?"
        assert faults(text, OpenerFacts({"plain": 0}, {"first": "Somebody"}))
