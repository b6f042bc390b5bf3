"""Who may write to Dotty, and whose rows a button may touch."""

from typing import get_args

import pytest

from bot.keyboards import FIELDS, Verb
from storage.models import User
from tests.chat import Chat

STRANGER = 8


@pytest.fixture
def private(chat: Chat) -> Chat:
    """A bot that was given only the one user's id."""
    chat.bot.application.bot_data.allowed_user_ids = frozenset({7})
    return chat


def sent_to(chat: Chat, user_id: int) -> list[str]:
    return [message.text for message in chat.api.user(user_id).chat.sent()]


def test_a_private_bot_serves_whom_it_was_given(private: Chat) -> None:
    assert "Added Ana Ruiz" in private.say("Ana Ruiz, monthly")


def test_a_stranger_is_told_once_and_nothing_of_theirs_is_stored(private: Chat) -> None:
    stranger = private.api.user(STRANGER, first_name="Xanthippe")
    for text in ("/start", "Quetzal Novak, monthly", "hello?", "/export"):
        private.give(stranger.text(text))
    private.give(stranger.photo(b"\xff"))
    private.give(stranger.location(52.5, 13.4))
    assert sent_to(private, STRANGER) == ["This Dotty belongs to somebody else. You can run your own."]
    assert private.store.user(STRANGER) is None
    private.store.engine.dispose()
    content = b"".join(path.read_bytes() for path in private.folder.iterdir())
    assert b"Quetzal" not in content
    assert b"Xanthippe" not in content


def test_each_stranger_is_told(private: Chat) -> None:
    for user_id in (8, 9):
        private.give(private.api.user(user_id).text("hi"))
        assert len(sent_to(private, user_id)) == 1


def test_a_stranger_reaches_nothing_by_a_made_up_button(private: Chat) -> None:
    private.say("Ana Ruiz, monthly")
    before = private.kept()
    stranger = private.api.user(STRANGER)
    private.give(stranger.text("hi"))
    for verb in get_args(Verb):
        private.give(stranger.tap(f"{verb}:1", stranger.chat.last()))
    assert private.kept() == before
    assert len(sent_to(private, STRANGER)) == 1


def test_a_public_bot_serves_everybody_apart(chat: Chat) -> None:
    other = chat.api.user(STRANGER)
    chat.say("Ana Ruiz, monthly")
    chat.give(other.text("Ben Okafor, weekly"))
    chat.give(other.text("/people"))
    assert "Ana Ruiz" not in "".join(sent_to(chat, STRANGER))
    assert chat.names() == ["Ana Ruiz"]


#: What a button of each verb may say behind the id; the rest say nothing.
ARGUMENTS = {
    "postpone": ["3", "²", "-1"], "pace": ["slower", "month", "pause", "keep", "x"], "touched": ["1", "999999999", "x"],
    "every": ["7", "²", "9" * 40], "everyone": ["7", "x"], "field": [*FIELDS, "user_id", ""], "card": ["", "back", "x"],
    "pick": ["1", "x"], "same": ["1", "x"], "other": ["1", "x"], "mean": ["1", "x"], "add": ["1", "x"],
    "do": ["add.1", "note.1", "touch.1", "help", "x", ""], "ask": ["who", "zone", "when", "skip", "x"],
    "settings": ["zone", "when", "perweek", "pause", "x"], "zone": ["yes", "location", "Berlin", "x", "../x"],
    "hour": ["25", "x"], "weekday": ["9", "x"], "perweek": ["0", "99", "x"], "pause": ["x", "99999"], "skip": ["", "1"],
}  # fmt: skip


@pytest.mark.parametrize("verb", get_args(Verb))
def test_another_users_ids_in_a_button_reach_nothing(chat: Chat, verb: str) -> None:
    """The other user has people of their own, a question open, and makes up every button there can be."""
    chat.say("Zenobia Quill, monthly, zenobia@example.org, #quokka")
    chat.say("note on Zenobia: Xiangqi")
    chat.week()
    before = chat.store.export(7)
    other = chat.api.user(STRANGER)
    chat.give(other.text("Ben Okafor, weekly"))
    for argument in ARGUMENTS.get(verb, [""]):
        for row_id in (1, 2):
            chat.give(other.tap(f"{verb}:{row_id}:{argument}" if argument else f"{verb}:{row_id}", other.chat.last()))
    chat.give(other.text("plays go"))
    chat.give(other.text("/people"))
    assert chat.store.export(7) == before
    said = "\n".join(sent_to(chat, STRANGER))
    for secret in ("Zenobia", "quokka", "Xiangqi"):
        assert secret not in said
    assert "my fault" not in said


