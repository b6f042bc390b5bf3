"""Help, undo, cancel, the commands, and whatever Dotty can't take in."""

from collections.abc import Callable

import pytest

from bot.app import COMMANDS
from bot.loading import introduce
from storage import Export
from tests.chat import Chat

#: Each chat command, a word of what each answers, and the same in plain words.
COMMANDS_IN_WORDS = {
    "start": ("I'm Dotty", "get started"), "add": ("Who matters to you?", "add someone"),
    "people": ("Nobody here", "list"),
    "next": ("I don't know anybody yet", "who's next?"), "done": ("I don't know anybody yet", "done"),
    "note": ("I don't know anybody yet", "add a note"), "promise": ("Nothing promised is open", "what did I promise?"),
    "intro": ("Nobody to introduce", "introduce two people"), "import": ("Drop a file", "import contacts"),
    "sort": ("inbox is empty", "sort my inbox"), "merge": ("no two people", "find duplicates"),
    "tags": ("No tags yet", "my tags"),
    "stats": ("/help", "show me my stats"), "settings": ("Time zone", "settings"), "pause": ("", "pause"),
    "resume": ("next nudge", "I'm back"), "export": ("as JSON", "export my data"),
    "erase": ("All gone", "erase my data"),
    "undo": ("nothing to take back", "undo that"), "help": ("Just type", "what can you do?"),
    "cancel": ("nothing open", "never mind"),
}  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS_IN_WORDS)
def test_every_command_answers_and_works_in_plain_words(chat: Chat, command: str) -> None:
    answer, words = COMMANDS_IN_WORDS[command]
    said = chat.say(f"/{command}")
    assert answer in said
    assert said
    chat.say("/cancel")
    if command != "pause":  # the word says it all, where the command asks for how long
        assert chat.say(words) == said
    else:
        assert "Paused." in chat.say(words)


def test_every_command_is_tried() -> None:
    assert set(COMMANDS) | {"cancel"} == set(COMMANDS_IN_WORDS)
    assert len(COMMANDS_IN_WORDS) == 21


def test_telegram_is_told_the_commands_with_a_description_each(chat: Chat) -> None:
    chat.run(introduce(chat.bot.application.bot))
    told = {each.command: each.description for each in chat.run(chat.bot.application.bot.get_my_commands())}
    assert set(told) == set(COMMANDS_IN_WORDS) - {"intro", "stats"}
    assert all(1 <= len(description) <= 256 for description in told.values())


def test_help_is_short_and_its_examples_work(chat: Chat) -> None:
    said = chat.say("/help")
    assert len(said) < 700
    examples = [part.strip() for line in said.split("\n") if line.startswith("•")
                for part in line.lstrip("• ").rsplit(": adds", 1)[0].rsplit(": opens", 1)[0].split(" · ")]  # fmt: skip
    assert len(examples) >= 8
    chat.say("Ben Okafor, weekly")
    for example in examples:
        assert "What was that?" not in chat.say(example)
    names = chat.names()
    assert "Ana Ruiz" in names


@pytest.mark.parametrize("text", ["/foo", "/peoples", "/START_ME", "/42"])
def test_an_unknown_command_is_answered(chat: Chat, text: str) -> None:
    assert "/help shows what I understand" in chat.say(text)


# Undo: what is said or pressed before, and the write itself.

