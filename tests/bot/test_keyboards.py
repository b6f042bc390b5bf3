"""Buttons and their callback_data, both ways."""

from datetime import UTC, date, datetime
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram import InlineKeyboardMarkup

from bot import keyboards
from bot.app import BUTTONS
from bot.keyboards import COLUMNS, DATA_BYTES, FIELDS, Pressed, Verb, decode, encode, introductions
from bot.rules.choices import Choice
from bot.rules.files.shapes import FIELDS as FILE_FIELDS
from bot.rules.meanings import Bulk
from bot.rules.outlooks import Expected, Outlook
from bot.rules.reasons import Reason
from bot.rules.searches import Search
from bot.texts import Texts
from storage import TagCount
from storage.models import Contact, ContactPoint, Introduction, Nudge, Promise, User

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
TEXTS = Texts("en")
#: The largest ids there can be: of a row, and of an update in a question's token.
LARGEST, TOKEN = 10**18 - 1, 2**31 - 1
CHOICE = Choice(TOKEN, "x", date(2026, 11, 23), asking="which", typed="Ana " * 50)
CONTACT = Contact(
    id=LARGEST, user_id=7, name="Ana " * 50, name_key="", company="b" * 300, added_on=NOW.date(), created_at=NOW
)
USER = User(id=7, timezone="America/Argentina/ComodRivadavia", created_at=NOW)
TAG = TagCount(LARGEST, "t" * 64, 3653, 50_000)
NUDGE = Nudge(id=LARGEST, user_id=7, contact_id=1, opener="o" * 256, created_at=NOW)
POINTS = [ContactPoint(user_id=7, contact_id=1, kind=kind, value=value) for kind, value in (
    ("telegram", "anaruiz"), ("phone", "+34600123456"), ("link", "https://linkedin.com/in/anaruiz"))]  # fmt: skip
