"""vCard files of any version, one card or thousands."""

from dataclasses import replace

from bot.rules.drafts import Draft
from bot.rules.files.card_facts import WANTED, is_organisation, is_own, read_person
from bot.rules.files.card_lines import CardLines, Property, plain, read_property, split_cards
from bot.rules.files.encodings import open_text
from bot.rules.files.gathering import Gathering
from bot.rules.files.person_names import is_robot, tidied_name
from bot.rules.files.shapes import FileReading
from bot.rules.names import NAME_LENGTH


def read_vcards(content: bytes, *, region: str | None, most: int) -> FileReading:
    """The people of the cards; a broken card costs itself alone. `region` (an ISO 3166 country) completes numbers
    without a country code. Never raises.
    """
    gathering = Gathering(most)
    with open_text(content) as lines:
        for card in split_cards(lines, WANTED):
            _take(gathering, card, region)
            if gathering.is_full:
                break
    if not gathering.people and not gathering.skipped:
        return FileReading("vcard", problem="not_people")
    return gathering.reading("vcard")


def _take(gathering: Gathering, card: CardLines, region: str | None) -> None:
    properties = [each for line in card.properties if (each := read_property(line)) is not None]
    person = read_person(properties, region)
    if not is_own(properties):
        person = _tidied(person)
    if not person.name:
        _skip_nameless(gathering, card.line, properties, person)
    elif _is_firm(properties, person):
        gathering.skip(card.line, person.name, "not_person")
    elif is_robot(person.name, list(person.emails)):
        gathering.skip(card.line, person.name, "robot")
    elif is_own(properties):
        gathering.people.append(person)
    else:
        gathering.add(card.line, person)


def _tidied(person: Draft) -> Draft:
    """The name without emoji and degrees, as in every other file."""
    return replace(person, name=tidied_name(person.name) or "") if person.name else person


def _is_firm(properties: list[Property], person: Draft) -> bool:
    """Whether the card says so, or its only name is the firm's."""
    if is_organisation(properties):
        return True
    named = any(each.name == "N" and plain(each.value).strip("; \t") for each in properties)
    return not named and not is_own(properties) and person.company is not None and person.name == person.company


def _skip_nameless(gathering: Gathering, line: int, properties: list[Property], person: Draft) -> None:
    written = next((plain(each.value).strip() for each in properties if each.name == "FN"), "")
    if len(written) > NAME_LENGTH:
        gathering.skip(line, written, "too_long")
    elif person.company or is_organisation(properties):
        gathering.skip(line, person.company or written, "not_person")
    else:
        reached = (*person.phones, *person.emails, *person.links)
        gathering.skip(line, written or next(iter(reached), ""), "no_name")