Write = Callable[[Chat], str]
WRITES: dict[str, tuple[list[str], Write]] = {
    "add": ([], lambda chat: chat.say("Ana Ruiz, monthly, #go, ana@example.org")),
    "add many": ([], lambda chat: chat.say("Ana Ruiz, Ben Okafor and Grace Lim")),
    "add by card": ([], lambda chat: chat.share_contact("Ana Ruiz", "+34 600 123 456")),
    "add met": ([], lambda chat: chat.say("met Joe at the conference yesterday, he does logistics")),
    "same person": (["Ana Ruiz, monthly", "Ana Ruiz, weekly, #go"], lambda chat: chat.press("Same")),
    "somebody else": (["Ana Ruiz, monthly", "Ana Ruiz, weekly"], lambda chat: chat.press("Somebody else")),
    "cadence": (["Ana Ruiz, monthly"], lambda chat: chat.press("Weekly")),
    "cadence of many": (["Ana Ruiz, Ben Okafor and Grace Lim"], lambda chat: chat.press("Weekly")),
    "city": (["Ana Ruiz, monthly"], lambda chat: chat.say("Ana moved to Berlin")),
    "tag": (["Ana Ruiz, monthly, #go"], lambda chat: chat.say("tag Ana as chess")),
    "rename": (["Ana Ruiz, monthly"], lambda chat: chat.say("rename Ana to Anna Ruiz")),
    "note": (["Ana Ruiz, monthly"], lambda chat: chat.say("note on Ana: plays chess")),
    "archive": (["Ana Ruiz, monthly"], lambda chat: chat.say("archive Ana")),
    "bring back": (["Ana Ruiz, monthly", "archive Ana", "Ana"], lambda chat: chat.press("Bring back")),
    "touch": (["Ana Ruiz, monthly"], lambda chat: chat.say("called Ana yesterday about the trial")),
    "touches": (
        ["Ana Ruiz, Ben Okafor and Grace Lim"],
        lambda chat: chat.say("had coffee with Ana and Grace on Friday"),
    ),
    "touch on a card": (["Ana Ruiz, monthly", "Ana", ":In touch"], lambda chat: chat.press("Yesterday")),
    "done": (["Ana Ruiz, monthly", ":week"], lambda chat: chat.say("done")),
    "done by button": (["Ana Ruiz, monthly", ":week"], lambda chat: chat.press("✓ Done")),
    "done with a note": (["Ana Ruiz, monthly", ":week"], lambda chat: chat.say("done: she's moving to Berlin in May")),
    "note after done": (["Ana Ruiz, monthly", ":week", "done"], lambda chat: chat.say("she has a new dog")),
    "not this week": (["Ana Ruiz, monthly", ":week"], lambda chat: chat.press("Not this week")),
    "later": (["Ana Ruiz, monthly", ":week", ":Later"], lambda chat: chat.press("In three days")),
    "too soon": (["Ana Ruiz, monthly", ":week"], lambda chat: chat.say("too soon")),
    "wrong moment": (["Ana Ruiz, monthly", ":week"], lambda chat: chat.say("wrong moment")),
    "next time": (["Ana Ruiz, monthly"], lambda chat: chat.say("Ana again in two weeks")),
    "not before": (["Ana Ruiz, monthly", ":week"], lambda chat: chat.say("not before summer")),
    "yearly date": (["Ana Ruiz, monthly"], lambda chat: chat.say("Ana's name day is 26 July")),
    "yearly date gone": (
        ["Ana Ruiz, monthly", "Ana's name day is 26 July"],
        lambda chat: chat.say("forget Ana's name day"),
    ),
    "heads-up": (["Ana Ruiz, monthly"], lambda chat: chat.say("remind me 3 days before Ana's birthday")),
    "zone": (["/settings", ":Time zone"], lambda chat: chat.say("Tokyo")),
    "weekday": (["/settings", ":Day and hour"], lambda chat: chat.press("Thu")),
    "hour": (["/settings", ":Day and hour"], lambda chat: chat.press("20:00")),
    "people per week": (["/settings", ":People per week"], lambda chat: chat.press("5")),
    "reminder": (["/settings"], lambda chat: chat.press("Reminder off")),
    "pause": ([], lambda chat: chat.say("pause until 7 January")),
    "resume": (["pause until 7 January"], lambda chat: chat.say("resume")),
}


def prepare(chat: Chat, steps: list[str]) -> None:
    for step in steps:
        if step == ":week":
            chat.week()
        elif step.startswith(":"):
            chat.press(step[1:])
        else:
            chat.say(step)


