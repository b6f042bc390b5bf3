"""The inbox, one card at a time: each tap sorts one, and the card turns into the next."""

from telegram import Update

from bot import keyboards
from bot.context import Context
from bot.handlers import answers, general, sort_rounds
from bot.handlers.replies import edit_buttons, nod, say
from bot.handlers.steps import current, step, wait_for
from bot.rules.names import clean_text

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
        await take_about(update, context, context.user.about or "")
    else:
        await _sort(update, context, what)


async def _sort(update: Update, context: Context, what: str) -> None:
    days = int(what) if what in map(str, keyboards.RHYTHMS) else None
    verdict = "keep" if days else what
    if verdict not in ("keep", "later", "never"):
        await general.old_button(update, context)
        return
    places = sort_rounds.round_of(context.user) if current(context) == "sort" else []
    change = await context.db(
        context.store.sort_contact, context.user.id, context.update_id, context.pressed.id, verdict=verdict,
        cadence_days=days, on=context.today, now=context.now(),
        then=sort_rounds.waiting(context, places) if places else None,
    )  # fmt: skip
    await nod(update, "" if change else context.texts.sorted_already())
    if change is not None:
        await answers.answer(update, context, change)


async def _go_back(update: Update, context: Context) -> None:
    """Take the last tap back; what was done otherwise since stays, and is not gone back over."""
    last = await context.db(context.store.last_change, context.user.id, now=context.now())
    if last is None or last.change.kind != "sorted":
        await nod(update, context.texts.nothing_to_go_back_to())
    else:
        await general.undo_change(update, context, last.change.id)
