"""Updates as a hostile or a later Telegram might send them: every kind and content of the Bot API
(https://core.telegram.org/bots/api#update), with strings made to harm in every place that people can fill."""

from collections.abc import Callable
from copy import deepcopy
from functools import partial
from typing import Any, get_args

from hypothesis import strategies as st

from bot.keyboards import Verb

#: In whatever a person could have typed; so it must never be in a log.
MARK = "Zyxwenna"
USER, STRANGER = 7, 8
DATE = 1_795_000_000

Json = dict[str, Any]

HARM = (
    "", " ", "<b>", "</code>", "<a href='tg://user?id=1'>x</a>", "&lt;&amp;&#60;", "<script>alert(1)</script>",
    "*_[x](y)`~|",
    "{}", "{0}", "{user.id}", "{0.__class__.__mro__}", "%s%n%(name)s", "%", "${jndi:ldap://x}", "=HYPERLINK(\"x\")",
    "+1+cmd|' /C calc'!A0",
    "@SUM(A1)", "-2+3", "\u202e\u2066gnp.exe\u2069", "\u200b\u200d\ufeff", "\x00", "\x1b[31m", "\r\nERROR root fake",
    "\n\n\n", "\ud800",
    "\udfff x", "'; DROP TABLE users; --", "../../etc/passwd", "ﷺ" * 40, "Z" + "\u0300" * 200, "👩‍👩‍👧‍👦" * 30, "९१",
    "İıß", "a" * 4_096,
    ",;:,;:" * 50, "#" * 300, "@" * 300, "1" * 400, "(" * 500, "BEGIN:VCARD\nFN:x\nEND:VCARD\nBEGIN:VCARD",
    "x" * 100_000,
)  # fmt: skip
SENTENCES = (
    "{a}", "{a}, monthly, met at {b}, #{c}", "note on Ana Ruiz: {b}", "note on {a}: {b}",
    "called {a} yesterday about {b}", "{a} moved to {b}",
    "Ana's birthday is {a}", "find {a}", "who works at {a} in {b}", "introduce {a} to {b}",
    "introduce Ana to Ben because {b}",
    "remind me to {b} for Ana on friday", "promise Ana: {b}", "/add {a}", "/note {a}", "/done {a}", "/start {a}",
    "/promise {a}", "/intro {a} {b}",
    "/import {a}", "/tags {a}", "/{a}", "merge {a} and {b}", "tag Ana #{a}", "archive {a}", "every {a} for Ana",
    "Ana needs {a}", "Ana offers {b}",
    "{a}\n{b}\n{c}", "{a}, {b}@example.org, +34 600 123 456, https://{c}", "I live in {a}", "{a} at 9",
    "pause until {a}", "name: {a}; company: {b}",
    "done, {a}", "she said {a}", "not {a}", "why {a}?", "undo {a}",
    "BEGIN:VCARD\nVERSION:3.0\nFN:{a}\nNOTE:{b}\nEND:VCARD", "Name,Email\n{a},{b}",
    "rename #{a} to {b}", "everybody at {a}: weekly", "skip {a}", "erase", "/export", "/people", "/settings", "/next",
    "/sort", "/undo", "/help",
)  # fmt: skip

plain = st.text(max_size=60)
harm = st.sampled_from(HARM) | plain


@st.composite
def words(draw: st.DrawFn, most: int = 100_000) -> str:
    """Something typed, with the mark in it."""
    before, after = draw(harm), draw(harm)
    return draw(st.sampled_from((f"{MARK}{after}", f"{before} {MARK}", f"{before}{MARK} {after}", MARK)))[:most]


@st.composite
def sentences(draw: st.DrawFn) -> str:
    made = draw(st.sampled_from(SENTENCES))
    for name in "abc":
        made = made.replace("{" + name + "}", draw(words()))
    return made[: draw(st.sampled_from((4_096, 4_096, 100_000)))]


def optional(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Json]:
    return st.fixed_dictionaries({}, optional=fields)


