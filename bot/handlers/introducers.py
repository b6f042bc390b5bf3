"""Who could introduce the user to somebody, and how to ask them."""

from bot.context import Context
from bot.handlers.introducing_by_hand import put_pair
from bot.handlers.replies import say
from bot.keyboards import introductions as keyboards
from bot.keyboards.data import COPY_LENGTH
from bot.matching import best_pair, introducers, words_to_seek
from bot.rules.ledger import only_asked


async def find(context: Context, query: str) -> None:
    """Those who may know somebody there, best first, with a reason each."""
    found = await context.db(introducers, context.store, context.user, query)
    people = await context.db(context.store.contacts_by_ids, context.user.id, [lead.contact_id for lead in found])
    if not people:
        await say(context, context.texts.no_introducers(query))
        return
    by_id = {contact.id: contact for contact in people}
    leads = [lead for lead in found if lead.contact_id in by_id]
    people = [by_id[lead.contact_id] for lead in leads]
    text = context.texts.introducers(query, leads, [contact.name for contact in people])
    await say(context, text, keyboards.introducers(people, query))


async def seek(context: Context, contact_id: int, query: str) -> None:
    """Words to ask them; before an ask to somebody one has only ever asked, that is said, and a give offered instead."""
    contact = await context.db(context.store.contact, context.user.id, contact_id)
    if contact is None:
        await say(context, context.texts.html(context.texts.gone()))
        return
    if only_asked(await context.db(context.store.ledger, context.user.id, contact_id)):
        text = context.texts.give_first(context.texts.only_asked(contact.name), contact.needs)
        await say(context, text, keyboards.give_first(contact_id, query, context.texts))
    else:
        await seek_anyway(context, contact_id, query)


async def seek_anyway(context: Context, contact_id: int, query: str) -> None:
    card = await context.db(context.store.card, context.user.id, contact_id)
    if card is None:
        await say(context, context.texts.html(context.texts.gone()))
        return
    words = words_to_seek(context.user, card, query)
    text = context.texts.ask_for_introduction(card.contact.name, words, tap_to_copy=len(words) > COPY_LENGTH)
    await say(context, text, keyboards.sought(words, card.points, context.texts))


async def give(context: Context, contact_id: int, query: str) -> None:
    """Somebody they should meet."""
    del query
    contact = await context.db(context.store.contact, context.user.id, contact_id)
    if contact is None:
        await say(context, context.texts.html(context.texts.gone()))
        return
    found = await context.db(best_pair, context.store, context.user, of=contact_id)
    if found is None:
        await say(context, context.texts.nobody_for(contact.name))
    else:
        await put_pair(context, found)
