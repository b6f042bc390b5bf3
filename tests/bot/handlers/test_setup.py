"""/start: two sentences, and three small questions that nobody has to answer."""

import pytest

from tests.chat import Chat

WHO, ZONE, WHEN = "[Who matters to you?]", "[Where are you? (London)]", "[When? (Monday 09:00)]"


def test_start_says_what_dotty_does_and_offers_three_questions(chat: Chat) -> None:
    said = chat.say("/start")
    hello, what, *_ = said.split("\n")
    assert hello == "Hi Sam, I'm Dotty."
    assert what.count(". ") + what.endswith(".") == 2
    assert said.endswith(f"{WHO} {ZONE} {WHEN} [Skip]")


@pytest.mark.parametrize("text", ["start", "get started", "/start from a link"])
def test_start_in_plain_words(chat: Chat, text: str) -> None:
    assert "Hi Sam, I'm Dotty." in chat.say(text)


def test_a_name_in_html_greets_harmlessly(chat: Chat) -> None:
    other = chat.api.user(8, first_name="<b>{x}")
    chat.give(other.text("/start"))
    assert "Hi <b>{x}, I'm Dotty." in other.chat.last().text


def test_nothing_needs_an_answer_before_one_can_type(chat: Chat) -> None:
    chat.say("/start")
    assert "Added Ana Ruiz" in chat.say("Ana Ruiz, monthly")
    assert chat.names() == ["Ana Ruiz"]


@pytest.mark.parametrize("order", ["who zone when", "when zone who", "zone who when"])
def test_the_questions_are_answered_in_any_order_and_then_the_first_nudge_is_named(chat: Chat, order: str) -> None:
    chat.say("/start")
    answers = {"who": ("Who", "Ana Ruiz"), "zone": ("Where", "Berlin"), "when": ("When", "Friday 8:30")}
    for question in order.split():
        button, answer = answers[question]
        chat.press(button)
        chat.restart()
        said = chat.say(answer)
        assert chat.again() == said
        chat.restart()
    assert said.endswith("All set. The next nudge comes Friday 27 November at 08:30.")
    assert chat.names() == ["Ana Ruiz"]
    user = chat.export()["user"]
    assert (user["timezone"], user["nudge_weekday"], user["nudge_time"]) == ("Europe/Berlin", 4, "08:30")
    assert user["next_nudge_at"] == "2026-11-27T07:30:00Z"


@pytest.mark.parametrize("skip", ["press", "skip", "no", "nope"])
def test_each_question_can_be_skipped_and_is_not_asked_again(chat: Chat, skip: str) -> None:
    before = chat.kept()
    chat.say("/start")
    for button, left in (("Who", ZONE), ("Where", WHEN)):
        chat.press(button)
        said = chat.press("Skip") if skip == "press" else chat.say(skip)
        assert f"[{button}" not in said
        assert left in said
    chat.press("When")
    said = chat.press("Skip") if skip == "press" else chat.say(skip)
    assert said == "All set. The next nudge comes Monday 30 November at 09:00."
    assert chat.kept() == before


@pytest.mark.parametrize("skip", ["press", "skip", "no thanks"])
def test_all_questions_can_be_skipped_at_once(chat: Chat, skip: str) -> None:
    chat.say("/start")
    said = chat.press("Skip") if skip == "press" else chat.say(skip)
    assert said == "All set. The next nudge comes Monday 30 November at 09:00."


def test_the_day_and_hour_are_understood_without_a_question(chat: Chat) -> None:
    chat.say("/start")
    said = chat.say("Friday 8:30")
    assert said.startswith("Nudges come Friday 08:30. The next one: Friday 27 November at 08:30.")
    assert WHEN not in said
    assert WHO in said


@pytest.mark.parametrize(("text", "zone"), [
    ("Berlin", "Europe/Berlin"), ("münchen", "Europe/Berlin"), ("Saigon", "Asia/Ho_Chi_Minh"),
    ("NYC", "America/New_York"), ("Москва", "Europe/Moscow"), ("I live in Lisbon", "Europe/Lisbon"),
    ("東京", "Asia/Tokyo"),
    ("UTC+5:30", "Asia/Kolkata"),
])  # fmt: skip
def test_a_city_is_understood_in_any_common_spelling(chat: Chat, text: str, zone: str) -> None:
    chat.say("/start")
    chat.press("Where")
    said = chat.say(text)
    if "Which one is it?" in said:
        said = chat.give(chat.user.press(chat.newest()[0].buttons[0], chat.newest()[0]))
    assert "Got it: it's " in said
    assert chat.export()["user"]["timezone"] == zone


