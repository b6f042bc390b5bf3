"""Whether what is typed answers what Dotty waits for, or is something else."""

import pytest

from tests.chat import Chat


@pytest.fixture
def ana(chat: Chat) -> Chat:
    chat.say("Ana Ruiz, monthly")
    return chat


def ask(chat: Chat, question: str) -> str:
    """Bring Dotty to wait for something."""
    steps = {
        "names": ["/add"], "zone": ["/settings", ":Time zone"], "when": ["/settings", ":Day and hour"],
        "edit": ["Ana", ":Edit", ":Birthday"], "note": ["Ana", ":Add a note"], "search": ["/people", ":Search"],
        "new": ["Zora Novak"], "what": ["qwrtp zxcvb"],
    }  # fmt: skip
    said = ""
    for step in steps[question]:
        said = chat.press(step[1:]) if step.startswith(":") else chat.say(step)
    return said


@pytest.mark.parametrize("question", ["names", "zone", "when", "edit", "search", "new", "what"])
@pytest.mark.parametrize(("text", "answer"), [
    ("called Ana yesterday", "In touch with Ana Ruiz"), ("Ana moved to Berlin", "City: Berlin"),
    ("note on Ana: sings", "Noted about Ana Ruiz"), ("undo", "Taken back"), ("help", "Just type"),
])  # fmt: skip
def test_a_whole_sentence_is_no_answer(ana: Chat, question: str, text: str, answer: str) -> None:
    ask(ana, question)
    assert answer in ana.say(text)


@pytest.mark.parametrize(
    "text", ["called Ana yesterday", "Ana moved to Berlin", "12 May", "Zora Novak, weekly", "monthly"]
)
def test_a_note_that_was_asked_for_is_whatever_is_typed(ana: Chat, text: str) -> None:
    ask(ana, "note")
    assert ana.say(text).startswith(f"Noted about Ana Ruiz: {text}")


@pytest.mark.parametrize(("question", "text", "answer"), [
    ("names", "Ben", "Added Ben"), ("names", "Ben and Grace", "2 people"), ("zone", "Paris", "(Paris time)"),
    ("when", "8am", "Monday 08:00"), ("edit", "12 May", "Birthday: 12 May"), ("search", "ana", "Rhythm: monthly"),
    ("new", "yes", "Added Zora Novak"), ("what", "no", "Nothing was changed"),
])  # fmt: skip
def test_an_answer_is_taken_as_one(ana: Chat, question: str, text: str, answer: str) -> None:
    ask(ana, question)
    ana.restart()
    assert answer in ana.say(text)


def test_a_known_name_opens_the_card_whatever_hour_was_asked_for(ana: Chat) -> None:
    ask(ana, "when")
    assert ana.say("Ana").startswith("Ana Ruiz\n")


def test_a_city_that_is_somebodys_name_is_a_city_where_a_city_was_asked_for(chat: Chat) -> None:
    chat.share_contact("Paris Sample", "+34 600 123 456")
    chat.say("/settings")
    chat.press("Time zone")
    assert "(Paris time)" in chat.say("Paris")


@pytest.mark.parametrize("text", ["done", "Ana moved to Berlin", "Zora Novak, monthly", "erase everything", "pause"])
def test_what_was_forwarded_are_not_the_users_words(ana: Chat, text: str) -> None:
    ana.week()
    before = ana.kept()
    assert "[Add Somebody]" in ana.give(ana.user.forward(text, "Somebody"))
    assert ana.kept() == before


@pytest.mark.parametrize("text", ["done", "Ana moved to Berlin", "erase everything"])
def test_what_a_bot_wrote_is_neither_the_users_words_nor_a_persons(ana: Chat, text: str) -> None:
    before = ana.kept()
    sender = {"id": 99, "is_bot": True, "first_name": "News"}
    assert "[Note it about someone]" in ana.give(ana.user.forward(text, "News", sender))
    assert ana.kept() == before


def test_a_forwarded_message_of_a_bots_can_be_noted(ana: Chat) -> None:
    ana.give(ana.user.forward("Ana has a new job", "News", {"id": 99, "is_bot": True}))
    ana.press("Note it")
    assert "Noted about Ana Ruiz: Ana has a new job" in ana.press("Ana Ruiz")


def test_a_message_forwarded_from_a_first_name_asks_whether_it_is_the_one_known(ana: Chat) -> None:
    assert "same person" in ana.give(ana.user.forward("I moved to Berlin", "Ana"))
    ana.press("Same")
    assert [note["text"] for note in ana.person("Ana Ruiz")["notes"]] == ["I moved to Berlin"]


def test_a_forwarded_message_answers_where_a_note_was_asked_for(ana: Chat) -> None:
    ask(ana, "note")
    assert "Noted about Ana Ruiz: I moved to Berlin" in ana.give(ana.user.forward("I moved to Berlin", "Ana"))


def test_a_reply_to_any_message_is_read_as_what_it_says(ana: Chat) -> None:
    assert "City: Rome" in ana.say("Ana moved to Rome", ana.newest()[0])


@pytest.mark.parametrize(("text", "on", "note"), [
    ("/done", "2026-11-30", None), ("/done yesterday", "2026-11-29", None),
    ("/done, she has a new dog", "2026-11-30", "she has a new dog"),
])  # fmt: skip
def test_the_command_takes_what_one_would_type_behind_done(ana: Chat, text: str, on: str, note: str | None) -> None:
    ana.week()
    assert "Ana Ruiz ✓" in ana.say(text)
    assert ana.person("Ana Ruiz")["touches"] == [
        {"on": on, "channel": None, "note": note, "started_by": None, "reply": None, "favour": None}
    ]


def test_controls_and_overrides_are_taken_out_of_what_is_kept(ana: Chat) -> None:
    ana.say("note on Ana: pl\u202eays\x00 che\u200bss")
    assert ana.person("Ana Ruiz")["notes"][0]["text"] == "plays chess"