def required(**fields: st.SearchStrategy[Any] | Any) -> st.SearchStrategy[Json]:
    return st.fixed_dictionaries(
        {name: each if isinstance(each, st.SearchStrategy) else st.just(each) for name, each in fields.items()}
    )


def both(*parts: st.SearchStrategy[Json]) -> st.SearchStrategy[Json]:
    return st.tuples(*parts).map(lambda given: {name: value for part in given for name, value in part.items()})


names = optional(
    last_name=words(),
    username=st.sampled_from(("user7", "a" * 32)),
    language_code=st.sampled_from(("en", "es", "xx-YY", "")) | words(),
)
numbers = st.integers(-(2**52), 2**52) | st.integers(-3, 3)
coordinates = required(latitude=st.floats(-90, 90), longitude=st.floats(-180, 180))
files = both(
    required(file_id=words(60), file_unique_id="u"),
    optional(file_name=words(), mime_type=words(80), file_size=st.integers(0, 2**40)),
)
sizes = required(width=st.integers(0, 9), height=st.integers(0, 9))
people = both(required(id=st.sampled_from((USER, STRANGER, 2**52)), is_bot=st.booleans(), first_name=words()), names)
me = both(required(id=USER, is_bot=False, first_name=words()), names)
private = both(required(id=USER, type="private"), optional(first_name=words(), username=words(32)))
chats = st.one_of(
    private,
    required(id=-100_123, type=st.sampled_from(("group", "supergroup", "channel")), title=words()),
)
dates = st.sampled_from((DATE, 1, 0, 2**31 - 1))
origins = st.one_of(
    required(type="user", date=dates, sender_user=people),
    required(type="hidden_user", date=dates, sender_user_name=words()),
    required(type="chat", date=dates, sender_chat=chats),
    required(type="channel", date=dates, chat=chats, message_id=numbers),
)
cards = both(
    required(phone_number=words(40) | st.sampled_from(("+34600123456", "0")), first_name=words()),
    optional(last_name=words(), user_id=st.integers(1, 2**52),
    vcard=words().map(lambda text: f"BEGIN:VCARD\nFN:{text}\nNOTE:{text}\nEND:VCARD")),
)  # fmt: skip
shared = st.lists(
    both(required(user_id=st.integers(1, 2**52)), optional(first_name=words(), last_name=words(), username=words(40))),
    max_size=4,
)
polls = required(
    id="p", question=words(), options=st.lists(required(text=words(), voter_count=0, persistent_id="0"), max_size=3),
    total_voter_count=0, is_closed=False, is_anonymous=True, type="regular", allows_multiple_answers=False,
    allows_revoting=False, members_only=False,
)  # fmt: skip


@st.composite
def texts(draw: st.DrawFn) -> Json:
    """A text, with the command at its beginning marked as Telegram does, and other entities of any length."""
    text = draw(sentences())
    entities = []
    if text.startswith("/"):
        entities.append({"type": "bot_command", "offset": 0, "length": max(1, len(text.split(" ")[0]))})
    if draw(st.booleans()):
        kind = draw(
            st.sampled_from(
                ("bold", "url", "text_link", "mention", "email", "phone_number", "later_kind", "text_mention")
            )
        )
        entity: Json = {"type": kind, "offset": draw(st.integers(0, 5_000)), "length": draw(st.integers(0, 5_000))}
        if kind == "text_mention":
            entity["user"] = draw(people)
        if kind == "text_link":
            entity["url"] = draw(words())
        entities.append(entity)
    return {"text": text, "entities": entities}


