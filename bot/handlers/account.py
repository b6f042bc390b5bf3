"""All of a user's data: out as files, or gone."""

from telegram import InputFile, Update

from bot.context import Context
from bot.handlers.replies import say
from bot.handlers.steps import step, wait_for
from bot.rules.exporting import to_csv, to_json, to_vcards


async def export_command(update: Update, context: Context) -> None:
    """Everything, as JSON; the contacts as vCard and CSV too."""
    export = await context.db(context.store.export, context.user.id)
    if export is None:
        await say(update, context, context.texts.nothing_to_erase())
        return
    await say(update, context, context.texts.export_ready(len(export.cards)))
    day = context.today.isoformat()
    files = [(f"dotty-{day}.json", to_json(export, context.now()))]
    if export.cards:
        files += [(f"dotty-{day}.vcf", to_vcards(export.cards)), (f"dotty-{day}.csv", to_csv(export.cards))]
    for name, content in files:
        await context.bot.send_document(context.user.id, InputFile(content, filename=name))


async def erase_command(update: Update, context: Context) -> None:
    """Ask for the words that delete everything."""
    _, people = await context.db(context.store.people, context.user.id, offset=0, limit=1)
    await wait_for(context, step(context, "erase"))
    await say(update, context, context.texts.ask_erase(people))


async def take_erase(update: Update, context: Context, text: str) -> None:
    """The very words delete everything; any others keep it."""
    if " ".join(text.lower().split()).strip(".!\"'“”") != context.texts.erase_phrase():
        await wait_for(context, None)
        await say(update, context, context.texts.not_erased())
        return
    await context.db(context.store.erase, context.user.id)
    await say(update, context, context.texts.erased())