@pytest.mark.parametrize(("sentence", "verb"), [
    ("Ben moved to Rome", "pick"), ("note on Ben: plays go", "pick"), ("called Ben yesterday", "pick"), ("Ben", "pick"),
    ("archive Ben", "pick"), ("done", "pick"), ("Ben Okafor, weekly, #chess", "same"),
])  # fmt: skip
def test_another_users_person_is_no_answer_to_a_question(chat: Chat, sentence: str, verb: str) -> None:
    chat.say("Zenobia Quill, monthly, #quokka")
    before = chat.store.export(7)
    other = chat.api.user(STRANGER)
    for text in ("Ben Okafor, weekly", "Ben Stone, weekly", sentence):
        chat.give(other.text(text))
    token = next(button.data for button in other.chat.last().buttons if button.data).rsplit(":", 1)[1]
    chat.give(other.tap(f"{verb}:1:{token}", other.chat.last()))
    assert "isn't in your list any more" in other.chat.last().text
    assert chat.store.export(7) == before


@pytest.mark.parametrize("data", ["", "x", "nudge:1", "done", "done:", "done:-5", "done:١", "every:1:2:3:4", "🙂:1"])
def test_a_button_of_no_version_is_answered_kindly(chat: Chat, data: str) -> None:
    chat.say("Ana Ruiz, monthly")
    before = chat.kept()
    said = chat.give(chat.user.tap(data, chat.last))
    assert said == "(That button is too old. Type it instead.)" or data.startswith("every")
    if not data.startswith("every"):
        assert chat.kept() == before


def test_a_user_is_known_from_the_first_message_on(chat: Chat) -> None:
    chat.give(chat.api.user(STRANGER, language_code="es").text("hi"))
    user = chat.store.user(STRANGER)
    assert isinstance(user, User)
    assert (user.language, user.timezone, user.timezone_known) == ("es", "Europe/Madrid", False)


def test_whoever_blocks_dotty_is_left_alone_and_comes_back_by_writing(chat: Chat) -> None:
    chat.say("Ana Ruiz, monthly")
    chat.give(chat.user.block())
    assert chat.days(30) == ""
    chat.give(chat.user.unblock())
    assert "Ana Ruiz" in chat.say("/people")
    assert "How about Ana Ruiz?" in chat.week()


def test_who_comes_back_is_nudged_at_the_day_and_hour_they_had_chosen(chat: Chat) -> None:
    chat.say("Ana Ruiz, monthly")
    chat.say("nudge me on Fridays at 18:00")
    chosen = chat.export()["user"]["next_nudge_at"]
    assert chosen == "2026-11-27T18:00:00Z"
    chat.give(chat.user.block())
    chat.give(chat.user.unblock())
    chat.say("/people")
    assert chat.export()["user"]["next_nudge_at"] == chosen


def test_a_shared_update_without_a_sender_is_passed_over(chat: Chat) -> None:
    update = chat.user.text("Ana Ruiz, monthly")
    update["channel_post"] = update.pop("message")
    update["channel_post"]["chat"] = {"id": -100, "type": "channel", "title": "News"}
    assert chat.give(update) == ""


def test_what_comes_again_after_a_crash_leaves_no_question_open_that_was_answered(chat: Chat) -> None:
    chat.say("Ana Ruiz, monthly")
    chat.say("Ana")
    chat.press("Add a note")
    chat.say("likes tea")
    for update in chat.updates[-2:]:
        chat.give(update)
    assert "Added Ben Okafor" in chat.say("Ben Okafor, monthly")
    assert [note["text"] for note in chat.person("Ana Ruiz")["notes"]] == ["likes tea"]


def test_a_question_that_belongs_to_what_comes_again_stays_open(chat: Chat) -> None:
    chat.say("Ana Ruiz, monthly")
    chat.week()
    chat.say("done")
    chat.again()
    chat.say("she starts a new job in May")
    assert [note["text"] for note in chat.person("Ana Ruiz")["notes"]] == ["she starts a new job in May"]