captions = optional(caption=sentences())
#: What a message may be of.
CONTENTS: tuple[st.SearchStrategy[Json], ...] = (
    texts(), texts(), texts(),
    both(required(photo=st.lists(both(files, sizes), max_size=2)), captions),
    both(required(document=files), captions),
    both(required(animation=both(files, sizes, required(duration=1)), document=files), captions),
    both(required(video=both(files, sizes, required(duration=1))), captions),
    both(required(voice=both(files, required(duration=1))), captions),
    both(required(audio=both(files, required(duration=1), optional(title=words(), performer=words()))), captions),
    required(video_note=both(files, required(length=1, duration=1))),
    required(sticker=both(files, sizes, required(type="regular", is_animated=False, is_video=False),
    optional(emoji=words(9)))),
    required(contact=cards), required(contact=cards),
    required(location=coordinates),
    required(venue=required(location=coordinates, title=words(), address=words())),
    required(users_shared=required(request_id=numbers, users=shared)),
    required(chat_shared=required(request_id=numbers, chat_id=numbers)),
    required(poll=polls), required(dice=required(emoji=words(9), value=1)),
    required(game=required(title=words(), description=words(), photo=st.just([]))),
    required(invoice=required(title=words(), description=words(), start_parameter=words(), currency="EUR",
    total_amount=1)),
    required(web_app_data=required(data=words(), button_text=words())),
    required(story=required(chat=chats, id=numbers)),
    required(new_chat_members=st.lists(people, max_size=2)), required(left_chat_member=people),
    required(new_chat_title=words()), required(delete_chat_photo=True), required(group_chat_created=True),
    required(migrate_to_chat_id=numbers),
    required(message_auto_delete_timer_changed=required(message_auto_delete_time=1)),
    required(write_access_allowed=required(from_request=True)), required(connected_website=words()),
    required(pinned_message=required(chat=private, message_id=1, date=0)),
    required(forum_topic_created=required(name=words(), icon_color=1)), required(boost_added=required(boost_count=1)),
    required(later_content=required(of=words())), st.just({}),
)  # fmt: skip
quoted = both(required(message_id=st.integers(1, 9), date=dates, chat=private), texts())
around = optional(
    forward_origin=origins, reply_to_message=quoted, edit_date=dates, media_group_id=words(9), via_bot=people,
    quote=required(text=words(), position=0), author_signature=words(), has_media_spoiler=st.booleans(),
    sender_chat=chats, is_topic_message=st.booleans(), message_thread_id=numbers, effect_id=words(9),
    later_field=words(),
)  # fmt: skip


def messages(chat: st.SearchStrategy[Json] = private) -> st.SearchStrategy[Json]:
    head = both(required(message_id=st.integers(1, 2**31)), required(date=dates, chat=chat), st.just({}))
    return both(head, st.builds(lambda who: {"from": who}, me), st.one_of(CONTENTS), around)


ROW_IDS = st.integers(0, 4) | st.sampled_from((10**17, 2**63, 10**30, -1))
ARGUMENTS = (
    "", "1", "7", "x", "²", "-1", "9" * 18, "99999", "go", "cancel", "yes", "no", "back", "more", "add.1", "note.1",
    "keep", "later", "never", "0.city",
    "999.x", "skip", "swap.1", "soon", "Berlin", "../x", "1.2", "on", "off", "{0}", "<b>", "Zyxwenna", "\u202e",
    "\x00", "name", "phone", "yes.1",
)  # fmt: skip
presses = st.builds(
    lambda verb, row, argument: f"{verb}:{row}" + (f":{argument}" if argument else ""),
    st.sampled_from(get_args(Verb)), ROW_IDS, st.sampled_from(ARGUMENTS) | words(40),
) | words(64)  # fmt: skip
pressed_in = st.one_of(
    both(required(message_id=st.integers(1, 9), date=DATE, chat=private), texts()),
    required(message_id=st.integers(1, 9), date=0, chat=private),
)
queries = both(
    st.builds(lambda who: {"from": who}, me), required(id="1", chat_instance="1"),
    optional(message=pressed_in, data=presses, inline_message_id=words(20), game_short_name=words(20)),
)  # fmt: skip
reactions = st.lists(
    st.one_of(
        required(type="emoji", emoji=st.sampled_from(("👍", "❤", "🖕")) | words(9)),
        required(type="custom_emoji", custom_emoji_id=words(9)), required(type="paid"), required(type="later"),
    ),
    max_size=2,
)  # fmt: skip
members = both(
    required(user=people),
    st.one_of(
        required(status=st.sampled_from(("member", "left"))), required(status="kicked", until_date=dates),
        required(status="later"),
    ),
)  # fmt: skip


