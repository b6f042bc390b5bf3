"""What a text means, read with those of the user's people whom it may name."""

import asyncio
from collections.abc import Sequence
from datetime import date

from bot.context import Context
from bot.handlers.known import recall_alike, recall_mentioned
from bot.rules.drafts import Known
from bot.rules.meaning import understand
from bot.rules.meanings import Adding, Meaning, Noted, Unclear
from bot.rules.outreach_meanings import IntroOutcome, IntroReply

#: A text that is a name, and nothing else, is no longer than this.
_LONGEST, _MOST_WORDS = 80, 5


async def read_meaning(context: Context, text: str, on: date) -> Meaning:
    """The meaning of a text typed on that day, in the user's zone."""
    known = await recall_mentioned(context, text)
    meaning = await _understand(context, text, on, known)
    if isinstance(meaning, (IntroReply, IntroOutcome)) and not await _is_of_introduction(context, meaning):
        return Unclear((Noted(meaning.who, text),) if isinstance(meaning, IntroReply) and meaning.who else ())
    if _may_be_misspelt(text, meaning) and (alike := await recall_alike(context, text)):
        return await _understand(context, text, on, list(dict.fromkeys([*known, *alike])))
    return meaning


async def _is_of_introduction(context: Context, meaning: IntroReply | IntroOutcome) -> bool:
    """ "Ana said yes" and "they talked" are about an introduction only while one waits for that."""
    awaited = ("asked", "agreed") if isinstance(meaning, IntroReply) else ("made",)
    return bool(await context.db(context.store.introductions, context.user.id, awaited))


async def _understand(context: Context, text: str, on: date, known: Sequence[Known]) -> Meaning:
    # In a thread: the first city named reads a file, and a long list takes a while; others are answered meanwhile.
    return await asyncio.to_thread(understand, text, people=known, today=on, region=context.region)


def _may_be_misspelt(text: str, meaning: Meaning) -> bool:
    """Whether a short text that says nothing else may be a name with a typing mistake in it."""
    readings = meaning.readings if isinstance(meaning, Unclear) else None
    short = len(text) <= _LONGEST and len(text.split()) <= _MOST_WORDS
    return short and readings is not None and all(isinstance(each, (Adding, Noted)) for each in readings)