def test_the_guess_is_confirmed_with_one_tap(chat: Chat) -> None:
    chat.say("/start")
    assert "Is it 09:30 where you are now (London)?" in chat.press("Where")
    assert "Got it: it's 09:30 where you are (London time)." in chat.press("Yes")


@pytest.mark.parametrize("yes", ["yes", "Yes, that's right", "correct"])
def test_the_guess_is_confirmed_in_words(chat: Chat, yes: str) -> None:
    chat.say("/start")
    chat.press("Where")
    assert "Got it: it's 09:30" in chat.say(yes)


def test_a_shared_location_gives_the_zone_and_is_not_kept(chat: Chat) -> None:
    chat.say("/start")
    chat.press("Where")
    assert "[📍 Share my location]" in chat.press("📍")
    said = chat.share_location(52.5, 13.4)
    assert "I keep only the time zone, not the place." in said
    assert "it's 10:30 where you are (Berlin time)" in said
    assert "it's 10:30 where you are (Berlin time)" in chat.again()
    assert b"13.4" not in (chat.folder / "dotty.db").read_bytes()
    assert chat.export()["user"]["timezone"] == "Europe/Berlin"


def test_cities_of_one_name_are_told_apart(chat: Chat) -> None:
    chat.say("/start")
    chat.press("Where")
    said = chat.say("Springfield")
    assert "[Springfield, United States (Chicago time)] [Springfield, United States (New York time)]" in said
    chat.restart()
    chat.press("Springfield, United States (New York")
    assert chat.export()["user"]["timezone"] == "America/New_York"


def test_a_misspelt_city_is_asked_about(chat: Chat) -> None:
    chat.say("/start")
    chat.press("Where")
    assert "[Köln, Germany]" in chat.say("Colonge")
    assert chat.export()["user"]["timezone"] == "Europe/London"


def test_an_unknown_city_is_answered_kindly_and_asked_again(chat: Chat) -> None:
    chat.say("/start")
    chat.press("Where")
    assert "I don't know “<xyzzy>”." in chat.say("<xyzzy>")
    chat.restart()
    assert "Berlin time" in chat.say("Berlin")


def test_a_bad_hour_is_answered_kindly_and_asked_again(chat: Chat) -> None:
    chat.say("/start")
    chat.press("When")
    assert "Try “Friday 8:30”" in chat.say("whenever")
    chat.restart()
    assert "Nudges come Monday 18:00." in chat.say("18:00")


def test_a_city_typed_without_a_question_may_be_a_place_or_a_name(chat: Chat) -> None:
    chat.say("/start")
    assert chat.say("Florence").endswith("[Add Florence] [No] [I'm in Florence]")
    assert "(Rome time)" in chat.press("I'm in Florence")
    assert "[I'm in" not in chat.say("Sofia")
    assert chat.names() == []


@pytest.mark.parametrize("question", ["Where", "When"])
@pytest.mark.parametrize(("text", "answer"), [
    ("Ben Okafor, weekly", "Added Ben Okafor"), ("Ana", "Ana Ruiz\nRhythm"), ("called Ana", "In touch with Ana Ruiz"),
    ("/people", "1 person"), ("people", "1 person"), ("pause until 7 January", "Paused until 7 January"),
    ("help", "Just type"),
])  # fmt: skip
def test_whoever_just_types_is_not_held_up_by_a_question(chat: Chat, question: str, text: str, answer: str) -> None:
    chat.say("Ana Ruiz, monthly")
    chat.say("/start")
    chat.press(question)
    assert answer in chat.say(text)


def test_days_and_hours_are_a_tap_each(chat: Chat) -> None:
    chat.say("/start")
    chat.press("When")
    question = chat.newest()[0]
    assert "Nudges come Thursday 09:00." in chat.press("Thu", question)
    assert "Nudges come Thursday 20:00." in chat.press("20:00", question)


def test_starting_again_asks_whether_it_is_still_right(chat: Chat) -> None:
    chat.say("Ana Ruiz, monthly")
    said = chat.say("/start")
    assert said.startswith("Good to see you again. I know one person of yours")
    assert said.endswith(f"{ZONE} {WHEN} [Skip]")


def test_the_zone_is_guessed_from_the_language(chat: Chat) -> None:
    chat.give(chat.api.user(8, first_name="Jonas", language_code="de").text("/start"))
    assert "(Berlin)" in " ".join(chat.api.user(8).chat.last().labels)