def of_me(**fields: Any) -> st.SearchStrategy[Json]:
    return both(st.builds(lambda who: {"from": who}, me), required(**fields))


#: Every kind of update.
KINDS: dict[str, st.SearchStrategy[Json]] = {
    "message": messages(), "edited_message": messages(), "channel_post": messages(chats),
    "edited_channel_post": messages(chats),
    "business_message": messages(chats), "callback_query": queries,
    "inline_query": of_me(id="1", query=words(256), offset=words(9)),
    "chosen_inline_result": of_me(result_id=words(9), query=words(256)),
    "shipping_query": of_me(id="1", invoice_payload=words(), shipping_address=required(
        country_code="ES", state=words(), city=words(), street_line1=words(), street_line2=words(),
        post_code=words(9))),
    "pre_checkout_query": of_me(id="1", currency="EUR", total_amount=1, invoice_payload=words()),
    "poll": polls, "poll_answer": both(required(poll_id="p", option_ids=[0], option_persistent_ids=["0"]),
    optional(user=me)),
    "my_chat_member": of_me(chat=private, date=dates, old_chat_member=members, new_chat_member=members),
    "chat_member": of_me(chat=chats, date=dates, old_chat_member=members, new_chat_member=members),
    "chat_join_request": of_me(chat=chats, date=dates, user_chat_id=numbers),
    "message_reaction": both(required(chat=private, message_id=st.integers(1, 9), date=dates, old_reaction=reactions,
        new_reaction=reactions), optional(user=me)),
    "message_reaction_count": required(chat=chats, message_id=1, date=dates, reactions=st.just([])),
    "deleted_business_messages": required(business_connection_id="1", chat=chats, message_ids=st.lists(numbers,
    max_size=3)),
    "purchased_paid_media": of_me(paid_media_payload=words()),
    "later_kind": required(of=words()),
}  # fmt: skip


@st.composite
def updates(draw: st.DrawFn) -> Json:
    """One update, mostly of a kind that Dotty asks for."""
    kind = draw(st.sampled_from(("message",) * 8 + ("callback_query",) * 5 + tuple(KINDS)))
    return {"update_id": draw(st.integers(1, 2**31)), kind: draw(KINDS[kind])}


WRONG: tuple[Any, ...] = (None, 0, -1, 2**80, 1.5, True, "", MARK, [], {}, [MARK], {"x": MARK}, [[[[]]]])


@st.composite
def malformed(draw: st.DrawFn) -> Json:
    """One of them with a few places of it missing or of a wrong type."""
    update = deepcopy(draw(updates()))
    for _ in range(draw(st.integers(1, 3))):
        places = list(_places(update))
        if not places:
            break
        change, drop = draw(st.sampled_from(places))
        if draw(st.booleans()):
            drop()
        else:
            change(deepcopy(draw(st.sampled_from(WRONG))))
    return update


def _places(value: Any) -> list[tuple[Callable[[Any], None], Callable[[], None]]]:
    """How to change and how to drop each thing within."""
    found: list[tuple[Callable[[Any], None], Callable[[], None]]] = []
    keys: list[Any] = list(value) if isinstance(value, dict) else list(range(len(value)))
    for key in keys:
        found.append((partial(value.__setitem__, key), partial(value.__delitem__, key)))
        if isinstance(value[key], (dict, list)):
            found += _places(value[key])
    return found


def deep(levels: int) -> Json:
    """Nested further than a parser goes."""
    inner: Json = {}
    for _ in range(levels):
        inner = {"reply_to_message": inner}
    return {"update_id": 1, "message": inner}
