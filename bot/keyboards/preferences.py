"""Buttons of the first steps and of the settings."""

from collections.abc import Sequence

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, KeyboardButton, ReplyKeyboardMarkup

from bot.keyboards.data import button, in_lines, rows
from bot.texts import Texts
from bot.texts.people import clip
from storage.models import User


def setup(user: User, left: Sequence[str], texts: Texts) -> InlineKeyboardMarkup:
    """The small questions that are left, each a button."""
    asks = [[button(texts.label_setup(what, user), "ask", 0, what)] for what in left]
    return rows(*asks, [button(texts.label("skip"), "ask", 0, "skip")])


def zone(texts: Texts, user: User) -> InlineKeyboardMarkup:
    yes = button(texts.label_setting("yes", user), "zone", 0, "yes")
    where = button(texts.label_setting("location", user), "zone", 0, "location")
    return rows([yes], [where], [button(texts.label("skip"), "skip")])


def places(zones: Sequence[tuple[str, str]], texts: Texts) -> InlineKeyboardMarkup:
    """A button a place: its label, and the zone it stands for."""
    return rows(
        *[[button(clip(label, 60), "zone", 0, name)] for label, name in zones], [button(texts.label("skip"), "skip")]
    )


def location(texts: Texts, user: User) -> ReplyKeyboardMarkup:
    share = KeyboardButton(texts.label_setting("location", user), request_location=True)
    return ReplyKeyboardMarkup([[share]], resize_keyboard=True, one_time_keyboard=True)


def when(texts: Texts) -> InlineKeyboardMarkup:
    days = [button(texts.weekday(day)[:3], "weekday", 0, day) for day in range(7)]
    hours = [button(f"{hour:02}:00", "hour", 0, hour) for hour in (7, 8, 9, 12, 17, 20)]
    return rows(days[:4], days[4:], hours[:3], hours[3:], [button(texts.label("skip"), "skip")])


def settings(user: User, texts: Texts, *, paused: bool, model: bool = False) -> InlineKeyboardMarkup:
    """`model`: whether the operator has one for openers."""
    names = ["zone", "when", "perweek", "remind", "resume" if paused else "pause"]
    choices = [button(texts.label_setting(name, user), "settings", 0, name) for name in names]
    by_model = [button(texts.label_model(on=user.model_on), "model")] if model else []
    return rows(*in_lines(choices, 2), by_model)


def per_week() -> InlineKeyboardMarkup:
    return rows([button(str(count), "perweek", 0, count) for count in range(1, 8)])


def pause(texts: Texts) -> InlineKeyboardMarkup:
    return rows(*in_lines([button(texts.label_pause(days), "pause", 0, days) for days in (7, 14, 30, 0)], 2))


def skip(texts: Texts) -> InlineKeyboardMarkup:
    return rows(skip_button(texts))


def skip_button(texts: Texts) -> list[InlineKeyboardButton]:
    return [button(texts.label("skip"), "skip")]
