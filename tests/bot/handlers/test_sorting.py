"""The inbox, sorted one card at a time, by taps alone."""

import re

import pytest

from tests.chat import Chat

HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
PEOPLE = [
    ("Ana", "Ruiz", "Nordlicht Data", "Head of Data", "02 Mar 2021"),
    ("Ben", "Okafor", "Roche", "Clinical Research Lead", "15 Jun 2019"),
    ("Grace", "Lim", "Accra Makers", "Product Designer", "7 Jan 2024"),
    ("Joe", "Park", "", "", "30 Nov 2012"),
]


def connections(people: list[tuple[str, str, str, str, str]]) -> bytes:
    lines = [
        f"{first},{last},https://www.linkedin.com/in/{first}-{last}-example,,{company},{role},{day}"
        for first, last, company, role, day in people
    ]
    return (HEADER + "\n".join(lines)).encode()


def many(count: int) -> list[tuple[str, str, str, str, str]]:
    letters = "abcdefghijklmnopqrstuvwxyz"
    return [
        ("Joe", f"Park{letters[n // 26]}{letters[n % 26]}", "Roche", "Engineer", "1 May 2020") for n in range(count)
    ]


def bring(chat: Chat, people: list[tuple[str, str, str, str, str]] = PEOPLE) -> None:
    chat.give(chat.user.document("Connections.csv", connections(people)))
    chat.press("Import")


def begin(chat: Chat) -> str:
    chat.say("/sort")
    return chat.press("Skip")


def shown(said: str) -> str:
    """The name on the card."""
    found = re.search(r"in your inbox\n(.+)", said)
    assert found, said
    return found[1]


@pytest.fixture
def full(chat: Chat) -> Chat:
    bring(chat)
    return chat


def test_an_empty_inbox_says_how_to_fill_it(chat: Chat) -> None:
    assert "/import" in chat.say("/sort")


def test_the_first_time_it_asks_what_they_do(full: Chat) -> None:
    assert "what do you do" in full.say("/sort")
    said = full.say("product design in Accra")
    assert shown(said) == "Grace Lim"
    assert "In your field" in said
    assert shown(full.say("/sort")) == "Grace Lim"


def test_what_they_do_is_asked_once(full: Chat) -> None:
    begin(full)
    assert "what do you do" not in full.say("/sort")


def test_each_card_has_all_the_answers(full: Chat) -> None:
    said = begin(full)
    for label in ("Monthly", "Quarterly", "Twice a year", "Yearly", "Later", "Never"):
        assert f"[{label}]" in said
    assert "Back one" not in said
    assert "1 of 4 · 4 in your inbox" in said


@pytest.mark.parametrize(
    ("label", "days"), [("Monthly", 30), ("Quarterly", 91), ("Twice a year", 182), ("Yearly", 365)]
)
def test_a_rhythm_keeps_the_one_on_the_card(full: Chat, label: str, days: int) -> None:
    name = shown(begin(full))
    assert shown(full.press(label)) != name
    person = full.person(name)
    assert (person["status"], person["cadence_days"]) == ("active", days)


def test_never_archives_and_later_leaves_in_the_inbox_behind_the_others(full: Chat) -> None:
    first = shown(begin(full))
    second = shown(full.press("Never"))
    full.press("Later")
    assert full.person(first)["status"] == "archived"
    assert full.person(second)["status"] == "inbox"
    assert shown(full.say("/sort")) != second


def test_ten_taps_sort_ten_people_on_one_message(chat: Chat) -> None:
    bring(chat, many(12))
    begin(chat)
    card = chat.last
    for _ in range(10):
        chat.press("Quarterly", card)
    people = chat.export()["contacts"]
    assert sum(each["status"] == "active" for each in people) == 10
    assert "11 of 12 · 2 in your inbox" in card.text


def test_it_stops_after_twenty_and_goes_on_where_it_was(chat: Chat) -> None:
    bring(chat, many(25))
    said = begin(chat)
    names = []
    for _ in range(20):
        names.append(shown(said))
        said = chat.press("Yearly")
    assert "20 sorted. 5 are left" in said
    assert len(set(names)) == 20
    said = chat.press("Go on")
    assert "1 of 5 · 5 in your inbox" in said
    for _ in range(5):
        said = chat.press("Yearly")
    assert "your inbox is empty" in said


def test_back_one_brings_the_card_before(full: Chat) -> None:
    first = shown(begin(full))
    second = shown(full.press("Monthly"))
    assert shown(full.press("‹ Back one")) == first
    assert full.person(first)["status"] == "inbox"
    assert shown(full.press("Never")) == second


def test_back_goes_back_over_several(full: Chat) -> None:
    first = shown(begin(full))
    full.press("Monthly")
    full.press("Later")
    full.press("‹ Back one")
    assert shown(full.press("‹ Back one")) == first
    assert {each["status"] for each in full.export()["contacts"]} == {"inbox"}