PROMISE = Promise(id=LARGEST, user_id=7, contact_id=1, text="t" * 500, created_at=NOW)
INTRODUCTION = Introduction(id=LARGEST, user_id=7, first_id=1, second_id=2, created_at=NOW)
EXPECTED = Expected(LARGEST, "Ana " * 50, NOW.date(), Reason("early", NOW.date(), NOW.date()))
EVERY_KEYBOARD = {
    "which": keyboards.which([CONTACT] * 8, CHOICE, TEXTS),
    "same": keyboards.same([CONTACT] * 8, CHOICE, TEXTS),
    "meanings": keyboards.meanings(["m" * 60] * 5, CHOICE, TEXTS),
    "add": keyboards.add(["n" * 200], CHOICE, TEXTS),
    "add many": keyboards.add(["n"] * 300, CHOICE, TEXTS),
    "purposes": keyboards.purposes(CHOICE, TEXTS, may_be_name=True),
    "nudge": keyboards.nudge(NUDGE, POINTS, TEXTS, name="Ana Ruiz"),
    "reminder": keyboards.reminder(NUDGE, TEXTS),
    "refuse": keyboards.refuse(NUDGE, TEXTS),
    "because": keyboards.because(LARGEST, TEXTS),
    "outlook": keyboards.outlook(Outlook("", (EXPECTED, EXPECTED)), TEXTS, LARGEST),
    "someone else": keyboards.someone_else(LARGEST, TEXTS),
    "postpone": keyboards.postpone(NUDGE, TEXTS),
    "pace": keyboards.pace(NUDGE, TEXTS),
    "undo": keyboards.undo(LARGEST, TEXTS),
    "after done": keyboards.after_done(LARGEST, TEXTS, ask_note=True),
    "added": keyboards.added(LARGEST, LARGEST, TEXTS),
    "added many": keyboards.added_many(LARGEST, TEXTS),
    "card": keyboards.card(CONTACT, TEXTS),
    "people": keyboards.people([CONTACT] * 24, page=9_999, pages=10_001, texts=TEXTS),
    "touch days": keyboards.touch_days(LARGEST, TEXTS),
    "cadences": keyboards.cadences(LARGEST, TEXTS),
    "fields": keyboards.fields(LARGEST, TEXTS),
    "setup": keyboards.setup(USER, ["who", "zone", "when"], TEXTS),
    "zone": keyboards.zone(TEXTS, USER),
    "places": keyboards.places([("p" * 200, USER.timezone)] * 5, TEXTS),
    "when": keyboards.when(TEXTS),
    "settings": keyboards.settings(USER, TEXTS, paused=False),
    "per week": keyboards.per_week(),
    "pause": keyboards.pause(TEXTS),
    "skip": keyboards.skip(TEXTS),
    "found": keyboards.found(
        [CONTACT] * 8,
        "q" * 53,
        page=99_998,
        pages=100_001,
        texts=TEXTS,
        near=[CONTACT] * 8,
        below=keyboards.add_named("n" * 58, TEXTS),
    ),
    "lone page": keyboards.found([CONTACT] * 24, "ñ" * 100, page=0, pages=9, texts=TEXTS),
    "others": keyboards.rows(keyboards.others("ñ" * 26, TEXTS)),
    "tags": keyboards.tags([TAG] * 20, page=9_998, pages=10_000, texts=TEXTS),
    "tag menu": keyboards.tag_menu(LARGEST, TEXTS),
    "tag rhythms": keyboards.tag_rhythms(LARGEST, TEXTS),
    "to tag": keyboards.rows(keyboards.to_tag(LARGEST, TEXTS)),
    "near tags": keyboards.near_tags([TAG] * 4, TEXTS) or InlineKeyboardMarkup([]),
    "bulk": keyboards.bulk(Bulk(Search("roche"), "archive"), 50_000, TOKEN, TEXTS),
    "bulk of a tag": keyboards.bulk(Bulk(Search("#x", tags=("x",)), "cadence", 3653), 50_000, TOKEN, TEXTS),
    "bulk of a tag, none": keyboards.bulk(Bulk(Search("#x", tags=("x",)), "cadence"), 50_000, TOKEN, TEXTS),
    "preview": keyboards.preview(LARGEST, TEXTS, go=True, skipped=True) or InlineKeyboardMarkup([]),
    "stop import": keyboards.stop_import(LARGEST, TEXTS),
    "imported": keyboards.imported(LARGEST, LARGEST, TEXTS, sort=True, skipped=True),
    "undo import": keyboards.undo_import(LARGEST, 50_000, TEXTS),
    "columns": keyboards.columns(LARGEST, 999, TEXTS),
    "sort card": keyboards.sort_card(LARGEST, 99_999, TEXTS),
    "sort ended": keyboards.sort_ended(TEXTS, left=50_000, back=99_999),
    "sort about": keyboards.sort_about(TEXTS),
    "double": keyboards.double(LARGEST, LARGEST, LARGEST, TEXTS),
    "doubles ended": keyboards.doubles_ended(LARGEST, TEXTS),
    "model choice": keyboards.model_choice(TEXTS),
    "own words": keyboards.own_words(LARGEST, TEXTS),
    "ask or give": keyboards.ask_or_give(LARGEST, TEXTS),
    "promise": keyboards.promise(PROMISE, TEXTS, listed=True),
    "promises": keyboards.promises([PROMISE] * 50, {1: "Ana " * 50}, TEXTS),
    "promised": keyboards.promised(PROMISE, LARGEST, TEXTS),
    "promise kept": keyboards.promise_kept(PROMISE, LARGEST, TEXTS),
    "offer": keyboards.offer(LARGEST, TEXTS, dated=False, change_id=LARGEST),
    "offer of a day": keyboards.offer(LARGEST, TEXTS, dated=True, change_id=LARGEST),
    "touch today": keyboards.touch_today(LARGEST, TEXTS),
    "heard": keyboards.heard(LARGEST, TEXTS),
    "unanswered": keyboards.unanswered(LARGEST, LARGEST, TEXTS),
    "with skip": keyboards.with_skip(LARGEST, TEXTS),
    "need": keyboards.need(LARGEST, LARGEST, TEXTS),
    "proposed": introductions.proposed(INTRODUCTION, TEXTS, later=True),
    "pair": introductions.pair(LARGEST, LARGEST, TEXTS),
    "topic": introductions.topic(LARGEST, LARGEST, TEXTS),
    "asking": introductions.asking(INTRODUCTION, 2, "o" * 256, POINTS, TEXTS),
    "together": introductions.together(INTRODUCTION, "o" * 256, TEXTS, LARGEST),
    "declined": introductions.declined("o" * 256, POINTS, LARGEST, TEXTS),
    "made": introductions.made(INTRODUCTION, LARGEST, TEXTS),
    "outcome": introductions.outcome(INTRODUCTION, TEXTS),
    "under way": introductions.under_way([INTRODUCTION] * 50, {1: "Ana " * 50, 2: "ñ" * 200}, TEXTS),
    "introducers": introductions.introducers([CONTACT] * 8, "ñ" * 200),
    "give first": introductions.give_first(LARGEST, "ñ" * 200, TEXTS),
    "sought": introductions.sought("o" * 256, POINTS, TEXTS) or InlineKeyboardMarkup([]),
    "to picker": keyboards.rows(keyboards.to_picker(TEXTS)),
}


