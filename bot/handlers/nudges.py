"""The buttons on a nudge, and a nudge asked for."""

from datetime import timedelta

from telegram import Update

from bot import keyboards
from bot.context import Context
from bot.handlers import answers, settings
from bot.handlers.replies import edit_buttons, nod, replace, say
from bot.handlers.touching import nudge_meant
from bot.model_words import KEY, model_opener
from bot.nudge_cards import open_nudge
from bot.outlook import look_ahead
from bot.planning import plan_contact
from bot.rules.choices import Choice
from bot.rules.postponing import read_postponement
from bot.wording import another_opener
from storage.models import Change, Nudge

POSTPONED_DAYS = (1, 3, 7)
#: Whoever was named in this time is not named again by "someone else".
JUST_NAMED = timedelta(hours=24)


async def next_command(update: Update, context: Context) -> None:
    """A nudge now: the one that is open, or a new one. The weekly rhythm stays as it is."""
    store, user_id = context.store, context.user.id
    open_one = await context.db(store.open_nudge, user_id)
    if open_one is not None:
        await _show_outlook(context, open_one.contact_id)
        await context.bot_data.nudging.show(open_one, context.user, context.now())
        return
    planned = await context.db(plan_contact, store, context.user, context.now())
    if planned is None:
        known = await context.db(store.count, user_id)
        await say(context, context.texts.nobody_else() if known else context.texts.nobody_yet())
        return
    await _show_outlook(context, planned.contact_id)
    await _answer(update, context, await context.db(
        store.plan_nudge, user_id, context.update_id, planned, now=context.now()
    ))  # fmt: skip


async def _show_outlook(context: Context, this_id: int | None) -> None:
    """Who is likely after that, where there is somebody; the nudge comes behind it, as the newest message."""
    outlook = await context.db(look_ahead, context.store, context.user, context.now(), this_id)
    if text := context.texts.outlook(outlook, context.today):
        await say(context, text, keyboards.outlook(outlook, context.texts))


async def _answer(update: Update, context: Context, change: Change | None) -> None:
    if change is not None:
        await answers.answer(update, context, change)


async def pressed_nudge(update: Update, context: Context) -> Nudge | None:
    """The nudge whose button was pressed, if it can still be answered; else a kind word."""
    nudge = await context.db(context.store.nudge, context.user.id, context.pressed.id)
    word = await _why_not(context, nudge)
    await nod(update, word)
    return None if word else nudge


async def _why_not(context: Context, nudge: Nudge | None) -> str:
    """What to say where a nudge can't be answered; "" where it can, also when it has expired."""
    if nudge is None or nudge.contact_id is None:
        return context.texts.lost_nudge()
    if nudge.status not in ("planned", "sent", "later", "expired"):
        return context.texts.old_nudge()
    contact = await context.db(context.store.contact, context.user.id, nudge.contact_id)
    return "" if contact else context.texts.gone()


async def press_another(update: Update, context: Context) -> None:
    nudge = await pressed_nudge(update, context)
    if nudge is not None:
        await reword(update, context, nudge)


async def reword(update: Update, context: Context, nudge: Nudge) -> None:
    """Another opener, by the operator's model where the user wants that."""
    by_model = await model_opener(context.bot_data, context.user, nudge, context.now())
    found = (by_model, KEY) if by_model else None
    found = found or await context.db(another_opener, context.store, context.user, nudge, context.today)
    if found is None:
        await say(context, context.texts.html(context.texts.gone()))
        return
    opener, key = found
    await _answer(update, context, await context.db(
        context.store.show_opener, context.user.id, context.update_id, nudge.id or 0, opener=opener, key=key,
        now=context.now(),
    ))  # fmt: skip


async def press_else(update: Update, context: Context) -> None:
    nudge = await pressed_nudge(update, context)
    if nudge is not None:
        await swap(update, context, nudge)


