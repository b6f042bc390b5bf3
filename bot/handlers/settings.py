"""When Dotty comes: zone, weekday, hour, how many a week, reminders, and pauses."""

import asyncio
from datetime import date, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from telegram import ReplyKeyboardRemove, Update

from bot import keyboards
from bot.context import Context
from bot.handlers import answers, moments, setup
from bot.handlers.replies import nod, say
from bot.handlers.steps import step, wait_for
from bot.rules.days import read_until
from bot.rules.schedule import at_users_hour, is_paused, next_slot, not_yet_nudged, pause_end
from bot.rules.slots import Slot, read_slot
from bot.rules.zones import Place, find_zone, zone_at
from storage import Step
from storage.models import User

MOST_PAUSE_DAYS = 3650


async def settings_command(update: Update, context: Context) -> None:
    user = context.user
    text = context.texts.settings(user, moments.next_nudge(context, user), context.bot_data.spread)
    paused, has_model = is_paused(user, context.now()), context.bot_data.model is not None
    await say(context, text, keyboards.settings(user, context.texts, paused=paused, model=has_model))


async def press_settings(update: Update, context: Context) -> None:
    await nod(update)
    match context.pressed.arg:
        case "zone":
            await ask_zone(update, context)
        case "when":
            await ask_when(update, context)
        case "perweek":
            await say(context, context.texts.ask_per_week(), keyboards.per_week())
        case "remind":
            await change(update, context, {"reminder_on": not context.user.reminder_on})
        case "resume":
            await resume(update, context)
        case _:
            await ask_pause(update, context)


async def change(
    update: Update,
    context: Context,
    values: dict[str, Any],
    *,
    settles: str | None = None,
    then: Step | None = None,
    nudge_id: int | None = None,
) -> None:
    """Write settings; what moves the slots also moves the next nudge. `settles`: the first question it answers.
    `nudge_id`: the question about the pace that it answers."""
    user = User(**{**context.user.model_dump(), **values})
    moves = values.keys() & {"timezone", "nudge_weekday", "nudge_time", "people_per_week", "every_weeks"}
    due = context.user.next_nudge_at
    is_due = due is not None and due <= context.now()  # it goes out first, however many wait before it
    if moves and not is_due and not is_paused(context.user, context.now()):
        after = not_yet_nudged(context.user, context.now())
        values = {**values, "next_nudge_at": next_slot(user, after, context.bot_data.spread)}
    written = await context.db(
        context.store.change_settings, context.user.id, context.update_id, values=values, now=context.now(),
        nudge_id=nudge_id, then=then or _next_question(context, settles),
    )  # fmt: skip
    if written is not None:
        await answers.answer(update, context, written)


def _next_question(context: Context, settles: str | None) -> Step | None:
    left = setup.left_questions(context)
    if not left or settles is None:
        return None
    return step(context, "setup", token=context.update_id, left=[each for each in left if each != settles])


def _carried(context: Context) -> dict[str, Any]:
    left = setup.left_questions(context)
    return {} if left is None else {"left": left}


# Zone


async def ask_zone(update: Update, context: Context) -> None:
    await wait_for(context, step(context, "zone", **_carried(context)))
    there = context.now().astimezone(ZoneInfo(context.user.timezone)).time()
    await say(context, context.texts.ask_zone(context.user, there), keyboards.zone(context.texts, context.user))


async def take_city(update: Update, context: Context, text: str, places: list[Place]) -> None:
    """The places a city's name may mean: several, or a guess at a misspelt one, are asked about."""
    if not places:
        await say(context, context.texts.no_such_zone(text))
    elif len(places) == 1 and not places[0].guess:
        await set_zone(update, context, places[0].zone)
    else:
        labels = [(label, place.zone) for label, place in zip(context.texts.places(places), places, strict=True)]
        await say(context, context.texts.which_zone(), keyboards.places(labels, context.texts))


async def press_zone(update: Update, context: Context) -> None:
    await nod(update)
    if context.pressed.arg == "location":
        markup = keyboards.location(context.texts, context.user)
        await say(context, context.texts.share_location(), markup)
    elif context.pressed.arg == "yes":
        await set_zone(update, context, context.user.timezone)
    elif any(place.zone == context.pressed.arg for place in await asyncio.to_thread(find_zone, context.pressed.arg)):
        await set_zone(update, context, context.pressed.arg)