@given(
    verb=st.sampled_from(get_args(Verb)), row_id=st.integers(0, LARGEST), arg=st.text(max_size=8) | st.integers(0, 9)
)
def test_a_button_says_what_it_was_made_with(verb: Verb, row_id: int, arg: object) -> None:
    assert decode(encode(verb, row_id, arg)) == Pressed(verb, row_id, str(arg))


def test_a_button_that_telegram_would_refuse_is_never_made() -> None:
    with pytest.raises(ValueError, match="zone"):
        encode("zone", 0, "ñ" * 30)


@given(st.text(max_size=64))
def test_made_up_data_never_fails(data: str) -> None:
    pressed = decode(data)
    assert pressed is None or (
        pressed.verb in get_args(Verb) and 0 <= pressed.id < 10**18 and 0 <= pressed.number < 10**5
    )


@pytest.mark.parametrize("data", [
    None, "", "done", "done:", "done:-1", "done:x", "done:1²", "done:٣", f"done:{10**19}", "nope:1", ":", "::",
    "DONE:1",
])  # fmt: skip
def test_what_no_version_made_is_no_button(data: str | None) -> None:
    assert decode(data) is None


@pytest.mark.parametrize(
    ("arg", "number"), [("7", 7), ("", 0), ("-1", 0), ("²", 0), ("٣", 0), ("1" * 9, 0), ("1.5", 0)]
)
def test_a_made_up_number_is_none(arg: str, number: int) -> None:
    assert Pressed("every", 1, arg).number == number


def test_every_verb_has_its_handler() -> None:
    assert set(BUTTONS) == set(get_args(Verb))


@pytest.mark.parametrize("name", EVERY_KEYBOARD)
def test_telegram_takes_every_keyboard_at_its_largest(name: str) -> None:
    markup = EVERY_KEYBOARD[name]
    buttons = [button for line in markup.inline_keyboard for button in line]
    assert 0 < len(buttons) <= 100
    for button in buttons:
        assert 0 < len(button.text) <= 64
        if isinstance(button.callback_data, str):
            assert len(button.callback_data.encode()) <= DATA_BYTES
            assert decode(button.callback_data) is not None


def test_no_line_is_empty() -> None:
    assert all(line for markup in EVERY_KEYBOARD.values() for line in markup.inline_keyboard)
    assert keyboards.rows([], []) == InlineKeyboardMarkup([])