def test_back_never_undoes_something_else(full: Chat) -> None:
    begin(full)
    full.press("Monthly")
    card = full.last
    full.say("Mia Stone, monthly")
    assert "no card before" in full.press("‹ Back one", card)
    assert "Mia Stone" in full.names()


def test_a_tap_delivered_twice_sorts_one(full: Chat) -> None:
    begin(full)
    full.press("Monthly")
    full.again()
    assert sum(each["status"] == "active" for each in full.export()["contacts"]) == 1


def test_tapping_twice_in_haste_sorts_one(full: Chat) -> None:
    begin(full)
    pressed = full.last
    button = next(each for each in pressed.buttons if each.text == "Monthly")
    full.give(full.user.tap(button.data or "", pressed))
    assert "sorted" in full.give(full.user.tap(button.data or "", pressed))
    assert sum(each["status"] == "active" for each in full.export()["contacts"]) == 1


def test_it_goes_on_after_a_restart(full: Chat) -> None:
    begin(full)
    full.press("Monthly")
    full.restart()
    said = full.press("Quarterly")
    assert "3 of 4 · 2 in your inbox" in said


def test_something_else_said_between_two_taps_loses_nothing(full: Chat) -> None:
    begin(full)
    full.press("Monthly")
    card = full.last
    full.say("Mia Stone, monthly")
    said = full.press("Quarterly", card)
    assert "2 in your inbox" in said
    assert sum(each["status"] == "active" for each in full.export()["contacts"]) == 3


def test_undo_in_words_brings_the_card_back(full: Chat) -> None:
    first = shown(begin(full))
    full.press("Never")
    assert shown(full.say("undo")) == first
    assert full.person(first)["status"] == "inbox"


def test_nobody_else_can_press_the_buttons(full: Chat) -> None:
    begin(full)
    data = next(each.data for each in full.last.buttons if each.text == "Monthly")
    stranger = full.api.user(8, first_name="Eve")
    stranger.start_chat()
    stranger.text("hello")
    full.run(full.bot.application.initialize())
    contact_id = int((data or "").split(":")[1])
    assert full.store.contact(8, contact_id) is None
    assert full.store.sort_contact(8, 999, contact_id, verdict="never", on=full.now.date(), now=full.now) is None


def test_imported_people_never_cause_a_nudge_until_they_are_kept(full: Chat) -> None:
    assert "How about" not in full.days(15)
    begin(full)
    full.press("Monthly")
    assert "How about" in full.days(8)


def test_a_rhythm_given_on_the_card_takes_somebody_out_of_the_inbox(full: Chat) -> None:
    full.say("ben okafor")
    full.press("Rhythm")
    full.press("Yearly")
    assert full.person("Ben Okafor")["status"] == "active"


def test_a_card_is_answered_in_words(full: Chat) -> None:
    first = shown(begin(full))
    second = shown(full.say("monthly"))
    assert second != first
    assert full.person(first)["cadence_days"] == 30
    third = shown(full.say("later"))
    assert full.again().startswith("3 of 4")
    fourth = shown(full.say("Never."))
    assert full.person(third)["status"] == "archived"
    assert shown(full.say("back")) == third
    full.say("every two weeks")
    assert full.person(third)["cadence_days"] == 14
    assert full.person(second)["status"] == full.person(fourth)["status"] == "inbox"


def test_words_on_a_nudge_that_came_after_the_card_are_for_the_nudge(full: Chat) -> None:
    full.say("Mia Stone, monthly")
    begin(full)
    full.say("/next")
    assert "Mia Stone" in full.say("later")


def test_a_question_about_the_question_is_answered(full: Chat) -> None:
    full.say("/sort")
    assert "whom to show first" in full.say("why?")
    assert shown(full.say("product design in Accra")) == "Grace Lim"


@pytest.mark.parametrize("typed", ["no", "no thanks", "skip"])
def test_what_they_do_can_be_left_unsaid_in_words(full: Chat, typed: str) -> None:
    full.say("/sort")
    assert "1 of 4" in full.say(typed)
    assert "what do you do" not in full.say("/sort")


@pytest.mark.parametrize("typed", ["who do i know at roche??", "everyone at Roche quarterly", "rename #work to #job"])
def test_a_clear_wish_is_no_answer_to_what_they_do(full: Chat, typed: str) -> None:
    full.say("/sort")
    assert "1 of 4" not in full.say(typed)
    assert "what do you do" in full.say("/sort")


def test_a_trade_and_a_city_are_an_answer_to_what_they_do(full: Chat) -> None:
    full.say("/sort")
    assert "1 of 4" in full.say("designer in Berlin")
    assert "what do you do" not in full.say("/sort")


def test_somebody_s_name_is_no_answer_to_what_they_do(full: Chat) -> None:
    full.say("/sort")
    assert full.say("Ana Ruiz").startswith("Ana Ruiz\n")
    assert "what do you do" in full.say("/sort")
