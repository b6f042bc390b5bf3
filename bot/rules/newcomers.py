"""Somebody new, made from a sentence that named them before Dotty knew them."""

from typing import Any

from bot.rules.drafts import Draft
from bot.rules.meanings import Changed, Meaning, Noted, Touched
from bot.rules.outreach_meanings import Promised

_LISTS = {"phone": "phones", "email": "emails", "link": "links"}


def draft_of(name: str, meaning: Meaning) -> Draft:
    """The person with all that the sentence tells of them."""
    match meaning:
        case Touched(_, on, channel, note):
            return Draft(name, notes=(note,) if note else (), touched_on=on, channel=channel)
        case Noted(_, text):
            return Draft(name, notes=(text,) if text else ())
        case Promised(_, text):  # whoever is new is added first; what was promised isn't lost
            return Draft(name, notes=(text,))
        case Changed(_, facts):
            return Draft(name, **_fields(facts.items()))
        case _:
            return Draft(name)


def _fields(facts: Any) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for field, value in facts:
        if field == "cadence":
            fields["cadence_days"] = int(value)
        elif field == "tag":
            fields["tags"] = tuple(value.split(","))
        elif field in _LISTS:
            fields[_LISTS[field]] = (value,)
        elif field != "name":
            fields[field] = value
    return fields