def test_every_fact_has_a_button() -> None:
    labels = [button.text for line in EVERY_KEYBOARD["fields"].inline_keyboard for button in line]
    assert len(FIELDS) == 15
    assert labels == [*(TEXTS.field(field) for field in FIELDS), "Back"]


def test_a_long_opener_has_no_copy_button() -> None:
    assert keyboards.copy_button("Copy", "o" * 257) == []
    assert len(keyboards.copy_button("Copy", "o" * 256)) == 1


def test_ways_to_reach_somebody_carry_the_words() -> None:
    urls = [button.url for button in keyboards.reach(POINTS, "Hi Ana & Co?", TEXTS)]
    assert urls == [
        "https://t.me/anaruiz?text=Hi%20Ana%20%26%20Co%3F", "https://wa.me/34600123456?text=Hi%20Ana%20%26%20Co%3F",
        "https://linkedin.com/in/anaruiz",
    ]  # fmt: skip


def test_a_number_without_its_country_opens_no_whatsapp() -> None:
    assert keyboards.reach([ContactPoint(user_id=7, contact_id=1, kind="phone", value="600123456")], "Hi", TEXTS) == []


@pytest.mark.parametrize(("text", "carried"), [
    ("  who do I know\nat Roche? ", "who do I know at Roche"), ("ñ" * 26, "ñ" * 26), ("ñ" * 27, None), ("?", None),
])  # fmt: skip
def test_a_page_button_carries_a_search_that_is_not_too_long(text: str, carried: str | None) -> None:
    assert keyboards.carried(text) == carried


def labels(markup: InlineKeyboardMarkup | None) -> list[str]:
    return [button.text for line in (markup.inline_keyboard if markup else ()) for button in line]


def test_every_public_keyboard_is_among_them() -> None:
    made = {name for name in keyboards.__all__ if name.islower() and callable(getattr(keyboards, name))}
    pieces = {
        "encode",
        "decode",
        "button",
        "copy_button",
        "in_lines",
        "rows",
        "carried",
        "reach",
        "skip_button",
        "ways",
    }
    of_the_other_kind = {"location", "picker"}
    within_found = {"add_named"}
    assert {name.replace("_", " ") for name in made - pieces - of_the_other_kind - within_found} <= set(EVERY_KEYBOARD)


def test_nothing_is_offered_that_leads_nowhere() -> None:
    assert keyboards.preview(1, TEXTS, go=False, skipped=False) is None
    assert labels(keyboards.sort_ended(TEXTS, left=0, back=0)) == []
    assert labels(keyboards.doubles_ended(None, TEXTS)) == []
    first, later = keyboards.sort_card(1, 0, TEXTS), keyboards.sort_card(1, 1, TEXTS)
    assert len(labels(later)) - len(labels(first)) == 1
    assert labels(keyboards.double(1, 2, None, TEXTS)) == labels(keyboards.double(1, 2, 3, TEXTS))[:-1]


def test_a_column_can_be_each_of_the_facts_offered_or_left_out() -> None:
    pressed = [
        decode(str(button.callback_data)) for line in keyboards.columns(5, 2, TEXTS).inline_keyboard for button in line
    ]
    assert [each.arg for each in pressed if each and each.verb == "column"] == [
        *(f"2.{name}" for name in COLUMNS), "2.out", "2.rest",
    ]  # fmt: skip
    assert set(COLUMNS) <= set(FILE_FIELDS)


def test_the_picker_asks_for_no_more_than_telegram_lets_pick() -> None:
    request = keyboards.picker(TEXTS).keyboard[0][0].request_users
    assert request is not None
    assert (request.max_quantity, request.user_is_bot) == (10, False)


def test_a_name_too_long_for_a_button_is_not_offered() -> None:
    assert keyboards.add_named("n" * 59, TEXTS) == []
    assert keyboards.add_named(None, TEXTS) == []
