"""What people do on their phone, as the bot is told of it."""

import asyncio

import pytest
from telegram import Bot, Update

from bot.practice.bot_api import PracticeBotApi
from bot.practice.refusals import Json
from bot.practice.server import PRACTICE_BOT, Ids
from bot.practice.users import PracticeUser


@pytest.fixture
def api() -> PracticeBotApi:
    return PracticeBotApi(ids=Ids(next_update=500))


@pytest.fixture
def grace(api: PracticeBotApi) -> PracticeUser:
    return api.user(7, "Grace", "es")


def read(update: Json) -> Update:
    return Update.de_json(update, Bot(PRACTICE_BOT))


def send(api: PracticeBotApi, *labels: str) -> int:
    """A message of the bot's with a button for each label; its id."""
    rows = [[{"text": label, "callback_data": f"press:{label}"}] for label in labels]
    params = {"chat_id": 7, "text": "Hello", "reply_markup": {"inline_keyboard": rows} if rows else None}
    return int(asyncio.run(api.call("sendMessage", params))["result"]["message_id"])


def test_updates_count_up_from_the_start_given_and_messages_from_one(api: PracticeBotApi, grace: PracticeUser) -> None:
    first, second = grace.text("hi"), grace.text("again")
    assert [one["update_id"] for one in (first, second)] == [500, 501]
    assert [one["message"]["message_id"] for one in (first, second)] == [1, 2]
    assert api.user(8).text("hi")["message"]["message_id"] == 1


def test_a_text_says_who_wrote_in_which_language(grace: PracticeUser) -> None:
    update = read(grace.text(" hi "))
    assert update.effective_user is not None
    assert (update.effective_user.id, update.effective_user.language_code) == (7, "es")
    assert update.message is not None
    assert update.message.text == "hi"


def test_commands_are_marked_at_their_utf16_offset(grace: PracticeUser) -> None:
    message = grace.text("😀 /start@dotty_bot and/or /help")["message"]
    assert message["entities"] == [
        {"type": "bot_command", "offset": 3, "length": 16},
        {"type": "bot_command", "offset": 27, "length": 5},
    ]
    assert "entities" not in grace.text("1/2 http://example.org/start")["message"]


@pytest.mark.parametrize("text", ["", "  \n", "x" * 4097])
def test_no_phone_sends_an_empty_or_endless_message(grace: PracticeUser, text: str) -> None:
    with pytest.raises(ValueError, match="message"):
        grace.text(text)


def test_a_reply_carries_what_it_answers(api: PracticeBotApi, grace: PracticeUser) -> None:
    grace.text("hi")
    number = send(api)
    update = read(grace.text("done", reply_to=number))
    assert update.message is not None
    assert update.message.reply_to_message is not None
    assert update.message.reply_to_message.message_id == number


def test_a_button_is_pressed_by_label_place_or_beginning(api: PracticeBotApi, grace: PracticeUser) -> None:
    grace.text("hi")
    older = send(api, "Done", "Later")
    newer = send(api, "✓ Yes, done", "No")
    assert grace.press("No")["callback_query"]["data"] == "press:No"
    assert grace.press(1)["callback_query"]["message"]["message_id"] == newer
    assert grace.press("done")["callback_query"]["data"] == "press:✓ Yes, done"
    assert grace.press("later", older)["callback_query"]["data"] == "press:Later"
    with pytest.raises(LookupError, match="no button 'Maybe'"):
        grace.press("Maybe")
    with pytest.raises(LookupError, match="no button 3"):
        grace.press(3)


def test_a_button_that_is_gone_can_still_be_tapped_on_an_old_phone(api: PracticeBotApi, grace: PracticeUser) -> None:
    grace.text("hi")
    number = send(api)
    update = read(grace.tap("done:99", number))
    assert update.callback_query is not None
    assert update.callback_query.data == "done:99"


def test_cards_places_files_and_people_are_shared(grace: PracticeUser) -> None:
    card = read(grace.contact("Ana María Ruiz", "+34600123456", vcard="BEGIN:VCARD")).effective_message
    assert card is not None
    assert card.contact is not None
    assert (card.contact.first_name, card.contact.last_name, card.contact.vcard) == ("Ana María", "Ruiz", "BEGIN:VCARD")
    place = grace.location(40.4, -3.7)["message"]["location"]
    assert place == {"latitude": 40.4, "longitude": -3.7}
    assert grace.document("people.csv", b"Ana", "text/csv")["message"]["document"]["file_size"] == 3
    assert grace.photo(b"jpg", caption="us")["message"]["caption"] == "us"
    shared = read(grace.users_shared([{"user_id": 9, "first_name": "Ana"}], request_id=3)).effective_message
    assert shared is not None
    assert shared.users_shared is not None
    assert (shared.users_shared.request_id, shared.users_shared.users[0].first_name) == (3, "Ana")
    passed_on = read(grace.forward("Hi from Ben", "Ben Okafor")).effective_message
    assert passed_on is not None
    assert passed_on.forward_origin is not None


def test_an_edited_message_keeps_its_number(grace: PracticeUser) -> None:
    number = grace.text("Ana Riuz")["message"]["message_id"]
    edited = grace.edit("Ana Ruiz")["edited_message"]
    assert (edited["message_id"], edited["text"]) == (number, "Ana Ruiz")


def test_a_reaction_tells_what_it_was_before(api: PracticeBotApi, grace: PracticeUser) -> None:
    grace.text("hi")
    number = send(api)
    first = read(grace.react("👍")).message_reaction
    second = read(grace.react(None, number)).message_reaction
    assert first is not None
    assert second is not None
    assert (first.message_id, len(first.old_reaction), len(first.new_reaction)) == (number, 0, 1)
    assert (len(second.old_reaction), len(second.new_reaction)) == (1, 0)


def test_blocking_and_coming_back_are_told(grace: PracticeUser) -> None:
    blocked, back = read(grace.block()).my_chat_member, read(grace.unblock()).my_chat_member
    assert blocked is not None
    assert back is not None
    assert (blocked.old_chat_member.status, blocked.new_chat_member.status) == ("member", "kicked")
    assert back.new_chat_member.status == "member"