@pytest.mark.parametrize("name", WRITES)
def test_every_write_answers_the_same_twice_and_its_undo_restores_everything(chat: Chat, name: str) -> None:
    steps, write = WRITES[name]
    chat.say("Zora Novak, yearly")
    prepare(chat, steps)
    before = chat.store.export(7)
    said = write(chat)
    assert "[Undo]" in said
    after = chat.store.export(7)
    assert after != before
    chat.restart()
    repeated = chat.again()
    assert repeated.split("\n")[-1] == said.split("\n")[-1]
    assert said.endswith(repeated)
    assert chat.store.export(7) == after
    undone = chat.press("Undo") if len(name) % 2 else chat.say("/undo")  # either way for about half of them
    assert "Taken back: " in undone
    assert chat.again().endswith(undone.split("\n")[-1])
    assert same_but_for_the_step(chat.store.export(7), before)


def same_but_for_the_step(after: Export | None, before: Export | None) -> bool:
    """What Dotty waits for is no data of the user's, and is over with the change that it led to. That a need was asked
    about stays, so that it isn't asked again in the same week."""
    for export in (after, before):
        assert export is not None
        export.user.need_asked_on = None
        export.user.step, export.user.step_data, export.user.step_expires_at = None, {}, None
    return after == before


def test_undo_twice_takes_two_changes_back(chat: Chat) -> None:
    empty = chat.kept()
    chat.say("Ana Ruiz, monthly")
    chat.say("Ana moved to Berlin")
    assert "Taken back: the change to Ana Ruiz." in chat.say("/undo")
    assert "Taken back: adding Ana Ruiz." in chat.say("undo")
    assert chat.kept() == empty
    assert "There's nothing to take back." in chat.say("undo")


def test_the_undo_of_an_older_message_takes_that_one_back(chat: Chat) -> None:
    chat.say("Ana Ruiz, monthly")
    chat.say("Ana moved to Berlin")
    older = chat.newest()[0]
    chat.say("note on Ana: plays chess")
    assert "Taken back: the change to Ana Ruiz." in chat.press("Undo", older)
    ana = chat.person("Ana Ruiz")
    assert (ana["city"], len(ana["notes"])) == (None, 1)
    assert chat.press("Undo", older) == "(That's taken back already.)"


def test_what_changed_since_stays(chat: Chat) -> None:
    chat.say("Ana Ruiz, monthly")
    chat.say("Ana moved to Berlin")
    older = chat.newest()[0]
    chat.say("Ana moved to Rome")
    assert "What you changed since stays as it is." in chat.press("Undo", older)
    assert chat.person("Ana Ruiz")["city"] == "Rome"


def test_undoing_many_says_how_many(chat: Chat) -> None:
    chat.say("add " + "\n".join(f"{letter}bert Sample" for letter in "ABCDEFG"))
    assert "Taken back: adding 7 people." in chat.say("undo")


def test_a_change_older_than_a_month_stays(chat: Chat) -> None:
    chat.say("Ana Ruiz, monthly")
    added = chat.newest()[0]
    chat.say("pause")
    chat.days(31)
    assert "nothing to take back" in chat.say("/undo")
    assert chat.press("Undo", added) == "(That was too long ago to take back.)"
    assert chat.names() == ["Ana Ruiz"]


# Cancel: whatever was asked is over.

QUESTIONS = {
    "names": ["/add"], "zone": ["/settings", ":Time zone"], "when": ["/settings", ":Day and hour"], "pause": ["/pause"],
    "edit": ["Ana", ":Edit", ":City"], "note": ["Ana", ":Add a note"], "search": ["/people", ":Search"],
    "erase": ["/erase"], "setup": ["/start"], "which": ["Ana Lopez, weekly", "Ana moved to Rome"],
    "new": ["Zora Novak"], "same": ["Ana Ruiz, weekly"], "what": ["qwrtp zxcvb"],
}  # fmt: skip


