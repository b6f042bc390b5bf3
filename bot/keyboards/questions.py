"""Buttons of what Dotty asks when it can't be sure."""

from collections.abc import Sequence

from telegram import InlineKeyboardMarkup

from bot.keyboards.data import button, in_lines, rows
from bot.rules.choices import Choice
from bot.rules.zones import Place
from bot.texts import Texts
from storage.models import Contact


def which(contacts: Sequence[Contact], choice: Choice, texts: Texts) -> InlineKeyboardMarkup:
    """A button for each contact a name may mean, then somebody new, then none of it."""
    labels = zip(texts.label_people(contacts), contacts, strict=True)
    people = [[button(label, "pick", contact.id, choice.token)] for label, contact in labels]
    new = [button(texts.label_add([choice.typed]), "other", 0, choice.token)] if choice.typed else []
    return rows(*people, [*new, button(texts.label("none"), "skip", 0, choice.token)])


def same(contacts: Sequence[Contact], choice: Choice, texts: Texts) -> InlineKeyboardMarkup:
    labels = zip(texts.label_people(contacts), contacts, strict=True)
    people = [[button(texts.label_same(label), "same", contact.id, choice.token)] for label, contact in labels]
    other = button(texts.label_other(), "other", 0, choice.token)
    return rows(*people, [other, button(texts.label("skip"), "skip", 0, choice.token)])


def meanings(labels: Sequence[str], choice: Choice, texts: Texts) -> InlineKeyboardMarkup:
    readings = [[button(label, "mean", number, choice.token)] for number, label in enumerate(labels)]
    return rows(*readings, [button(texts.label("none"), "skip", 0, choice.token)])


def add(names: Sequence[str], choice: Choice, texts: Texts, places: Sequence[Place] = ()) -> InlineKeyboardMarkup:
    """Add them, or not; or else the name is the place where the user is. Words without a capital may be no name."""
    no = button(texts.label_do("no"), "skip", 0, choice.token)
    here = [button(texts.label_here(place.name), "zone", 0, place.zone) for place in places]
    bare = choice.text.islower() and (choice.typed == choice.text or not choice.typed)
    other = [button(texts.label_do("else"), "do", 0, f"else.{choice.token}")] if bare else []
    return rows([button(texts.label_add(names), "add", 0, choice.token), no], here, other)


def purposes(choice: Choice, texts: Texts, *, may_be_name: bool) -> InlineKeyboardMarkup:
    """What an unrecognised text may be for."""
    whats = ["add"] if may_be_name else []
    buttons = [button(texts.label_do(what), "do", 0, f"{what}.{choice.token}") for what in [*whats, "note", "touch"]]
    return rows(*in_lines(buttons, 2), [button(texts.label_do("help"), "do", 0, "help")])
