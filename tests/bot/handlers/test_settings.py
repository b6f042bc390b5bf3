"""/settings, /pause and /resume."""

from datetime import UTC, datetime

import pytest

from tests.chat import Chat


@pytest.fixture
def known(chat: Chat) -> Chat:
    chat.say("Ana Ruiz, monthly")
    return chat


@pytest.mark.parametrize("text", ["/settings", "settings", "change the time", "my settings please"])
def test_settings_are_shown_with_a_button_each(known: Chat, text: str) -> None:
    said = known.say(text)
    for line in ("Time zone: London", "When: Monday 09:00", "How many: one person a week",
                 "Reminder after three days: on", "Next nudge: Monday 30 November at 09:00"):  # fmt: skip
        assert line in said
    assert "[Time zone] [Day and hour] [People per week] [Reminder off] [Pause]" in said


def test_the_zone_moves_the_next_nudge(known: Chat) -> None:
    known.say("/settings")
    known.press("Time zone")
    known.restart()
    assert "(Tokyo time)" in known.say("Tokyo")
    user = known.export()["user"]
    assert (user["timezone"], user["next_nudge_at"]) == ("Asia/Tokyo", "2026-11-30T00:00:00Z")


@pytest.mark.parametrize(("text", "weekday", "at", "due"), [
    ("Friday 8:30", 4, "08:30", "2026-11-27T08:30:00Z"), ("Tuesdays at 7pm", 1, "19:00", "2026-11-24T19:00:00Z"),
    ("18:00", 0, "18:00", "2026-11-23T18:00:00Z"), ("Sunday", 6, "09:00", "2026-11-29T09:00:00Z"),
])  # fmt: skip
def test_the_day_and_hour_are_typed(known: Chat, text: str, weekday: int, at: str, due: str) -> None:
    known.say("/settings")
    known.press("Day and hour")
    known.restart()
    said = known.say(text)
    assert known.again() == said
    user = known.export()["user"]
    assert (user["nudge_weekday"], user["nudge_time"], user["next_nudge_at"]) == (weekday, at, due)


@pytest.mark.parametrize("count", range(1, 8))
def test_one_to_seven_people_a_week(known: Chat, count: int) -> None:
    known.say("/settings")
    known.press("People per week")
    said = known.press(str(count))
    assert ("one person a week" if count == 1 else f"{count} people a week") in said
    assert known.export()["user"]["people_per_week"] == count


def test_seven_a_week_come_on_seven_days(chat: Chat) -> None:
    chat.say("add " + "\n".join(f"{letter}bert Sample, weekly" for letter in "ABCDEFG"))
    chat.say("/settings")
    chat.press("People per week")
    chat.press("7")
    days = []
    for _ in range(7):
        assert "How about" in chat.week()
        days.append(chat.now.date())
        chat.say("done")
    assert len(set(days)) == 7
    assert (max(days) - min(days)).days == 6


def test_the_reminder_is_switched_off_and_on(known: Chat) -> None:
    known.say("/settings")
    assert "Reminder after three days: off" in known.press("Reminder off")
    known.week()
    assert "Still up for" not in known.days(6)
    known.say("/settings")
    assert "Reminder after three days: on" in known.press("Reminder on")


@pytest.mark.parametrize("button", ["Time zone", "Day and hour", "People per week", "Reminder off", "Pause"])
def test_every_setting_can_be_taken_back(known: Chat, button: str) -> None:
    before = known.kept()
    known.say("/settings")
    said = known.press(button)
    if button == "Time zone":
        said = known.say("Tokyo")
    elif "[Undo]" not in said:
        said = known.press({"Day and hour": "Tue", "People per week": "3", "Pause": "Two weeks"}[button])
    assert known.again() == said
    assert "Taken back: the change of settings." in known.press("Undo")
    assert known.kept() == before


def test_a_setting_that_is_so_already_is_confirmed(known: Chat) -> None:
    known.say("/settings")
    known.press("Day and hour")
    assert "Nudges come Monday 09:00." in known.press("Mon")


@pytest.mark.parametrize("text", [
    "/pause until 7 January", "pause until 7 January", "Pause until January 7, please", "I'm away until 7 January",
])  # fmt: skip
def test_a_pause_until_a_day(known: Chat, text: str) -> None:
    said = known.say(text)
    assert "Paused until 7 January. The next nudge then comes 11 January at 09:00." in said
    assert known.again() == said
    user = known.export()["user"]
    assert (user["paused_until"], user["next_nudge_at"]) == ("2027-01-07T09:00:00Z", "2027-01-11T09:00:00Z")
    known.week()
    assert known.now == datetime(2027, 1, 11, 9, tzinfo=UTC)


