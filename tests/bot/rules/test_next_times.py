"""Saying when somebody is to be named the next time."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.drafts import Known
from bot.rules.next_times import next_time_in, read_next_time
from bot.rules.outreach_meanings import NextTime
from bot.rules.roster import Roster

TODAY = date(2026, 11, 23)
PEOPLE = Roster([Known(1, "Ana Ruiz"), Known(2, "Ben Okafor")])
SUMMER, MARCH, TWO_WEEKS = date(2027, 6, 1), date(2027, 3, 1), date(2026, 12, 7)


def said(text: str) -> NextTime | None:
    return read_next_time(text, PEOPLE, today=TODAY)


@pytest.mark.parametrize(("text", "who", "on"), [
    ("Ana again in two weeks", "Ana", TWO_WEEKS),
    ("ana ruiz again in 2 weeks please", "ana ruiz", TWO_WEEKS),
    ("again in two weeks", "", TWO_WEEKS),
    ("next time in March", "", MARCH),
    ("next time: the end of March", "", date(2027, 3, 25)),
    ("Ana again mid-January", "Ana", date(2027, 1, 15)),
    ("bring Ana back in March", "Ana", MARCH),
    ("bring her back next week", "", date(2026, 11, 30)),
    ("remind me of Ben in spring", "Ben", MARCH),
    ("name Ana again after Easter", "Ana", date(2027, 3, 30)),
    ("Ben again on Friday", "Ben", date(2026, 11, 27)),
    ("again in half a year", "", date(2027, 5, 23)),
])  # fmt: skip
def test_a_day_on_which_they_come_again(text: str, who: str, on: date) -> None:
    assert said(text) == NextTime(who, on=on)


@pytest.mark.parametrize(("text", "who", "day"), [
    ("not before summer", "", SUMMER),
    ("Ana not before summer", "Ana", SUMMER),
    ("not Ana before March", "Ana", MARCH),
    ("don't name Ana before March", "Ana", MARCH),
    ("leave her alone until May", "", date(2027, 5, 1)),
    ("leave Ana alone for a month", "Ana", date(2026, 12, 23)),
    ("snooze Ben for two weeks", "Ben", TWO_WEEKS),
    ("only after the summer", "", date(2027, 9, 1)),
    ("not until next year", "", date(2027, 1, 1)),
    ("not for three months", "", date(2027, 2, 23)),
])  # fmt: skip
def test_a_day_before_which_they_do_not_come(text: str, who: str, day: date) -> None:
    assert said(text) == NextTime(who, not_before=day)


@pytest.mark.parametrize("text", [
    "Ana's birthday is in March", "not before yesterday", "not before 31 February", "Ana", "again", "tomorrow",
    "met Ana again in March", "remind me to call Ana on Friday",
    "back in two weeks", "back on Monday", "Ana back in May", "Ana: back on Monday",
    "Ana next week", "not now", "again again", "next time",
    "not before " + "very " * 40 + "late", "pause until March", "Zed again\nin two weeks",
])  # fmt: skip
def test_what_says_something_else_is_left_alone(text: str) -> None:
    assert said(text) is None


@pytest.mark.parametrize(("note", "found"), [
    ("lunch, all well, again in two weeks", NextTime("", on=TWO_WEEKS)),
    ("great talk. Next time in March", NextTime("", on=MARCH)),
    ("she moves in March, not before summer", NextTime("", not_before=SUMMER)),
    ("coffee; talk again in a month", NextTime("", on=date(2026, 12, 23))),
    ("Let's meet again after the summer", NextTime("", on=date(2027, 9, 1))),
])  # fmt: skip
def test_a_next_time_is_found_in_the_words_after_done(note: str, found: NextTime) -> None:
    assert next_time_in(note, TODAY) == found


@pytest.mark.parametrize("note", [
    "talked again in March", "met her again last week", "we'll talk again in January about the job", "she starts in May",
    "", "again", "not before",
])  # fmt: skip
def test_what_tells_of_other_things_is_no_next_time(note: str) -> None:
    assert next_time_in(note, TODAY) is None


@given(st.text(max_size=4096) | st.text("anot befr2wksumr,. ", max_size=4096))
def test_whatever_is_typed_it_never_raises_and_names_only_days_to_come(text: str) -> None:
    for found in (said(text), next_time_in(text, TODAY)):
        assert found is None or (found.on or found.not_before or date.min) > TODAY


@given(st.dates(date(1970, 1, 1), date(9900, 12, 31)), st.sampled_from(
    ["spring", "summer", "autumn", "winter", "late winter", "mid-summer", "March", "the end of February", "after Easter",
     "after Christmas", "after the winter", "next year", "in 3 weeks", "28 February", "in a year and a half"]))  # fmt: skip
def test_on_any_day_a_time_to_come_lies_ahead(today: date, said: str) -> None:
    found = read_next_time(f"again {said}", PEOPLE, today=today)
    assert found is not None
    assert found.on is not None
    assert today < found.on


@pytest.mark.parametrize("long", ["not before " * 370, "again in " * 450, "a, " * 1365, "leave Ana " * 400])
def test_a_long_text_is_read_at_once(long: str) -> None:
    assert said(long[:4096]) is None
    next_time_in(long[:4096], TODAY)