async def swap(update: Update, context: Context, nudge: Nudge) -> None:
    """Somebody else instead; where nobody else waits, the nudge stays as it is."""
    store, user_id, now = context.store, context.user.id, context.now()
    named = await context.db(store.nudged_on, user_id)
    just_named = {contact_id for contact_id, at in named.items() if now - at < JUST_NAMED} | {nudge.contact_id or 0}
    planned = await context.db(plan_contact, store, context.user, now, just_named)
    if planned is None:
        await say(context, context.texts.nobody_else())
        return
    await _answer(update, context, await context.db(
        store.skip_and_plan, user_id, context.update_id, nudge.id or 0, planned, now=now
    ))  # fmt: skip


async def press_later(update: Update, context: Context) -> None:
    """The buttons become the choice of days."""
    nudge = await pressed_nudge(update, context)
    if nudge is not None:
        await edit_buttons(update, keyboards.postpone(nudge, context.texts))


async def press_back(update: Update, context: Context) -> None:
    nudge = await pressed_nudge(update, context)
    card = await context.db(context.store.card, context.user.id, nudge.contact_id or 0) if nudge else None
    if nudge is not None and card is not None:
        await replace(update, context, *open_nudge(context.texts, nudge, card, context.today))


async def press_postpone(update: Update, context: Context) -> None:
    nudge = await pressed_nudge(update, context)
    if nudge is not None:
        days = context.pressed.number
        await postpone(update, context, nudge, days if days in POSTPONED_DAYS else 1)


async def postpone(update: Update, context: Context, nudge: Nudge, days: int) -> None:
    """Bring the nudge back after so many days, at the user's hour. The weekly rhythm doesn't shift."""
    day = context.today + timedelta(days=days)
    await _answer(update, context, await context.db(
        context.store.answer_nudge, context.user.id, context.update_id, nudge.id or 0, status="later",
        push_at=context.at_hour(day), snoozed_until=day, now=context.now(),
    ))  # fmt: skip


async def press_not_now(update: Update, context: Context) -> None:
    nudge = await pressed_nudge(update, context)
    if nudge is not None:
        await skip(update, context, nudge)


async def skip(update: Update, context: Context, nudge: Nudge) -> None:
    await _answer(update, context, await context.db(
        context.store.answer_nudge, context.user.id, context.update_id, nudge.id or 0, status="skipped",
        now=context.now(),
    ))  # fmt: skip


async def in_words(update: Update, context: Context, choice: Choice, *, later: bool) -> None:
    """ "later", "tomorrow" and "not this week", typed, about the nudge that was replied to or is open."""
    nudge = await nudge_meant(context, choice)
    if nudge is None:
        await say(context, context.texts.html(context.texts.no_open_nudge()))
    elif word := await _why_not(context, nudge):
        await say(context, context.texts.html(word))
    elif not later:
        await skip(update, context, nudge)
    elif days := read_postponement(choice.text):
        await postpone(update, context, nudge, days)
    else:
        contact = await context.db(context.store.contact, context.user.id, nudge.contact_id or 0)
        text = context.texts.which_later(contact.name if contact else "")
        await say(context, text, keyboards.postpone(nudge, context.texts))


async def instead_in_words(update: Update, context: Context, choice: Choice, *, whom: bool) -> None:
    """ "someone else" (`whom`) or "another opener", typed, about the nudge that was replied to or is open; with none
    open, a new one is asked for."""
    nudge = await nudge_meant(context, choice)
    if nudge is None:
        await next_command(update, context)
    elif word := await _why_not(context, nudge):
        await say(context, context.texts.html(word))
    else:
        await (swap if whom else reword)(update, context, nudge)


async def press_pace(update: Update, context: Context) -> None:
    """The answer to "less often, or a break?"."""
    question = await context.db(context.store.nudge, context.user.id, context.pressed.id)
    if question is None or question.kind != "pace" or question.status == "done":
        await nod(update, context.texts.lost_nudge() if question is None else context.texts.old_nudge())
        return
    await nod(update)
    match context.pressed.arg:
        case "slower":
            await settings.slow_down(update, context, question.id)
        case "month":
            await settings.pause_until(update, context, context.today + timedelta(days=30), question.id)
        case "pause":
            await settings.pause_until(update, context, None, question.id)
        case _:
            await settings.change(update, context, {}, nudge_id=question.id)
