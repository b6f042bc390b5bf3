"""What Dotty waits for is a row: nothing of a conversation is lost by a crash, and none of it is forever."""

from datetime import timedelta

import pytest

from tests.chat import Chat

#: A conversation each, from the first word to the last, and a word of what is read and recorded at its end.
CONVERSATIONS = {
    "start": (["/start", ":Where", "Berlin", ":When", "Friday 8:30"], "All set", "Europe/Berlin"),
    "add": (["/add", "Ben Okafor"], "Added Ben Okafor", "Ben Okafor"),
    "namesake": (["Ana Ruiz, weekly, #go", ":Same"], "Added that to Ana Ruiz", "'go'"),
    "namesake in words": (["Ana Ruiz, weekly, #go", "somebody else"], "Added Ana Ruiz", "'go'"),
    "two namesakes": (["Ana Ruiz, #a\nAna Lopez, #b\nBen Okafor", ":Same: Ana R", ":Same: Ana L"], "Ana Lopez", "'b'"),
    "which": (["Ana moved to Rome", ":Ana Lopez"], "Ana Lopez", "Rome"),
    "which in words": (["Ana moved to Rome", "Lopez"], "Ana Lopez", "Rome"),
    "touch of whom": (["had lunch with Ana", "Lopez"], "In touch with Ana Lopez", "meeting"),
    "two of whom": (["had lunch with Ana and Joe", "Lopez", ":Add Joe"], "Added Joe", "'Joe'"),
    "unknown": (["Zora Novak", "yes"], "Added Zora Novak", "Zora Novak"),
    "unknown touched": (["called Zora Novak yesterday", ":Add"], "Added Zora Novak", "2026-11-22"),
    "edit": (["Ana Ruiz", ":Edit", ":City", "Rome"], "Changed.", "Rome"),
    "edit, badly first": (["Ana Ruiz", ":Edit", ":Birthday", "x", "12 May"], "Changed.", "--05-12"),
    "note": (["Ana Ruiz", ":Add a note", "plays chess"], "Noted about Ana Ruiz", "plays chess"),
    "/note": (["/note", "Ana", "Lopez", "plays chess"], "Noted about Ana Lopez", "plays chess"),
    "what": (["we sailed round the bay", ":Note it", ":Ana Lopez"], "Noted about Ana Lopez", "we sailed round the bay"),
    "touch": (["Ana Ruiz", ":In touch", ":Yesterday"], "In touch with Ana Ruiz", "2026-11-22"),
    "rhythm": (["Ana Ruiz", ":Rhythm", ":Quarterly"], "quarterly", "91"),
    "done": ([":week", "done", "she has a new dog"], "Kept", "she has a new dog"),
    "done, of whom": (["done", "Lopez"], "In touch with Ana Lopez", "2026-11-23"),
    "later": ([":week", ":Later", ":In three days"], "I'll bring", "later"),
    "search": (["/people", ":Search", "Ana R"], "Ana Ruiz", "Ana Ruiz"),
    "zone": (["/settings", ":Time zone", "Springfield", ":Springfield, United States (New York"],
             "New York", "America/New_York"),
    "pause": (["/pause", "until 7 January"], "Paused until 7 January", "2027-01-07"),
    "pause, badly first": (["/pause until x", "until 7 January"], "Paused until 7 January", "2027-01-07"),
}  # fmt: skip


def talk(chat: Chat, steps: list[str], *, crashing: bool) -> str:
    said = ""
    for step in steps:
        if crashing:
            chat.restart()
        said = take(chat, step)
    return said


def take(chat: Chat, step: str) -> str:
    if step == ":week":
        return chat.week()
    return chat.press(step[1:]) if step.startswith(":") else chat.say(step)


@pytest.mark.parametrize("crashing", [False, True], ids=["", "crashing"])
@pytest.mark.parametrize("name", CONVERSATIONS)
def test_a_conversation_goes_on_mid_sentence(chat: Chat, name: str, crashing: bool) -> None:
    steps, answer, recorded = CONVERSATIONS[name]
    chat.say("Ana Ruiz, monthly")
    chat.say("Ana Lopez, monthly")
    assert answer in talk(chat, steps, crashing=crashing)
    assert recorded in str(chat.export())


@pytest.mark.parametrize("name", CONVERSATIONS)
def test_every_message_delivered_twice_changes_as_much_as_once(chat: Chat, name: str) -> None:
    steps, answer, _ = CONVERSATIONS[name]
    chat.say("Ana Ruiz, monthly")
    chat.say("Ana Lopez, monthly")
    for step in steps[:-1]:
        talk(chat, [step], crashing=False)
        if step != ":week":
            chat.again()
    said = talk(chat, steps[-1:], crashing=False)
    once = chat.store.export(7)
    assert answer in said
    assert said.endswith(chat.again())
    assert chat.store.export(7) == once


@pytest.mark.parametrize(("steps", "text"), [
    (["Ana", ":Edit", ":City"], "Rome"), (["Ana", ":Add a note"], "plays chess"), (["/people", ":Search"], "Ana"),
    (["/settings", ":Day and hour"], "Friday"), (["/add"], "Zora"),
])  # fmt: skip
def test_what_is_typed_a_day_later_is_no_answer(chat: Chat, steps: list[str], text: str) -> None:
    chat.say("Ana Ruiz, monthly")
    talk(chat, steps, crashing=False)
    chat.now += timedelta(hours=24)
    before = chat.store.export(7)
    assert before is not None
    chat.say(text)
    after = chat.store.export(7)
    assert after is not None
    assert after.cards == before.cards
    assert (after.user.nudge_weekday, after.user.nudge_time) == (before.user.nudge_weekday, before.user.nudge_time)


@pytest.mark.parametrize("away", ["/people", "/help", "/nonsense", "/settings", "/export"])
@pytest.mark.parametrize(("steps", "text"), [
    (["Ana", ":Edit", ":City"], "Rome"), (["Ana", ":Add a note"], "plays chess"), (["/erase"], "erase everything"),
])  # fmt: skip
def test_a_command_leads_away_from_a_question_that_takes_any_text(
    chat: Chat, steps: list[str], text: str, away: str
) -> None:
    chat.say("Ana Ruiz, monthly")
    talk(chat, steps, crashing=False)
    before = chat.kept()
    chat.say(away)
    chat.say(text)
    assert chat.kept() == before
