"""What Dotty waits for from a user: a row with a name, a small payload and an expiry."""

from collections.abc import Callable, Coroutine
from datetime import datetime, timedelta
from typing import Any

from telegram import Update

from bot.context import Context
from bot.rules.choices import Choice
from storage import Step

#: How long each step counts. A note may wait a day; a confirmation to delete everything may not.
_LASTS = {
    "choose": timedelta(days=1),
    "note": timedelta(days=1),
    "erase": timedelta(minutes=15),
}
_USUALLY = timedelta(hours=6)
#: Steps that take whatever is typed next. Whoever does something else meanwhile no longer means to answer them.
_FIRM = frozenset({"bulk", "tag_name", "edit", "erase", "note_on", "search"})

Handler = Callable[[Update, Context], Coroutine[Any, Any, None]]


def step(context: Context, name: str, **data: Any) -> Step:
    """`token` or else `by` is the update that set it."""
    context.leads_on |= "token" in data
    by = {} if "token" in data else {"by": context.update_id}
    return Step(name, {**data, **by}, context.now() + _LASTS.get(name, _USUALLY))


def began(context: Context, name: str) -> datetime | None:
    """When the step of that name was set; None without an expiry."""
    expires = context.user.step_expires_at
    return None if expires is None else expires - _LASTS.get(name, _USUALLY)


def choosing(context: Context, choice: Choice) -> Step:
    """The step that waits for a choice; its buttons are this update's."""
    return step(context, "choose", **choice.asked_by(context.update_id).to_json())


def current(context: Context) -> str | None:
    """The step the user is in, unless it has lapsed."""
    user = context.user
    lapsed = user.step_expires_at is None or user.step_expires_at <= context.now()
    return None if lapsed else user.step


def current_choice(context: Context, token: str) -> Choice | None:
    """The choice a button belongs to; None where another question has come since, or it has lapsed."""
    if current(context) != "choose":
        return None
    choice = Choice.from_json(context.user.step_data)
    return choice if str(choice.token) == token else None


def asked_by_this(context: Context) -> bool:
    """Whether the question that is open was asked by this very update, which is then delivered once more."""
    return current(context) in ("choose", "note_on") and context.user.step_data.get("token") == context.update_id


async def wait_for(context: Context, waiting: Step | None) -> None:
    """Wait for something, or for nothing, without any other change."""
    await context.db(context.store.set_step, context.user.id, waiting)


async def leave_earlier(context: Context) -> None:
    """For an update that had been handled when it came again: after a crash all of a batch do, in order, and what an
    earlier one asks anew was answered when this one was handled first."""
    data = context.user.step_data
    if data.get("token", data.get("by", context.update_id)) < context.update_id:
        await wait_for(context, None)


def leaving(handler: Handler) -> Handler:
    """The handler, for a command or a button that leads away from a question which would take any text."""

    async def leave_first(update: Update, context: Context) -> None:
        if current(context) in _FIRM:
            await wait_for(context, None)
            context.user.step = None
        await handler(update, context)

    return leave_first
