"""Which messages Telegram refuses, and who can be written to."""

import asyncio

import pytest

from bot.practice.bot_api import PracticeBotApi
from bot.practice.files import UploadedFile
from tests.bot.practice.calls import DONE, GRACE, call, keyboard, meet_grace, refusal, send


@pytest.fixture
def api() -> PracticeBotApi:
    return meet_grace()


def test_a_message_reaches_the_chat_as_people_read_it(api: PracticeBotApi) -> None:
    answer = send(api, "Write to <b>Ana</b> &amp; Ben", parse_mode="HTML", reply_markup=keyboard(DONE))
    message = api.chat(GRACE).last()
    assert answer["result"]["text"] == message.text == "Write to Ana & Ben"
    assert message.entities == [{"type": "bold", "offset": 9, "length": 3}]
    assert message.labels == ["Done"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "message text is empty"),
        ("   ", "text must be non-empty"),
        ("x" * 4097, "message is too long"),
        ("😀" * 2049, "message is too long"),
    ],
)
def test_texts_that_are_empty_or_too_long_are_refused(api: PracticeBotApi, text: str, reason: str) -> None:
    assert refusal(send(api, text)) == reason
    assert api.chat(GRACE).sent() == []


def test_a_text_empty_after_parsing_is_refused(api: PracticeBotApi) -> None:
    assert refusal(send(api, "<b></b> ", parse_mode="HTML")) == "text must be non-empty"


def test_the_length_counts_after_the_tags_are_gone(api: PracticeBotApi) -> None:
    assert send(api, f"<b>{'x' * 4096}</b>", parse_mode="HTML")["ok"] is True
    assert send(api, "😀" * 2048)["ok"] is True


def test_bad_html_and_unknown_parse_modes_are_refused(api: PracticeBotApi) -> None:
    reason = "can't parse entities: Can't find end tag corresponding to start tag \"b\""
    assert refusal(send(api, "<b>Ana", parse_mode="HTML")) == reason
    assert refusal(send(api, "Ana", parse_mode="Markdown")) == "unsupported parse_mode"


def test_half_a_surrogate_pair_is_refused(api: PracticeBotApi) -> None:
    answer = asyncio.run(api.call("sendMessage", {"chat_id": GRACE, "text": "\ud83d"}))
    assert refusal(answer) == "strings must be encoded in UTF-8"


def test_entities_outside_the_text_are_refused(api: PracticeBotApi) -> None:
    late = {"type": "bold", "offset": 100, "length": 1}
    long = {"type": "bold", "offset": 0, "length": 100}
    before = {"type": "bold", "offset": -1, "length": 1}
    assert refusal(send(api, entities=[late])).startswith(
        "entity begins after the end of the text at UTF-16 offset 100"
    )
    assert "ends after the end of the text at UTF-16 offset 100" in refusal(send(api, entities=[long]))
    assert refusal(send(api, entities=[before])) == "receive an entity with incorrect offset -1"


def test_nobody_who_never_wrote_can_be_written_to(api: PracticeBotApi) -> None:
    api.user(8)
    assert refusal(send(api, chat_id=8)) == "chat not found"
    assert refusal(send(api, chat_id=999)) == "chat not found"
    assert refusal(send(api, chat_id="@nobody")) == "chat not found"
    assert refusal(call(api, "sendMessage", text="Hello")) == "chat_id is empty"


def test_a_user_who_blocked_the_bot_is_out_of_reach_until_they_come_back(api: PracticeBotApi) -> None:
    grace = api.user(GRACE)
    assert grace.block()["my_chat_member"]["new_chat_member"]["status"] == "kicked"
    blocked = {"ok": False, "error_code": 403, "description": "Forbidden: bot was blocked by the user"}
    assert send(api) == blocked
    grace.unblock()
    assert send(api)["ok"] is True


def test_a_reply_to_an_unknown_message_is_refused_unless_it_may_go_without(api: PracticeBotApi) -> None:
    assert refusal(send(api, reply_parameters={"message_id": 99})) == "message to be replied not found"
    assert refusal(send(api, reply_parameters={"quote": "hi"})) == 'can\'t find field "message_id"'
    assert send(api, reply_parameters={"message_id": 99, "allow_sending_without_reply": True})["ok"] is True
    assert send(api, reply_parameters={"message_id": 1})["result"]["reply_to_message"]["text"] == "hi"


def test_documents_arrive_with_their_name_and_bytes(api: PracticeBotApi) -> None:
    upload = {"document": UploadedFile("export.json", b"{}", "application/json")}
    answer = call(api, "sendDocument", files=upload, chat_id=GRACE, caption="<b>All</b>", parse_mode="HTML")
    message = api.chat(GRACE).last()
    assert message.file is not None
    assert (message.file.name, message.file.content, message.text) == ("export.json", b"{}", "All")
    again = call(api, "sendDocument", chat_id=GRACE, document=answer["result"]["document"]["file_id"])
    assert again["result"]["document"]["file_name"] == "export.json"


def test_a_contact_needs_a_phone_and_a_name(api: PracticeBotApi) -> None:
    assert call(api, "sendContact", chat_id=GRACE, phone_number="+34600123456", first_name="Ana")["ok"] is True
    assert "phone" in refusal(call(api, "sendContact", chat_id=GRACE, first_name="Ana"))
    assert "first name" in refusal(call(api, "sendContact", chat_id=GRACE, phone_number="+34600123456"))


def test_chat_actions_are_those_telegram_knows(api: PracticeBotApi) -> None:
    assert call(api, "sendChatAction", chat_id=GRACE, action="typing")["result"] is True
    assert refusal(call(api, "sendChatAction", chat_id=GRACE, action="dancing")) == "wrong parameter action in request"