@pytest.mark.parametrize("text", ["I'm on holiday for two weeks", "pause for 2 weeks", "on vacation for a fortnight"])
def test_a_holiday_pauses(known: Chat, text: str) -> None:
    assert "Paused until 7 December. The next nudge then comes 7 December at 09:00." in known.say(text)


def test_the_pause_command_asks_for_how_long(known: Chat) -> None:
    assert "[A week] [Two weeks] [A month] [Until I say]" in known.say("/pause")
    known.restart()
    assert "Paused until 7 January" in known.say("until 7 January")


@pytest.mark.parametrize(("button", "until"), [
    ("A week", "2026-11-30T09:00:00Z"), ("Two weeks", "2026-12-07T09:00:00Z"), ("A month", "2026-12-23T09:00:00Z"),
    ("Until I say", None),
])  # fmt: skip
def test_a_pause_by_a_tap(known: Chat, button: str, until: str | None) -> None:
    known.say("/pause")
    assert "Paused" in known.press(button)
    assert known.export()["user"]["paused_until"] == until


@pytest.mark.parametrize("text", ["/pause until whenever", "/pause until last Tuesday", "/pause x"])
def test_a_pause_that_cannot_be_read_is_asked_again(known: Chat, text: str) -> None:
    before = known.kept()
    assert "Try “until 7 January”" in known.say(text)
    assert known.kept() == before


def test_a_pause_without_end_lasts_until_they_say_so(known: Chat) -> None:
    assert known.say("pause") == "Paused. Say “resume” when you'd like me back.\n[Undo]"
    assert known.days(60) == ""
    assert "Nudges are paused." in known.say("/settings")
    assert "Good to have you back." in known.say("I'm back")
    assert "How about Ana Ruiz?" in known.week()


def test_the_end_of_a_pause_may_come_after(known: Chat) -> None:
    known.say("pause")
    known.restart()
    assert "Paused until 7 January" in known.say("until 7 January")


@pytest.mark.parametrize("text", ["/resume", "resume", "unpause", "I'm back!"])
def test_resume_goes_on_with_the_rhythm(known: Chat, text: str) -> None:
    before = known.kept()
    known.say("pause until 7 January")
    said = known.say(text)
    assert said == "Good to have you back. The next nudge: Monday 30 November at 09:00.\n[Undo]"
    assert known.again() == said
    assert known.kept() == before


def test_resume_is_on_the_settings_while_paused(known: Chat) -> None:
    known.say("pause")
    known.say("/settings")
    assert "Good to have you back." in known.press("Resume")


def test_resume_without_a_pause_changes_nothing(known: Chat) -> None:
    before = known.kept()
    assert known.say("/resume") == "I'm not paused. The next nudge comes Monday 30 November at 09:00."
    assert known.kept() == before


def test_settings_in_a_pause_do_not_end_it(known: Chat) -> None:
    known.say("pause until 7 January")
    known.say("/settings")
    known.press("People per week")
    known.press("2")
    assert known.export()["user"]["paused_until"] == "2027-01-07T09:00:00Z"
    assert known.export()["user"]["next_nudge_at"] >= "2027-01-07T09:00:00Z"
    assert "All right" not in known.days(30)


def test_a_made_up_zone_changes_nothing(known: Chat) -> None:
    known.say("/settings")
    known.press("Time zone")
    before = known.kept()
    for made_up in ("Nowhere/Land", "Berlin", "../etc/passwd", "", "x" * 40):
        known.give(known.user.tap(f"zone:0:{made_up}", known.newest()[0]))
        known.say("/help")
    assert known.kept() == before


def test_a_change_while_the_nudge_is_due_and_waits_behind_others_does_not_lose_it(known: Chat) -> None:
    known.now = datetime(2026, 11, 30, 9, 1, tzinfo=UTC)  # a minute late, and nothing has come yet
    known.say("fridays at 8:30")
    assert "You could write" in known.pass_until(datetime(2026, 11, 30, 9, 2, tzinfo=UTC))
    assert known.export()["user"]["next_nudge_at"].startswith("2026-12-04T08:30")
