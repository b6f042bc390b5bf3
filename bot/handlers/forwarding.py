"""People who come from Telegram itself: picked, forwarded, or pasted as an address."""

from dataclasses import replace

from telegram import MessageOriginHiddenUser, MessageOriginUser, Update

from bot import keyboards
from bot.context import Context
from bot.handlers import adding, editing, people, questions
from bot.handlers.replies import nod, say
from bot.rules.choices import Choice
from bot.rules.drafts import Draft
from bot.rules.names import clean_text
from bot.rules.telegram_people import keys_of_address, telegram_person

#: A draft waits in the user's step; a longer text is cut there.
WORDS_LENGTH = 4000


async def press_picker(update: Update, context: Context) -> None:
    """Show the button that opens Telegram's own list of people."""
    await nod(update)
    await say(context, context.texts.ask_pick(), keyboards.picker(context.texts))


async def users_shared(update: Update, context: Context) -> None:
    """People picked in Telegram: added, but for those who are there, by Telegram's number or username."""
    shared = update.message.users_shared if update.message else None
    drafts = [
        telegram_person(each.user_id, each.first_name, each.last_name, each.username)
        for each in (shared.users if shared else ())
    ]
    known = [(draft, await find_by_address(context, draft)) for draft in drafts if draft.name]
    fresh = [draft for draft, contact_id in known if contact_id is None]
    there = [contact_id for _, contact_id in known if contact_id is not None]
    if not known:
        await say(context, context.texts.picked_nameless())
    if len(there) == 1 and not fresh:
        await people.show_card(update, context, there[0])
    elif there:
        contacts = await context.db(context.store.contacts_by_ids, context.user.id, there)
        await say(context, context.texts.picked_known([contact.name for contact in contacts]))
    if fresh:
        await adding.add_drafts(update, context, Choice(context.update_id, "", context.today).about(fresh))


async def find_by_address(context: Context, draft: Draft) -> int | None:
    """The contact who has the surest of the draft's addresses."""
    keys = keys_of_address(draft)
    found = await context.db(context.store.match, context.user.id, keys) if keys else {}
    return next((found[key] for key in keys if key in found), None)


def writer_of(update: Update) -> Draft | None:
    """Who wrote what was forwarded: a person other than who forwards it; None for bots, groups and channels."""
    origin = update.message.forward_origin if update.message else None
    if isinstance(origin, MessageOriginHiddenUser):
        writer = telegram_person(None, origin.sender_user_name, None, None)
    elif isinstance(origin, MessageOriginUser) and not origin.sender_user.is_bot:
        user = origin.sender_user
        if update.effective_user is not None and user.id == update.effective_user.id:
            return None
        writer = telegram_person(user.id, user.first_name, user.last_name, user.username)
    else:
        return None
    return writer if writer.name else None


async def take_forwarded(update: Update, context: Context, writer: Draft, text: str) -> None:
    """A forwarded message: kept as a note on its writer, where Telegram's number or username tells who that is. A name
    alone is asked about; somebody new is offered to be added, with the message as the first note."""
    words = clean_text(text).strip()[:WORDS_LENGTH]
    contact_id = await find_by_address(context, writer)
    if contact_id is not None and words:
        await editing.write_note(update, context, contact_id, words)
    elif contact_id is not None:
        await _ask_words(update, context, contact_id)
    else:
        await offer(update, context, replace(writer, notes=(words,) if words else ()))


async def _ask_words(update: Update, context: Context, contact_id: int) -> None:
    contact = await context.db(context.store.contact, context.user.id, contact_id)
    if contact is not None:
        await editing.ask_note(update, context, contact_id, context.texts.forwarded_nothing(contact.name))


async def take_address(update: Update, context: Context, draft: Draft) -> None:
    """An address on Telegram or LinkedIn: the card of who has it, or else an offer to add them."""
    contact_id = await find_by_address(context, draft)
    if contact_id is not None:
        await people.show_card(update, context, contact_id)
    elif draft.name:
        await offer(update, context, draft)
    else:
        await questions.ask(update, context, Choice(context.update_id, draft.links[0], context.today).ask("what"))


async def offer(update: Update, context: Context, draft: Draft) -> None:
    """Add them? Or, where somebody of that name is there: is it the same person?"""
    choice = Choice(context.update_id, "", context.today).about([draft])
    known = await adding.has_namesake(context, draft)
    await questions.ask(update, context, choice.ask("same" if known else "new"))


async def forwarded(update: Update, context: Context) -> None:
    """A forwarded message without words of its own: a picture, a voice, a file that is no list of people."""
    writer = writer_of(update)
    if writer is None:
        await say(context, context.texts.cant_read())
    else:
        caption = (update.message.caption if update.message else None) or ""
        await take_forwarded(update, context, writer, caption)
