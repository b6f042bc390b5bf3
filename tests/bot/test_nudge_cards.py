"""How a nudge looks: what users typed stays text, the opener can always be copied, and nothing outgrows Telegram."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from telegram import InlineKeyboardButton

from bot.keyboards import COPY_LENGTH
from bot.nudge_cards import Message, nudge_message, open_nudge, reminder_message
from bot.practice.html import parse_html, utf16_length
from bot.practice.keyboards import check_markup
from bot.texts import Texts
from storage import Card, Store
from storage.models import Contact, ContactPoint, Note, Nudge, User
from tests.chat import Chat

NOW = datetime(2026, 11, 30, 9, tzinfo=UTC)
TODAY = NOW.date()
#: Telegram counts what people read, in UTF-16 units (https://core.telegram.org/bots/api#sendmessage).
LONGEST = 4096


def card(name: str = "Ana Ruiz", note: str = "", **points: str) -> Card:
    contact = Contact(id=1, user_id=7, name=name, name_key="", added_on=TODAY, created_at=NOW)
    kept = [ContactPoint(user_id=7, contact_id=1, kind=kind, value=value) for kind, value in points.items()]
    notes = [Note(user_id=7, contact_id=1, noted_on=date(2026, 11, 1), text=note, created_at=NOW)] if note else []
    return Card(contact=contact, points=kept, tags=[], notes=notes, touches=[], promises=[])


def nudge(opener: str = "Hi Ana, how are you?", reason: str = "It's been a while.") -> Nudge:
    return Nudge(id=1, user_id=7, contact_id=1, reason=reason, opener=opener, created_at=NOW)


def show(one: Nudge, about: Card) -> Message:
    return open_nudge(Texts(), one, about, TODAY)


def buttons(message: Message) -> list[InlineKeyboardButton]:
    assert message[1] is not None
    return [each for row in message[1].inline_keyboard for each in row]


def test_name_reason_note_and_opener_are_read_in_this_order() -> None:
    text, _ = show(nudge(), card(note="plays chess"))
    read = parse_html(text).text
    assert read.split("\n") == [
        "How about Ana Ruiz?", "It's been a while.", "You noted on 1 November: plays chess", "You could write:",
        "Hi Ana, how are you?",
    ]  # fmt: skip


def test_a_short_opener_has_a_copy_button_and_a_long_one_is_copied_by_a_tap_on_it() -> None:
    short, long = show(nudge("Hi."), card()), show(nudge("Hi. " * 100), card())
    assert [each.copy_text.text for each in buttons(short) if each.copy_text] == ["Hi."]
    assert not [each for each in buttons(long) if each.copy_text]
    assert "<code>" not in short[0]
    assert "<code>" in long[0]
    assert len("Hi. " * 100) > COPY_LENGTH


@pytest.mark.parametrize(("points", "links"), [
    ({}, []),
    ({"telegram": "anaruiz"}, ["https://t.me/anaruiz?text=Hi%20%26%20bye%3F"]),
    ({"phone": "+34600123456"}, ["https://wa.me/34600123456?text=Hi%20%26%20bye%3F"]),
    ({"phone": "600123456"}, []),
    ({"link": "https://linkedin.com/in/anaruiz"}, ["https://linkedin.com/in/anaruiz"]),
    ({"link": "https://www.linkedin.com/in/chloé-王%41"}, ["https://www.linkedin.com/in/chlo%C3%A9-%E7%8E%8B%41"]),
    ({"link": "https://www.linkedin.com/in/ana-100%"}, ["https://www.linkedin.com/in/ana-100%25"]),
    ({"link": "https://example.org/ana"}, []),
    ({"link": "https://linkedin.com.example.org/in/anaruiz"}, []),
    ({"link": "https://[linkedin.com/in/anaruiz"}, []),
    ({"link": "https://linkedin.com/in/ana ruiz"}, []),
    ({"email": "ana@example.org"}, []),
])  # fmt: skip
def test_ways_to_reach_them_are_those_that_are_known(points: dict[str, str], links: list[str]) -> None:
    shown = buttons(show(nudge("Hi & bye?"), card(**points)))
    assert [each.url for each in shown if each.url] == links


@settings(max_examples=60, deadline=None)
@given(
    name=st.text(min_size=1, max_size=200), note=st.text(max_size=4000), opener=st.text(min_size=1, max_size=1500),
    reason=st.text(max_size=300), telegram=st.from_regex(r"[a-z][a-z0-9_]{4,31}", fullmatch=True),
)  # fmt: skip
def test_whatever_was_typed_telegram_takes_the_message(
    name: str, note: str, opener: str, reason: str, telegram: str
) -> None:
    text, markup = show(nudge(opener, reason), card(name, note, telegram=telegram, phone="+34600123456"))
    assert utf16_length(parse_html(text).text) <= LONGEST
    assert markup is not None
    assert check_markup(markup.to_dict()) is not None


def test_a_nudge_or_reminder_about_somebody_who_is_gone_is_not_sent(sqlite_store: Store) -> None:
    user = User(id=7, created_at=NOW)
    assert nudge_message(sqlite_store, user, nudge(), TODAY) is None
    assert reminder_message(sqlite_store, user, nudge(), TODAY) is None


def test_the_two_questions_stand_in_for_a_nudge(sqlite_store: Store) -> None:
    user = User(id=7, created_at=NOW)
    names = nudge_message(sqlite_store, user, Nudge(id=1, user_id=7, kind="names", created_at=NOW), TODAY)
    pace = nudge_message(sqlite_store, user, Nudge(id=2, user_id=7, kind="pace", created_at=NOW), TODAY)
    assert names is not None
    assert names[1] is None
    assert pace is not None
    assert [each.callback_data for each in buttons(pace)] == [
        "pace:2:slower", "pace:2:month", "pace:2:pause", "pace:2:keep",
    ]  # fmt: skip


# What users typed never keeps a nudge from going out


@pytest.mark.parametrize("name", [
    "<b>Bob</b> & \"Co\" {first}", "&lt &amp Sons", "N" * 200, "名" * 200, "🦊" * 100 + "Ana", "%s %(name)s {0}",
    "O'Neil </code>",
])  # fmt: skip
def test_a_name_of_any_kind_is_no_obstacle(chat: Chat, name: str) -> None:
    chat.say(f"/add {name}, monthly, +34 600 123 456, @anaruiz")
    chat.press("Add") if not chat.names() else None
    (there,) = chat.names()
    assert there == name
    assert f"How about {name}?" in chat.week()
    for label in ("Another opener", "Later", "Back", "Not this week"):
        assert name in chat.press(label) or label in ("Another opener", "Later", "Back")
    assert [(each["contact"], each["status"]) for each in chat.export()["nudges"]] == [(name, "skipped")]


@pytest.mark.parametrize("text", ["& < > \" ' {x} %s " * 240, "long " * 800, "長" * 4000, "x" * 4000])
def test_a_long_note_is_no_obstacle(chat: Chat, text: str) -> None:
    chat.say("Ana Ruiz, monthly")
    chat.say(f"note on Ana: {text}"[:4090])
    assert "Ana Ruiz" in chat.week()
    assert len(chat.nudge().text) < 1500
    chat.press("Another opener")
    assert "✓" in chat.say(f"done: {text}"[:4090])
    assert "Ana Ruiz" in chat.week()


@pytest.mark.parametrize("field", ["needs", "offers", "role", "company", "met", "city"])
def test_a_long_fact_is_no_obstacle(chat: Chat, field: str) -> None:
    chat.say("Ana Ruiz, monthly")
    text = "a <b>designer</b> & more " * 150
    chat.store.edit_contact(7, -1, 1, values={field: text}, now=chat.now)
    assert "Ana Ruiz" in chat.week()
    for _ in range(6):
        chat.press("Another opener")
    assert len(chat.nudge().text) < 4096
