import pytest

from tests.chat import Chat

BLOCKED = "Forbidden: bot was blocked by the user"


def test_a_fault_of_ours_is_owned_up_to_once_and_goes_no_further(
    chat: Chat, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """The gate is what fails: what comes behind it must not run for somebody who was not let in."""

    def fail(*_args: object, **_named: object) -> None:
        raise LookupError("Ana Ruiz")

    monkeypatch.setattr(chat.store, "open_user", fail)
    said = chat.say("Ana Ruiz, monthly")
    assert said == "That didn't work, and it's my fault, not yours. Nothing you had is lost; please try again."
    assert "LookupError at test_errors.py" in caplog.text
    assert "Ana" not in caplog.text


def test_who_blocked_dotty_meanwhile_is_left_alone_until_they_write(
    chat: Chat, caplog: pytest.LogCaptureFixture
) -> None:
    chat.say("Ana Ruiz, monthly")
    chat.api.fail_next("sendMessage", 403, BLOCKED)
    assert chat.say("note on Ana Ruiz: likes tea") == ""
    user = chat.store.user(7)
    assert user is not None
    assert user.unreachable_at is not None
    assert caplog.records == []
    assert "likes tea" in chat.say("Ana Ruiz")


def test_what_telegram_refuses_is_a_fault_of_ours(chat: Chat, caplog: pytest.LogCaptureFixture) -> None:
    chat.api.fail_next("sendMessage", 400, "Bad Request: can't parse entities")
    assert "my fault" in chat.say("/help")
    assert "BadRequest at" in caplog.text


def test_a_lost_database_is_told_without_blame(chat: Chat) -> None:
    chat.say("Ana Ruiz, monthly")
    (chat.folder / "dotty.db").rename(chat.folder / "away.db")
    told = "I can't get at my notes just now. What you sent isn't lost: I'll answer as soon as I can."
    assert chat.say("/people") == told
    assert chat.say("/people") == ""
    (chat.folder / "away.db").rename(chat.folder / "dotty.db")
    assert "Ana Ruiz" in chat.again()
