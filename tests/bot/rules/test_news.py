from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.news import News, change_in, is_dead, is_hard, need_in, news_of

NOTED = date(2026, 4, 20)


def news(note: str, *, today: date = NOTED, last_touch_on: date | None = None) -> News | None:
    return news_of(note, noted_on=NOTED, last_touch_on=last_touch_on, first_name="Ana", today=today)


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("she starts a new job in May", News("job", "ahead")),
        ("starts at Stripe in May", News("job", "ahead", "Stripe")),
        ("Ana joins Stripe on 3 June", News("job", "ahead", "Stripe")),
        ("new job at Nordlicht", News("job", "open", "Nordlicht")),
        ("got a new job", News("job", "open")),
        ("She's moving to Berlin in May", News("move", "ahead", "Berlin")),
        ("Moving to New York May 3", News("move", "open", "New York")),
        ("just moved to Lisbon with her boyfriend", News("move", "past", "Lisbon")),
    ],
)
def test_plain_news_of_the_contact_is_read(note: str, expected: News) -> None:
    assert news(note) == expected


@pytest.mark.parametrize(
    "note",
    [
        "her sister moves to Berlin",
        "Ben starts a new job",
        "might move to Berlin",
        "he isn't moving to Berlin",
        "not moving to Berlin",
        "moving to Berlin?",
        "moving to a bigger flat",
        "no new job yet",
        "he does logistics",
        "",
    ],
)
def test_other_people_hedges_and_other_notes_are_no_news(note: str) -> None:
    assert news(note) is None
    assert change_in(note, first_name="Ana") is None


def test_a_month_that_has_passed_makes_it_past() -> None:
    note = "she starts a new job in May"
    assert news(note, today=date(2026, 5, 10)) == News("job", "open")
    assert news(note, today=date(2026, 6, 1)) == News("job", "past")


def test_news_grows_stale_and_is_not_wished_luck_for_too_early() -> None:
    assert news("she starts a new job in May", today=date(2026, 10, 15)) is None
    assert news("she starts a new job in December") is None


def test_news_talked_over_since_is_not_told_again() -> None:
    note = "she starts a new job in May"
    assert news(note, today=date(2026, 6, 20), last_touch_on=date(2026, 6, 10)) is None
    assert news(note, today=date(2026, 6, 20), last_touch_on=NOTED) == News("job", "past")


def test_old_news_still_tells_that_something_changed() -> None:
    assert change_in("moved to Berlin", first_name="Ana") == "move"


@pytest.mark.parametrize(
    ("note", "need"),
    [
        ("is looking for a designer", "a designer"),
        ("Ana needs a designer for the app", "a designer for the app"),
        ("doesn't need a designer", None),
        ("her boss needs a designer", None),
    ],
)
def test_a_need_is_read_from_a_note(note: str, need: str | None) -> None:
    assert need_in(note, first_name="Ana") == need


@given(st.text(max_size=4096) | st.text("amoving to A", max_size=4096))
def test_any_note_is_read_without_falling_over(note: str) -> None:
    found = news(note)
    assert found is None or found.where is None or found.where in note


@pytest.mark.parametrize(
    "note",
    [
        "funeral on Friday",
        "her father died",
        "he passed away",
        "getting divorced",
        "broke up with Ben",
        "lost her job",
        "was laid off",
        "has cancer",
        "her mother is in hospital",
        "had a miscarriage",
        "car accident in May",
        "got fired",
    ],
)
def test_hard_news_is_heard_whoever_it_is_about(note: str) -> None:
    assert is_hard(note)


@pytest.mark.parametrize("note", ["likes tea", "moving to Berlin", "new skill set", "I'll call her", ""])
def test_other_notes_are_not_hard(note: str) -> None:
    assert not is_hard(note)


@pytest.mark.parametrize(
    "note",
    [
        "Tom died",
        "tom died in March",
        "Tom Ray has died",
        "Sadly, Tom passed away last week",
        "He died.",
        "she's dead",
        "died in June",
        "Heard that Tom died",
        "sad news: Tom died",
        "Tom's dead",
        "killed in a crash",
        "We spoke of the trial. Tom passed away on Sunday",
    ],
)
def test_a_note_that_the_contact_died_is_believed(note: str) -> None:
    assert is_dead(["likes tea", note], name="Tom Ray")


@pytest.mark.parametrize(
    "note",
    [
        "his mother died",
        "Tom's mother died",
        "Tom's father passed away",
        "Ana died",
        "he nearly died",
        "died laughing",
        "her dad was ill. He died last week",
        "his phone died",
        "he didn't die",
        "not dead",
        "he is dead serious",
        "Tom said his dog died",
        "maybe he died",
        "",
    ],
)
def test_the_death_of_others_and_figures_of_speech_are_not_the_contacts(note: str) -> None:
    assert not is_dead([note], name="Tom Ray")


@given(st.text(max_size=4096) | st.text("diedTom ,.'", max_size=4096), st.text(max_size=200))
def test_any_note_and_name_are_asked_about_death_without_falling_over(note: str, name: str) -> None:
    assert is_dead([note], name=name) in (True, False)
    assert is_hard(note) in (True, False)
