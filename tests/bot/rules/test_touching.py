from datetime import date

import pytest

from bot.rules.drafts import Known
from bot.rules.meanings import Channel, Touched, Unclear
from bot.rules.roster import Roster
from bot.rules.touching import read_touch

MONDAY = date(2026, 11, 23)
YESTERDAY = date(2026, 11, 22)
FRIDAY = date(2026, 11, 20)
ROSTER = Roster([Known(1, "Ana Ruiz"), Known(2, "Ben Okafor"), Known(3, "Grace Lim")])


@pytest.mark.parametrize(
    ("text", "who", "on", "channel", "note"),
    [
        ("talked to Ben yesterday about the trial", ("Ben",), YESTERDAY, None, "about the trial"),
        ("had coffee with Ana and Grace on Friday", ("Ana", "Grace"), FRIDAY, "meeting", None),
        ("emailed Joe last week", ("Joe",), date(2026, 11, 16), "email", None),
        ("emailed joe last week", ("joe",), date(2026, 11, 16), "email", None),
        ("met up with Ana", ("Ana",), MONDAY, "meeting", None),
        ("Ben called me this morning", ("Ben",), MONDAY, "call", None),
        ("saw Ana at the fair on 3 May", ("Ana",), date(2026, 5, 3), "meeting", "at the fair"),
        ("wished Ana a happy new year", ("Ana",), MONDAY, None, "a happy new year"),
        ("saw ana ruis today", ("ana ruis",), MONDAY, "meeting", None),
        ("talked to Ana about the party in September", ("Ana",), MONDAY, None, "about the party in September"),
        ("finally wrote to Ben", ("Ben",), MONDAY, "message", None),
        ("I just texted Ana Ruiz", ("Ana Ruiz",), MONDAY, "message", None),
        ("sent Ana an email two days ago", ("Ana",), date(2026, 11, 21), "email", None),
        ("sent a message to Ben", ("Ben",), MONDAY, "message", None),
        ("gave Ben a ring", ("Ben",), MONDAY, "call", None),
        ("sent Ana the deck", ("Ana",), MONDAY, None, "the deck"),
        ("had a quick call with Ana about her new job", ("Ana",), MONDAY, "call", "about her new job"),
        ("spoke to Ben on the phone yesterday", ("Ben",), YESTERDAY, "call", None),
        ("met Ana on Zoom", ("Ana",), MONDAY, "call", None),
        ("caught up with Grace over lunch", ("Grace",), MONDAY, "meeting", "over lunch"),
        ("Ana and I had lunch yesterday", ("Ana",), YESTERDAY, "meeting", None),
        ("yesterday I called Ana", ("Ana",), YESTERDAY, "call", None),
        ("Ana wrote back", ("Ana",), MONDAY, "message", None),
        ("coffee with Ana yesterday", ("Ana",), YESTERDAY, "meeting", None),
        ("had lunch with ana, grace and ben on tuesday", ("ana", "grace", "ben"), date(2026, 11, 17), "meeting", None),
        ("talked to my old friend Ana", ("Ana",), MONDAY, None, None),
        ("talked to Ana about the party yesterday", ("Ana",), YESTERDAY, None, "about the party"),
        ("talked to Ana about the party tomorrow", ("Ana",), MONDAY, None, "about the party tomorrow"),
        ("called Ana and she is moving on Friday", ("Ana",), MONDAY, "call", "and she is moving on Friday"),
        ("Talked with Ben. He got the job!", ("Ben",), MONDAY, None, "He got the job!"),
        ("We had dinner yesterday with Ana", ("Ana",), YESTERDAY, "meeting", None),
        ("had a call on Friday with Ana and Ben", ("Ana", "Ben"), FRIDAY, "call", None),
        ("no, I called Ben", ("Ben",), MONDAY, "call", None),
        ("spoke w/ Ben", ("Ben",), MONDAY, None, None),
        ("talked to Ирина yesterday", ("Ирина",), YESTERDAY, None, None),
    ],
)
def test_a_touch_is_read_with_its_people_day_channel_and_note(
    text: str, who: tuple[str, ...], on: date, channel: Channel | None, note: str | None
) -> None:
    assert read_touch(text, ROSTER, today=MONDAY) == Touched(who, on, channel, note)


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("just called her", "call"),
        ("messaged him", "message"),
        ("texted her back", "message"),
        ("emailed them", "email"),
        ("saw her", "meeting"),
        ("sent her a message", "message"),
        ("she replied", "message"),
        ("had a great talk", None),
        ("called", "call"),
        ("told her", None),
    ],
)
def test_her_and_him_are_those_of_the_open_nudge(text: str, channel: Channel | None) -> None:
    assert read_touch(text, ROSTER, today=MONDAY) == Touched((), MONDAY, channel)


