"""Introductions in plain words."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from bot.rules.drafts import Known
from bot.rules.intro_phrases import read_intro, split_names
from bot.rules.meaning import understand
from bot.rules.outreach_meanings import Introducer, Introducing, IntroOutcome, IntroReply
from bot.rules.roster import Roster

PEOPLE = [Known(1, "Ana Ruiz"), Known(2, "Ben Okafor"), Known(3, "Grace Lim"), Known(4, "Will Stone")]
TODAY = date(2026, 11, 23)


def read(text: str) -> object:
    return read_intro(text, Roster(PEOPLE), today=TODAY)


@pytest.mark.parametrize(("text", "names"), [
    ("introduce Ana to Ben", ("Ana", "Ben")), ("connect Ana and Ben", ("Ana", "Ben")),
    ("Please introduce ana ruiz to ben okafor.", ("ana ruiz", "ben okafor")),
    ("intro Ana & Grace Lim", ("Ana", "Grace Lim")),
    ("make an introduction between Ana and Ben", ("Ana", "Ben")), ("introduce Ana and Ben to each other", ("Ana", "Ben")),
    ("put Ana and Ben in touch", ("Ana", "Ben")), ("introduce Zed Quill to Ben", ("Zed Quill", "Ben")),
])  # fmt: skip
def test_two_are_to_be_introduced(text: str, names: tuple[str, str]) -> None:
    assert read(text) == Introducing(*names)


@pytest.mark.parametrize(("text", "query"), [
    ("who could introduce me to somebody at BMW?", "BMW"), ("who knows someone at Roche", "Roche"),
    ("I'd like to meet someone at Nordlicht", "Nordlicht"), ("introduce me to somebody at the BMW", "BMW"),
    ("Who could introduce me to BMW?", "BMW"), ("can anybody introduce me to people at Roche?", "Roche"),
    ("i need an intro to Roche", "Roche"), ("I’m looking for an introduction to someone at Nordlicht please", "Nordlicht"),
    ("who could get me into BMW", "BMW"),
])  # fmt: skip
def test_somebody_is_wanted_to_introduce_the_user(text: str, query: str) -> None:
    assert read(text) == Introducer(query)


@pytest.mark.parametrize(("text", "meaning"), [
    ("Ana said yes", IntroReply("Ana", "yes")), ("they said no", IntroReply("", "no")),
    ("Ben is up for it", IntroReply("Ben", "yes")),
    ("Grace would rather not", IntroReply("Grace", "no")), ("Ana passed on it", IntroReply("Ana", "no")),
    ("Ana said yes to the intro", IntroReply("Ana", "yes")),
    ("they talked and will work together", IntroOutcome("they talked and will work together")),
    ("nothing came of it", IntroOutcome("nothing came of it")),
])  # fmt: skip
def test_what_became_of_one_is_said(text: str, meaning: object) -> None:
    assert read(text) == meaning


@pytest.mark.parametrize("text", [
    "who do I know at Roche", "who can introduce me to investors", "introduce yourself", "introduce me to Ana",
    "connect linkedin",
    "Ana introduced me to Ben", "I introduced Ana to Ben yesterday", "introduce a new process to the team", "intro",
    "they moved to Berlin", "they start at Stripe in May", "Ana said yesterday was fine", "Ana agreed to send the report",
    "who knows about visas", "put Ana and Ben on the list", "nothing", "call Ana and Ben",
    "Ana passed", "Will passed", "connect with Ana and Ben",
])  # fmt: skip
def test_other_sentences_keep_their_meaning(text: str) -> None:
    assert read(text) is None
    assert not isinstance(
        understand(text, people=PEOPLE, today=TODAY, region=None), (Introducing, Introducer, IntroOutcome)
    )


@pytest.mark.parametrize(("text", "names"), [
    ("Ana Ben", ("Ana", "Ben")), ("Ana Ruiz Ben", ("Ana Ruiz", "Ben")), ("ana ben okafor", ("ana", "ben okafor")),
    ("Ana Ruiz Ben Okafor", ("Ana Ruiz", "Ben Okafor")), ("Ana to Ben", ("Ana", "Ben")), ("Ana, Ben", ("Ana", "Ben")),
    ("Ana and Ben to each other", ("Ana", "Ben")), ("Zed Quill Ben", ("Zed Quill", "Ben")),
    ("Zed Quux Kim Lee", ("Zed Quux", "Kim Lee")),
    ("Ana Ruiz", None), ("Ana", None), ("", None),
])  # fmt: skip
def test_two_names_are_told_apart(text: str, names: tuple[str, str] | None) -> None:
    assert split_names(text, Roster(PEOPLE)) == names


@given(some.text(max_size=300))
def test_anything_can_be_read(text: str) -> None:
    read(text)
    split_names(text, Roster(PEOPLE))


def test_a_long_message_is_read_in_no_time() -> None:
    for words in ("introduce Ana to ", "they had a ", "who could introduce me to somebody at ", "Ana said yes "):
        read((words * 4096)[:4096])
