"""Adding people: what was read goes in with an Undo; a name that is there already is asked about first."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace

from telegram import Update

from bot import keyboards
from bot.context import Context
from bot.handlers import answers, files, questions, setup
from bot.handlers.known import recall_namesakes
from bot.handlers.replies import say
from bot.handlers.steps import choosing, step, wait_for
from bot.rules.choices import Choice
from bot.rules.contact_cards import read_card
from bot.rules.drafts import Draft
from bot.rules.facts import read_facts
from bot.rules.name_shapes import likely_name
from bot.rules.names import find, fold
from bot.rules.people import PeopleReading, read_people
from storage import NewContact
from storage.models import Contact


async def add_command(update: Update, context: Context) -> None:
    """/add with people behind it adds them; alone it asks for them."""
    typed = " ".join(context.args or [])
    if not typed or update.message is None or update.message.text is None:
        await ask_names(update, context)
        return
    await add_typed(update, context, update.message.text.split(maxsplit=1)[1], insist=True)


async def ask_names(update: Update, context: Context) -> None:
    left = setup.left_questions(context)
    await wait_for(context, step(context, "names", **({"left": left} if left is not None else {})))
    markup = keyboards.rows(keyboards.to_picker(context.texts), keyboards.skip_button(context.texts))
    await say(context, context.texts.ask_names(), markup)


async def add_typed(update: Update, context: Context, text: str, *, insist: bool = False) -> None:
    """Read people out of a text that was asked for as such: a bare name is enough.

    `insist`: they said that it is a person, so what is before the first comma is the name, unless it is a sentence:
    then they are asked for the name.
    """
    choice = Choice(context.update_id, text, context.today)
    reading = await asyncio.to_thread(read_people, text, today=context.today, region=context.region)
    if reading.evidence != "none":
        await add(update, context, choice, reading, sure=True)
    elif insist and (draft := _as_named(context, text)) is not None:
        await add_drafts(update, context, choice.about([draft]))
    elif insist:
        await ask_names(update, context)
    else:
        await questions.ask(update, context, choice.ask("what"))


def _as_named(context: Context, text: str) -> Draft | None:
    head, _, facts = text.removeprefix("add ").partition(",")
    name = likely_name(head)
    return replace(read_facts(facts, today=context.today, region=context.region), name=name) if name else None


async def add(update: Update, context: Context, choice: Choice, reading: PeopleReading, *, sure: bool = False) -> None:
    """Add what was read, once it is clear what was meant: two readings are offered, a bare name is confirmed."""
    drafts = reading.drafts
    if len(drafts) > files.MOST_TYPED and choice.reading is None and not any(each.cadence_days for each in drafts):
        await files.take_in_text(context, choice.text)
        return
    if reading.alternative and choice.reading is None:
        labels = [_label(context, each) for each in (reading.drafts, reading.alternative)]
        await questions.ask(update, context, choice.ask("mean", labels=labels))
        return
    if reading.alternative and choice.reading == 1:
        drafts = reading.alternative
    if reading.evidence == "weak" and not sure and choice.reading is None and not await _all_known(context, drafts):
        await questions.ask(update, context, choice.about(drafts).ask("new"))
        return
    await add_drafts(update, context, choice.about(drafts))


async def has_namesake(context: Context, draft: Draft) -> bool:
    return await _all_known(context, [draft])


async def _all_known(context: Context, drafts: Sequence[Draft]) -> bool:
    """Whether each is asked about anyway, as somebody's namesake."""
    people = await recall_namesakes(context, drafts)
    return all(find(draft.name, people).exact for draft in drafts)


def _label(context: Context, drafts: tuple[Draft, ...]) -> str:
    return context.texts.label_add_with([(draft.name, draft.notes) for draft in drafts])


async def add_drafts(update: Update, context: Context, choice: Choice) -> None:
    """Add those who are new in one change; then, one by one, ask about the namesakes."""
    people = await recall_namesakes(context, choice.drafts)
    fresh: list[Draft] = []
    namesakes: list[Draft] = []
    for draft in choice.drafts:
        twice = any(fold(draft.name) == fold(other.name) for other in fresh)
        (namesakes if twice or find(draft.name, people).exact else fresh).append(draft)
    rest = choice.about(namesakes).ask("same")
    if not fresh:
        await questions.ask(update, context, rest)
        return
    await _write(update, context, fresh, rest if namesakes else None)


async def _write(update: Update, context: Context, drafts: list[Draft], rest: Choice | None) -> None:
    left = setup.left_questions(context)
    then = choosing(context, rest) if rest else None
    if then is None and left:
        then = step(context, "setup", token=context.update_id, left=[each for each in left if each != "who"])
    rows = [new_contact(context, draft) for draft in drafts]
    change = await context.db(
        context.store.add_contacts, context.user.id, context.update_id, rows, now=context.now(), then=then
    )
    if change is not None:
        await answers.answer(update, context, change)


def new_contact(context: Context, draft: Draft) -> NewContact:
    """The rows that a draft makes."""
    points = [("phone", each) for each in draft.phones] + [("email", each) for each in draft.emails]
    points += [("link", each) for each in draft.links]
    points += [(kind, value) for kind in ("telegram", "telegram_id") if (value := getattr(draft, kind))]
    contact = Contact(
        user_id=context.user.id, name=draft.name, name_key="", cadence_days=draft.cadence_days, company=draft.company,
        role=draft.role, met=draft.met, met_on=draft.met_on, city=draft.city, birthday=draft.birthday,
        language=draft.language, needs=draft.needs, offers=draft.offers, added_on=context.today,
        created_at=context.now(),
    )  # fmt: skip
    touch = (draft.touched_on, draft.channel) if draft.touched_on else None
    return NewContact(contact, tuple(points), draft.tags, draft.notes, touch)


async def merge_first(update: Update, context: Context, choice: Choice, contact_id: int) -> None:
    rest = choice.settle_first().ask("same")
    then = choosing(context, rest) if rest.drafts else None
    change = await context.db(
        context.store.merge_facts, context.user.id, context.update_id, contact_id,
        new_contact(context, choice.drafts[0]), now=context.now(), then=then,
    )  # fmt: skip
    if change is None:
        await say(context, context.texts.html(context.texts.gone()))
    else:
        await answers.answer(update, context, change)


async def add_first(update: Update, context: Context, choice: Choice) -> None:
    """The first draft is somebody else than the namesake."""
    rest = choice.settle_first().ask("same")
    await _write(update, context, [choice.drafts[0]], rest if rest.drafts else None)


async def shared_contact(update: Update, context: Context) -> None:
    """A contact card from the phone, with its vCard where there is one."""
    card = update.message.contact if update.message else None
    if card is None:
        return
    draft = read_card(
        card.vcard, first_name=card.first_name, last_name=card.last_name, phone=card.phone_number, region=context.region
    )
    if not draft.name.strip():
        draft = replace(draft, name=card.phone_number)
    if card.user_id:
        draft = replace(draft, telegram_id=str(card.user_id))
    await add_drafts(update, context, Choice(context.update_id, "", context.today).about([draft]))
