"""Tags that are not there: said kindly, with those that may have been meant."""

from bot import keyboards
from bot.context import Context
from bot.handlers.replies import say
from bot.rules.tag_names import near_names
from storage import TagCount


async def is_known(context: Context, name: str) -> bool:
    return await context.db(context.store.find_tag, context.user.id, name) is not None


async def find_near(context: Context, name: str) -> list[TagCount]:
    """The tags whose names are nearest to that one."""
    tags = {tag.name: tag for tag in await context.db(context.store.tags, context.user.id)}
    return [tags[each] for each in near_names(name, list(tags))]


async def say_unknown(context: Context, name: str) -> None:
    """There is no such tag; those of nearly that name are offered."""
    near = await find_near(context, name)
    text = context.texts.unknown_tag(name, near=bool(near))
    await say(context, text, keyboards.near_tags(near, context.texts))