@pytest.mark.parametrize(("question", "word"), [
    *((question, "/cancel") for question in QUESTIONS), ("edit", "cancel"), ("note", "never mind"), ("which", "cancel"),
])  # fmt: skip
def test_cancel_ends_every_question(chat: Chat, question: str, word: str) -> None:
    chat.say("Ana Ruiz, monthly")
    prepare(chat, QUESTIONS[question])
    before = chat.store.export(7)
    chat.restart()
    said = chat.say(word)
    assert "Forgotten. Nothing was changed." in said or said == "Nothing was deleted."
    user = chat.store.user(7)
    assert user is not None
    assert user.step is None
    assert same_but_for_the_step(chat.store.export(7), before)
    assert "nothing open to cancel" in chat.say("/cancel")


# What can't be taken in


def test_a_file_is_answered_kindly(chat: Chat) -> None:
    chat.give(chat.user.document("contacts.vcf", b"BEGIN:VCARD"))
    assert chat.last.text == "I see no people in that file. /import tells which files I can read."


def test_a_photo_with_a_caption_is_answered_and_nothing_is_written(chat: Chat) -> None:
    assert "I read text, contact cards, locations, and files" in chat.give(
        chat.user.photo(b"\xff", caption="Ana Ruiz, monthly")
    )
    assert chat.names() == []


@pytest.mark.parametrize("content", [
    {"sticker": {"file_id": "s", "file_unique_id": "s", "type": "regular", "width": 1, "height": 1,
                 "is_animated": False, "is_video": False}},
    {"voice": {"file_id": "v", "file_unique_id": "v", "duration": 1}},
    {"dice": {"emoji": "🎲", "value": 3}},
    {"poll": {"id": "1", "question": "?", "options": [], "total_voter_count": 0, "is_closed": False,
              "is_anonymous": True, "type": "regular", "allows_multiple_answers": False,
              "allows_revoting": True, "members_only": False}},
])  # fmt: skip
def test_stickers_voices_and_the_like_are_answered(chat: Chat, content: dict[str, object]) -> None:
    update = chat.user.text("x")
    del update["message"]["text"]
    update["message"].update(content)
    assert "I read text, contact cards, locations, and files" in chat.give(update)


def test_an_edited_message_is_answered_and_changes_nothing(chat: Chat) -> None:
    chat.say("Ana Ruiz, monthly")
    before = chat.kept()
    chat.user.text("Ana moved to Rome")
    assert "To change something, just type it anew." in chat.give(chat.user.edit("Ana moved to Berlin"))
    assert chat.kept() == before


def test_groups_are_ignored(chat: Chat) -> None:
    update = chat.user.text("Ana Ruiz, monthly")
    update["message"]["chat"] = {"id": -5, "type": "group", "title": "Friends"}
    assert chat.give(update) == ""
    assert chat.names() == []


@pytest.mark.parametrize("text", ["hi", "Hello Dotty", "thanks!", "good morning"])
def test_a_greeting_is_answered_and_written_nowhere(chat: Chat, text: str) -> None:
    before = chat.kept()
    assert chat.say(text) == "I'm here. Type a name to add or find someone, or /next for a nudge now."
    assert chat.kept() == before


def test_undo_asks_before_it_takes_back_what_was_said_days_ago(chat: Chat) -> None:
    chat.say("Ana Ruiz, monthly")
    chat.week()
    said = chat.say("undo")
    assert "adding Ana Ruiz. Take it back?" in said
    assert chat.names() == ["Ana Ruiz"]
    assert "Taken back" in chat.press("Undo")
    assert chat.names() == []


def test_undo_after_a_nudge_asked_for_asks_what_it_means(chat: Chat) -> None:
    chat.say("Ana Ruiz, monthly")
    chat.say("/next")
    assert "Take it back?" in chat.say("/undo")
    assert chat.names() == ["Ana Ruiz"]