@pytest.mark.parametrize(
    "text",
    [
        "called Ana tomorrow",
        "talked to Ana next week",
        "called Ana on 3 May 2031",
        "coffee with Ana tomorrow",
    ],
)
def test_a_touch_never_lies_in_the_future(text: str) -> None:
    assert read_touch(text, ROSTER, today=MONDAY) == Unclear()


def test_a_day_that_may_be_the_topics_is_asked_about() -> None:
    assert read_touch("talked to Ana about the party on Friday", ROSTER, today=MONDAY) == Unclear(
        (
            Touched(("Ana",), FRIDAY, None, "about the party"),
            Touched(("Ana",), MONDAY, None, "about the party on Friday"),
        )
    )


def test_a_name_further_on_may_be_whom_they_talked_to() -> None:
    note = "about the trial with Ben"
    assert read_touch("talked about the trial with Ben yesterday", ROSTER, today=MONDAY) == Unclear(
        (
            Touched(("Ben",), YESTERDAY, None, note),
            Touched((), YESTERDAY, None, note),
        )
    )


def test_a_day_nobody_can_tell_is_asked_about() -> None:
    meaning = read_touch("talked to Ana a while ago", ROSTER, today=MONDAY)
    assert isinstance(meaning, Unclear)
    assert [reading.on for reading in meaning.readings if isinstance(reading, Touched)] == [MONDAY, date(2026, 11, 16)]


def test_a_date_that_is_long_past_or_soon_is_asked_about() -> None:
    touched = Touched(("Ana",), date(2025, 12, 12), "meeting")
    assert read_touch("saw Ana on 12 December", ROSTER, today=MONDAY) == Unclear((touched,))


@pytest.mark.parametrize(
    "text",
    [
        "had lunch with ana over christmas",
        "saw Ana in September",
        "saw Ana last summer",
        "saw Ana on new year's eve",
        "had lunch with Ana last year",
    ],
)
def test_no_day_is_made_up_of_a_month_or_a_season(text: str) -> None:
    assert read_touch(text, ROSTER, today=MONDAY) == Unclear()


@pytest.mark.parametrize("text", ["bumped into ben's wife", "saw Ana's show", "called Ana's mother yesterday"])
def test_what_is_somebodys_is_not_that_person(text: str) -> None:
    assert read_touch(text, ROSTER, today=MONDAY) == Unclear()


@pytest.mark.parametrize("text", ["coffee with Ana"])
def test_what_may_not_have_happened_is_asked_about(text: str) -> None:
    meaning = read_touch(text, ROSTER, today=MONDAY)
    assert isinstance(meaning, Unclear)
    assert len(meaning.readings) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Ana wrote a book",
        "Ben called Ana",
        "saw a movie",
        "called the bank",
        "Ana Ruiz",
        "Ana moved to Berlin",
        "Zed Quux met at PyCon, monthly",
        "call Ana",
        "wrote a note about Ana",
        "",
    ],
)
def test_what_tells_of_no_touch_is_left_to_others(text: str) -> None:
    assert read_touch(text, ROSTER, today=MONDAY) is None
