"""Introductions: proposed, asked on each side, made, and what came of them."""

from collections.abc import Awaitable, Callable

from telegram import Update

from bot.context import Context
from bot.handlers import answers, intro_answers, introducers
from bot.handlers.introducing_by_hand import by_names, put_pair
from bot.handlers.replies import nod, say
from bot.handlers.steps import step, wait_for
from bot.keyboards import introductions as keyboards
from bot.matching import best_pair, reason_of
from bot.rules.introductions import outcome_day
from storage.models import Change, Introduction

#: What /intro shows as under way.
_SHOWN = ("proposed", "asked", "agreed")


async def intro_command(update: Update, context: Context) -> None:
    """/intro Ana Ben starts one; /intro alone shows what is under way, or the best pair."""
    text = update.message.text if update.message else None
    behind = (text or "").split(maxsplit=1)[1:]
    if behind:
        await by_names(update, context, behind[0])
    else:
        await ask_whom(update, context)


async def ask_whom(update: Update, context: Context) -> None:
    """What is under way; or else the two who should know each other most."""
    rows = await context.db(context.store.introductions, context.user.id, _SHOWN)
    if not rows:
        await put_pair(context, await context.db(best_pair, context.store, context.user))
        return
    ids = list(dict.fromkeys(each for row in rows for each in (row.first_id, row.second_id)))
    names = {contact.id or 0: contact.name
             for contact in await context.db(context.store.contacts_by_ids, context.user.id, ids)}  # fmt: skip
    shown = rows[: keyboards.LISTED]
    lines = [context.texts.introduction_line(row, names[row.first_id], names[row.second_id]) for row in shown]
    await say(context, context.texts.introductions(lines), keyboards.under_way(shown, names, context.texts))


# Buttons


async def press_intro(update: Update, context: Context) -> None:
    """Any button of an introduction; one that is settled, or made up, says so kindly and does nothing."""
    what, _, rest = context.pressed.arg.partition(".")
    if what in _OF_PEOPLE:
        await nod(update)
        await _OF_PEOPLE[what](context, context.pressed.id, rest)
    elif what == "another":
        await nod(update)
        await put_pair(context, await context.db(best_pair, context.store, context.user))
    elif what in ("both", "not"):
        await _decide(update, context, what, rest)
    else:
        await _go_on(update, context, what, rest)


#: About one contact, not about an introduction.
_OF_PEOPLE: dict[str, Callable[[Context, int, str], Awaitable[None]]] = {
    "seek": introducers.seek, "anyway": introducers.seek_anyway, "give": introducers.give,
}  # fmt: skip


async def _decide(update: Update, context: Context, what: str, second: str) -> None:
    """Ask them both, or not these two: an introduction that was proposed, or a pair of which nothing is written yet."""
    store, user = context.store, context.user
    pair, why = (context.pressed.id, _number(second)), ""
    if not second:
        row = await context.db(store.introduction, user.id, context.pressed.id)
        if row is None or row.status != "proposed":
            await nod(update, context.texts.old_introduction())
            return
        pair, why = (row.first_id, row.second_id), row.why
    if what == "both":
        why = why or await context.db(reason_of, store, user, *pair)
        change = await context.db(
            store.ask_introduction, user.id, context.update_id, pair, why, now=context.now()
        )  # fmt: skip
    else:
        change = await context.db(store.refuse_pair, user.id, context.update_id, pair, now=context.now())
    await _answer(update, context, change)


async def _answer(update: Update, context: Context, change: Change | None) -> None:
    await nod(update, "" if change else context.texts.old_introduction())
    if change is not None:
        await answers.answer(update, context, change)


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else 0


async def _go_on(update: Update, context: Context, what: str, rest: str) -> None:
    row = await context.db(context.store.introduction, context.user.id, context.pressed.id)
    if row is None:
        await nod(update, context.texts.pair_gone())
        return
    match what:
        case "later":
            await _answer(update, context, await context.db(
                context.store.put_off_introduction, context.user.id, context.update_id, row.id or 0, now=context.now()
            ))  # fmt: skip
        case "yes" | "no" if rest in ("1", "2"):
            contact_id = row.first_id if rest == "1" else row.second_id
            await _answer(update, context, await context.db(
                context.store.reply_to_introduction, context.user.id, context.update_id, row.id or 0, contact_id,
                "yes" if what == "yes" else "no", now=context.now(),
            ))  # fmt: skip
        case "sent":
            await _make(update, context, row)
        case "touch":
            await _touch(update, context, row)
        case "talked" | "nothing":
            await _answer(update, context, await context.db(
                context.store.close_introduction, context.user.id, context.update_id, row.id or 0,
                "yes" if what == "talked" else "nothing", now=context.now(),
            ))  # fmt: skip
        case "words":
            await _ask_words(update, context, row)
        case _:
            await _show(update, context, row)


async def _make(update: Update, context: Context, row: Introduction) -> None:
    ask_at = context.at_hour(outcome_day(context.today))
    await _answer(update, context, await context.db(
        context.store.make_introduction, context.user.id, context.update_id, row.id or 0,
        on=context.today, ask_at=ask_at, now=context.now(),
    ))  # fmt: skip


async def _touch(update: Update, context: Context, row: Introduction) -> None:
    """The introduction also counts as being in touch with both; once, however often it is pressed."""
    ids, day = [row.first_id, row.second_id], row.made_on
    cards = await context.db(context.store.cards, context.user.id, ids)
    known = all(any((each.touched_on, each.channel) == (day, "message") for each in card.touches) for card in cards)
    if day is None or known:
        await nod(update, context.texts.already_done() if day else context.texts.old_introduction())
        return
    await _answer(update, context, await context.db(
        context.store.log_touches, context.user.id, context.update_id, ids, on=day, channel="message", now=context.now()
    ))  # fmt: skip


async def _ask_words(update: Update, context: Context, row: Introduction) -> None:
    pair = await intro_answers.pair_of(context, row.id or 0)
    if pair is None or row.status not in ("made", "closed"):
        await nod(update, context.texts.old_introduction())
        return
    await nod(update)
    await wait_for(context, step(context, "intro_outcome", introduction_id=row.id))
    await say(context, context.texts.ask_outcome_words(pair[1].contact.name, pair[2].contact.name))


async def _show(update: Update, context: Context, row: Introduction) -> None:
    await nod(update)
    pair = await intro_answers.pair_of(context, row.id or 0)
    if pair is not None:
        await say(context, *await intro_answers.stand(context, pair))
