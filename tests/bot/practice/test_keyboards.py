"""Which buttons Telegram refuses, and what is kept of the rest."""

import pytest

from bot.practice.bot_api import PracticeBotApi
from bot.practice.refusals import Json
from tests.bot.practice.calls import DONE, GRACE, keyboard, meet_grace, refusal, send


@pytest.fixture
def api() -> PracticeBotApi:
    return meet_grace()


@pytest.mark.parametrize(
    ("button", "reason"),
    [
        ({"text": "Done", "callback_data": "x" * 65}, "BUTTON_DATA_INVALID"),
        ({"text": "Done", "callback_data": "é" * 33}, "BUTTON_DATA_INVALID"),
        ({"text": "Done", "callback_data": ""}, "Text buttons are unallowed in the inline keyboard"),
        ({"text": "Done"}, "Text buttons are unallowed in the inline keyboard"),
        ({"text": "Done", "callback_data": "a", "url": "https://example.org"}, "exactly one of the optional fields"),
        ({"callback_data": "a"}, 'Can\'t find field "text"'),
        ({"text": 1, "callback_data": "a"}, 'Field "text" must be of type String'),
        ({"text": " ", "callback_data": "a"}, "BUTTON_TEXT_INVALID"),
        ({"text": "Copy", "copy_text": {"text": ""}}, "BUTTON_COPY_TEXT_INVALID"),
        ({"text": "Copy", "copy_text": {"text": "x" * 257}}, "BUTTON_COPY_TEXT_INVALID"),
        ({"text": "Pay", "pay": True}, "BUTTON_TYPE_INVALID"),
        ({"text": "Go", "url": "not-a-url"}, "button URL 'not-a-url' is invalid: Wrong HTTP URL"),
        ({"text": "Go", "url": "ftp://example.org"}, "is invalid: Unsupported URL protocol"),
        ({"text": "Call", "url": "tel:+34600123456"}, "is invalid"),
        ({"text": "Go", "url": "http://localhost:80/x"}, "is invalid: Wrong HTTP URL"),
    ],
)
def test_wrong_buttons_are_refused(api: PracticeBotApi, button: Json, reason: str) -> None:
    assert reason in refusal(send(api, reply_markup=keyboard(button)))
    assert api.chat(GRACE).sent() == []


def test_buttons_at_their_limits_are_taken(api: PracticeBotApi) -> None:
    buttons: list[Json] = [
        {"text": "Done", "callback_data": "x" * 64},
        {"text": "Copy", "copy_text": {"text": "x" * 256}},
        {"text": "Write", "url": "https://t.me/anaruiz?text=Hi%20Ana"},
        {"text": "Chat", "url": "tg://resolve?domain=anaruiz"},
        {"text": "Site", "url": "example.org/ana"},
        {"text": "Pick", "switch_inline_query_chosen_chat": {"query": "Hi", "allow_user_chats": True}},
    ]
    assert send(api, reply_markup=keyboard(*buttons))["ok"] is True
    kept = api.chat(GRACE).last().buttons
    assert kept[1].copies == "x" * 256
    assert kept[4].url == "http://example.org/ana"


@pytest.mark.parametrize(
    "rows",
    [[[DONE]] * 101, [[DONE] * 9], [[{"text": "x" * 200, "callback_data": "a"}]] * 60],
)
def test_keyboards_that_are_too_big_are_refused(api: PracticeBotApi, rows: list[list[Json]]) -> None:
    assert refusal(send(api, reply_markup={"inline_keyboard": rows})) == "reply markup is too long"


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        ({"inline_keyboard": "bad"}, 'field "inline_keyboard" must be of type Array'),
        ({"inline_keyboard": [DONE]}, 'field "inline_keyboard" must be an Array of Arrays'),
        ({"remove_keyboard": "yes"}, 'field "remove_keyboard" must be of type Boolean'),
        ({"keyboard": [[{"text": "People", "request_users": {"max_quantity": 2}}]]}, 'Can\'t find field "request_id"'),
        (
            {"keyboard": [[{"text": "People", "request_users": {"request_id": 1, "max_quantity": 11}}]]},
            "BUTTON_QUANTITY_MAX_INVALID",
        ),
    ],
)
def test_wrong_markups_are_refused(api: PracticeBotApi, markup: Json, reason: str) -> None:
    assert reason in refusal(send(api, reply_markup=markup))


def test_a_reply_keyboard_stays_with_the_chat_until_removed(api: PracticeBotApi) -> None:
    send(api, reply_markup={"keyboard": [[{"text": "Here", "request_location": True}], ["Skip"]]})
    opened = api.chat(GRACE).keyboard
    assert opened is not None
    assert [(one.text, one.does) for one in opened.buttons] == [("Here", "request_location"), ("Skip", "")]
    send(api, reply_markup={"remove_keyboard": True})
    assert api.chat(GRACE).keyboard is None
