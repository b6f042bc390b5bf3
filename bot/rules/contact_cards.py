"""A contact shared from a telephone: the name and number Telegram gives, and the vCard that may come with them."""

from dataclasses import replace

from bot.rules.drafts import Draft
from bot.rules.files.card_facts import WANTED, read_person
from bot.rules.files.card_lines import read_property, split_cards
from bot.rules.names import clean_name
from bot.rules.phones import normalise_phone

#: Telegram gives at most 2,048 bytes of vCard; a photograph in a longer one is nothing to read.
MOST_CHARACTERS = 100_000


def read_card(vcard: str | None, *, first_name: str, last_name: str | None, phone: str, region: str | None) -> Draft:
    """The contact as a Draft. Its name is Telegram's, else the card's, else the number; "" when there is none at all.

    Of several cards the first counts. What cannot be read of a vCard is left out. Never raises.
    """
    person = _read(vcard, region) if vcard and len(vcard) <= MOST_CHARACTERS else Draft("")
    number = normalise_phone(phone, region)
    phones = tuple(dict.fromkeys((number, *person.phones) if number else person.phones))
    name = clean_name(f"{first_name} {last_name or ''}") or person.name or next(iter(phones), "")
    return replace(person, name=name, phones=phones)


def _read(vcard: str, region: str | None) -> Draft:
    """What the card says. What only Dotty's own export says of dealing with somebody was said by another user."""
    card = next(split_cards(vcard.splitlines(), WANTED), None)
    if card is None:
        return Draft("")
    properties = (each for line in card.properties if (each := read_property(line)) is not None)
    return read_person((each for each in properties if not each.name.startswith("X-DOTTY-")), region)
