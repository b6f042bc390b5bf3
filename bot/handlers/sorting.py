"""The inbox, one card at a time: each tap sorts one, and the card turns into the next."""

from telegram import Update

from bot import keyboards
from bot.context import Context
from bot.handlers import answers, general, sort_rounds
from bot.handlers.replies import edit_buttons, nod, say
from bot.handlers.steps import began, current, step, wait_for
from bot.rules.names import clean_text
from bot.rules.verdicts import read_verdict
from storage.models import Change

ABOUT_LENGTH = 200


async def sort_command(update: Update, context: Context) -> None:
    """/sort: the first time it asks what the user does, for that tells whom to show first."""
    if not await context.db(context.store.inbox_count, context.user.id):
        await say(context, context.texts.inbox_empty())
    elif context.user.about is None:
        await wait_for(context, step(context, "about"))
        await say(context, context.texts.ask_about(), keyboards.sort_about(context.texts))
    else:
        await say(context, *await sort_rounds.begin(context))


async def take_about(update: Update, context: Context, text: str) -> None:
    """What they do and where, typed; "" for no answer."""
    about = " ".join(clean_text(text).split())[:ABOUT_LENGTH]
    change = await context.db(
        context.store.change_settings, context.user.id, context.update_id, values={"about": about}, now=context.now()
    )
    if change is not None:
        await answers.answer(update, context, change)


async def skip_about(update: Update, context: Context) -> None:
    """No answer to what they do: it isn't asked again."""
    await take_about(update, context, context.user.about or "")


async def say_why(context: Context) -> None:
    """Why it is asked what they do."""
    await wait_for(context, step(context, "about"))
    await say(context, context.texts.why_about(), keyboards.sort_about(context.texts))


async def press_sort(update: Update, context: Context) -> None:
    """A rhythm, later or never for the one on the card; one back; no answer to what they do; or on with it."""
    what = context.pressed.arg.partition(".")[0]
    if what == "back":
        await _go_back(update, context)
    elif what in ("more", ""):
        await nod(update)
        await sort_command(update, context)
    elif what == "skip":
        await nod(update)
        await edit_buttons(update, None)
        await skip_about(update, context)
    else:
        await _sort(update, context, what)


async def _sort(update: Update, context: Context, what: str) -> None:
    days = int(what) if what in map(str, keyboards.RHYTHMS) else None
    if not days and what not in ("later", "never"):
        await general.old_button(update, context)
        return
    number = context.pressed.arg.partition(".")[2]
    place = int(number) if number.isascii() and number.isdigit() and len(number) < 4 else 0
    change = await _write(context, context.pressed.id, days or what, place)
    await nod(update, "" if change else context.texts.sorted_already())
    if change is not None:
        await answers.answer(update, context, change)


async def _write(context: Context, contact_id: int, said: int | str, place: int) -> Change | None:
    """`said` is a rhythm in days, "later" or "never"; the round goes on behind `place`."""
    places = sort_rounds.round_of(context.user) if current(context) == "sort" else []
    return await context.db(
        context.store.sort_contact, context.user.id, context.update_id, contact_id,
        verdict="keep" if isinstance(said, int) else said, cadence_days=said if isinstance(said, int) else None,
        on=context.today, now=context.now(),
        then=sort_rounds.waiting(context, places, place + 1) if places else None,
    )  # fmt: skip


async def take_typed(update: Update, context: Context, text: str) -> bool:
    """Whether the text answers the card that is open, as one of its buttons would; any rhythm will do."""
    said = read_verdict(text)
    if said is None:
        return False
    if said == "back":
        await _go_back(update, context)
        return True
    places, place = sort_rounds.round_of(context.user), sort_rounds.place_of(context.user)
    found = await sort_rounds.first_waiting(context, places, place)
    if found is None or (isinstance(said, str) and await _has_newer_nudge(context)):
        return False
    number, card = found
    change = await _write(context, card.contact.id or 0, said, number)
    if change is not None:
        await answers.answer(update, context, change)
    return change is not None


async def _has_newer_nudge(context: Context) -> bool:
    """Whether a nudge came after the card: then "later" and "skip" mean that one."""
    nudge = await context.db(context.store.open_nudge, context.user.id)
    shown = began(context, "sort")
    return nudge is not None and nudge.sent_at is not None and shown is not None and nudge.sent_at > shown


async def _go_back(update: Update, context: Context) -> None:
    """Take the last tap back; what was done otherwise since stays, and is not gone back over."""
    last = await context.db(context.store.last_change, context.user.id, now=context.now())
    none = context.texts.nothing_to_go_back_to()
    if last is None or last.change.kind != "sorted":
        await (nod(update, none) if update.callback_query else say(context, context.texts.html(none)))
    else:
        await general.undo_change(update, context, last.change.id)
