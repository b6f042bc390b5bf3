"""Which changes Telegram refuses, and what a chat shows after the others."""

import pytest

from bot.practice.bot_api import PracticeBotApi
from tests.bot.practice.calls import DONE, GRACE, call, keyboard, meet_grace, refusal, send


@pytest.fixture
def api() -> PracticeBotApi:
    return meet_grace()


def test_an_edit_shows_in_place_and_is_flagged(api: PracticeBotApi) -> None:
    number = send(api, reply_markup=keyboard(DONE))["result"]["message_id"]
    answer = call(api, "editMessageText", chat_id=GRACE, message_id=number, text="Done!")
    message = api.chat(GRACE).last()
    assert answer["result"]["edit_date"] > 0
    assert (message.id, message.text, message.edited, message.buttons) == (number, "Done!", True, [])


def test_an_edit_that_changes_nothing_is_refused(api: PracticeBotApi) -> None:
    number = send(api, "<b>Hi</b>", parse_mode="HTML", reply_markup=keyboard(DONE))["result"]["message_id"]
    same = {"chat_id": GRACE, "message_id": number, "reply_markup": keyboard(DONE)}
    reason = "message is not modified: specified new message content and reply markup are exactly the same as a current"
    for _ in range(2):
        assert refusal(call(api, "editMessageReplyMarkup", **same)).startswith(reason)
        assert reason in refusal(call(api, "editMessageText", text="<i></i><b>Hi</b>", parse_mode="HTML", **same))
    assert call(api, "editMessageText", text="Hi", **same)["ok"] is True
    assert reason in refusal(call(api, "editMessageText", text="Hi", **same))


def test_only_the_bots_own_messages_can_be_edited(api: PracticeBotApi) -> None:
    edit = {"chat_id": GRACE, "text": "Changed"}
    assert refusal(call(api, "editMessageText", message_id=99, **edit)) == "message to edit not found"
    assert refusal(call(api, "editMessageText", message_id=1, **edit)) == "message can't be edited"
    number = send(api, reply_markup={"keyboard": [["Skip"]]})["result"]["message_id"]
    assert refusal(call(api, "editMessageText", message_id=number, **edit)) == "message can't be edited"


def test_a_deleted_message_is_gone(api: PracticeBotApi) -> None:
    number = send(api)["result"]["message_id"]
    assert call(api, "deleteMessage", chat_id=GRACE, message_id=number)["result"] is True
    assert api.chat(GRACE).sent() == []
    assert refusal(call(api, "deleteMessage", chat_id=GRACE, message_id=number)) == "message to delete not found"
    assert refusal(call(api, "pinChatMessage", chat_id=GRACE, message_id=number)) == "message to pin not found"


def test_a_pressed_button_may_be_answered_twice_but_not_when_it_is_too_old(api: PracticeBotApi) -> None:
    send(api, reply_markup=keyboard(DONE))
    query = api.user(GRACE).press("Done")["callback_query"]
    for _ in range(2):
        assert call(api, "answerCallbackQuery", callback_query_id=query["id"], text="Saved")["result"] is True
    too_old = "query is too old and response timeout expired or query ID is invalid"
    assert refusal(call(api, "answerCallbackQuery", callback_query_id="12345")) == too_old
    api.server.queries[query["id"]].expired = True
    assert refusal(call(api, "answerCallbackQuery", callback_query_id=query["id"])) == too_old


def test_a_notice_over_200_characters_is_refused(api: PracticeBotApi) -> None:
    send(api, reply_markup=keyboard(DONE))
    query = api.user(GRACE).press(1)["callback_query"]
    assert (
        refusal(call(api, "answerCallbackQuery", callback_query_id=query["id"], text="x" * 201)) == "MESSAGE_TOO_LONG"
    )


def test_reactions_are_out_of_telegrams_set(api: PracticeBotApi) -> None:
    react = {"chat_id": GRACE, "message_id": 1}
    assert call(api, "setMessageReaction", reaction=[{"type": "emoji", "emoji": "👍"}], **react)["result"] is True
    assert api.chat(GRACE).messages[1].reactions == {1000001: "👍"}
    wrong = [{"type": "emoji", "emoji": "✅"}]
    assert refusal(call(api, "setMessageReaction", reaction=wrong, **react)) == "REACTION_INVALID"
    two = [{"type": "emoji", "emoji": "👍"}, {"type": "emoji", "emoji": "🔥"}]
    assert refusal(call(api, "setMessageReaction", reaction=two, **react)) == "REACTIONS_TOO_MANY"
    gone = {"chat_id": GRACE, "message_id": 99}
    assert refusal(call(api, "setMessageReaction", reaction=[], **gone)) == "message to react not found"
