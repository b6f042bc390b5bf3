"""Whom the user knows, as far as matching names needs it: those whom the words may mean, for everybody may be 30,000."""

from collections.abc import Sequence

from bot.context import Context
from bot.rules.drafts import Draft, Known
from bot.rules.names import Found, find

#: Namesakes of up to 300 people who are added at once; a first name alone may be shared by hundreds.
MOST_NAMESAKES = 5_000


async def recall_mentioned(context: Context, text: str) -> list[Known]:
    """Those of whose names a word is in the text, as it is written there or without a possessive ("Ana's")."""
    return _known(await context.db(context.store.named, context.user.id, text))


async def recall_alike(context: Context, typed: str) -> list[Known]:
    """Those whose names are like what was typed: the same, beginning so, or but for a typing mistake."""
    return _known(await context.db(context.store.alike, context.user.id, typed))


async def find_known(context: Context, typed: str) -> Found:
    """Whom a typed name may mean."""
    return find(typed, await recall_alike(context, typed))


async def recall_namesakes(context: Context, drafts: Sequence[Draft]) -> list[Known]:
    """Those whom the names of the drafts may mean exactly."""
    names = " ".join(draft.name for draft in drafts)
    return _known(await context.db(context.store.named, context.user.id, names, limit=MOST_NAMESAKES))


def _known(rows: Sequence[tuple[int, str]]) -> list[Known]:
    return [Known(contact_id, name) for contact_id, name in rows]