async def set_zone(update: Update, context: Context, zone: str) -> None:
    await change(update, context, {"timezone": zone, "timezone_known": True}, settles="zone")


async def location(update: Update, context: Context) -> None:
    """A shared place says which zone; the keyboard that asked for it goes."""
    place = update.message.location if update.message else None
    zone = await asyncio.to_thread(zone_at, place.latitude, place.longitude) if place else None
    if zone is None:
        await say(context, context.texts.no_such_place(), ReplyKeyboardRemove())
        return
    await say(context, context.texts.thanks_for_place(), ReplyKeyboardRemove())
    await set_zone(update, context, zone)


# Day and hour


async def ask_when(update: Update, context: Context) -> None:
    await wait_for(context, step(context, "when", **_carried(context)))
    await say(context, context.texts.ask_when(context.user), keyboards.when(context.texts))


async def take_when(update: Update, context: Context, text: str) -> None:
    """ "Friday 8:30", or only the one or the other."""
    await change_slot(update, context, read_slot(text))


async def change_slot(update: Update, context: Context, slot: Slot) -> None:
    """The day, the hour, or both; what isn't named stays as it was."""
    values: dict[str, Any] = {"nudge_weekday": slot.weekday, "nudge_time": slot.at}
    values = {name: value for name, value in values.items() if value is not None}
    if not values:
        await say(context, context.texts.bad_when())
        return
    await change(update, context, values, settles="when")


async def press_weekday(update: Update, context: Context) -> None:
    await nod(update)
    await change(update, context, {"nudge_weekday": min(context.pressed.number, 6)}, settles="when")


async def press_hour(update: Update, context: Context) -> None:
    await nod(update)
    await change(update, context, {"nudge_time": time(min(context.pressed.number, 23))}, settles="when")


async def press_per_week(update: Update, context: Context) -> None:
    await nod(update)
    await change(update, context, {"people_per_week": min(max(context.pressed.number, 1), 7), "every_weeks": 1})


async def slow_down(update: Update, context: Context, nudge_id: int | None = None) -> None:
    """Half as often: fewer people a week, or a week left out."""
    many, weeks = context.user.people_per_week, context.user.every_weeks
    slower = {"people_per_week": many // 2} if many > 1 else {"every_weeks": min(weeks * 2, 8)}
    await change(update, context, slower, nudge_id=nudge_id)


# Pausing


async def pause_command(update: Update, context: Context) -> None:
    """/pause, with until when behind it."""
    typed = " ".join(context.args or [])
    if typed:
        await take_pause(update, context, typed)
    else:
        await ask_pause(update, context)


async def ask_pause(update: Update, context: Context) -> None:
    await wait_for(context, step(context, "pause"))
    await say(context, context.texts.ask_pause(), keyboards.pause(context.texts))


async def take_pause(update: Update, context: Context, text: str) -> None:
    until = read_until(text, today=context.today)
    if until is None or until <= context.today:
        await wait_for(context, step(context, "pause"))
        await say(context, context.texts.bad_pause(), keyboards.pause(context.texts))
    else:
        await pause_until(update, context, until)


async def press_pause(update: Update, context: Context) -> None:
    await nod(update)
    days = min(context.pressed.number, MOST_PAUSE_DAYS)
    await pause_until(update, context, context.today + timedelta(days=days) if days else None)


async def pause_until(update: Update, context: Context, until: date | None, nudge_id: int | None = None) -> None:
    """Rest till the first slot on or after that day; None: till they say so."""
    end = pause_end(context.user, until, context.bot_data.spread) if until else None
    back = at_users_hour(context.user, until) if until and end else None
    then = None if back else step(context, "pause")  # "until 7 January" may still come
    await change(update, context, {"paused_until": back, "next_nudge_at": end}, then=then, nudge_id=nudge_id)


async def resume(update: Update, context: Context) -> None:
    """Go on; whoever wasn't paused is told when the next nudge comes, and nothing is changed."""
    if not is_paused(context.user, context.now()) and context.user.next_nudge_at is not None:
        await say(context, context.texts.not_paused(moments.next_nudge(context)))
        return
    slot = next_slot(context.user, context.now(), context.bot_data.spread)
    await change(update, context, {"paused_until": None, "next_nudge_at": slot})
