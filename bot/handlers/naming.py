"""Whom a typed name means: the one it fits, the one chosen, or a question."""

from collections.abc import Sequence
from dataclasses import dataclass

from telegram import Update

from bot.context import Context
from bot.handlers import questions
from bot.handlers.known import find_known
from bot.rules.choices import Choice


@dataclass(frozen=True, slots=True)
class Named:
    """Everybody a sentence names: contacts, and names of nobody known."""

    ids: list[int]
    unknown: list[str]


async def everyone(update: Update, context: Context, choice: Choice, typed: Sequence[str]) -> Named | None:
    """Settle every name; None when a question had to be asked, after which the sentence is understood again."""
    named = Named([], [])
    for name in typed:
        if name in choice.picked:
            if choice.picked[name]:
                named.ids.append(choice.picked[name])
            else:  # chosen to be somebody new
                named.unknown.append(name)
            continue
        found = await find_known(context, name)
        if len(found.exact) == 1:
            named.ids.append(found.exact[0].id)
        elif fits := found.exact or found.close:
            await questions.ask(update, context, choice.ask("which", typed=name, ids=[each.id for each in fits[:8]]))
            return None
        else:
            named.unknown.append(name)
    return named


async def one(update: Update, context: Context, choice: Choice, typed: str) -> int | None:
    """The contact a sentence is about; None when it had to be asked, or when it is nobody known."""
    named = await everyone(update, context, choice, [typed])
    if named is not None and named.unknown:
        await questions.ask(update, context, choice.ask("new", typed=typed))
    return named.ids[0] if named is not None and named.ids else None
