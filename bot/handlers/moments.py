"""Days and hours as the user reads them: the next nudge, the next time with somebody, a change of settings."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.context import Context
from bot.rules.schedule import hour_of, local_day
from bot.texts import Html
from storage.models import Contact, User


def spoken(context: Context, instant: datetime, user: User | None = None) -> str:
    """An instant as "tomorrow at 09:00", in the user's zone."""
    zone = ZoneInfo((user or context.user).timezone)
    there = instant.astimezone(zone)
    return context.texts.moment(there.date(), there.time(), context.now().astimezone(zone).date())


def next_nudge(context: Context, user: User | None = None) -> str:
    """When the next nudge comes; "" while paused."""
    user = user or context.user
    due = user.next_nudge_at
    if due is None:
        return ""
    hour = hour_of(user, due)  # they chose that one, and know nothing of a spread
    return spoken(context, hour if hour > context.now() else due, user)


def next_time(context: Context, contact: Contact) -> str | None:
    """When the cadence asks for the contact again; None without a cadence."""
    return context.texts.due(contact, context.today) if contact.next_due_on else None


def settings_changed(context: Context, user: User, fields: list[str]) -> Html:
    """The line that answers a change of settings, by what changed."""
    texts, when = context.texts, next_nudge(context, user)
    changed = set(fields)
    if changed == {"model_on"}:
        return texts.model_set(on=user.model_on)
    if "paused_until" in changed or changed == {"next_nudge_at"}:
        if user.next_nudge_at is not None and user.paused_until is None:
            return texts.resumed(when)
        return texts.paused(_day(context, user), when)
    if changed & {"people_per_week", "every_weeks"}:
        return texts.pace_set(user, when)
    if changed & {"timezone", "timezone_known"}:
        return texts.zone_set(user, context.now().astimezone(ZoneInfo(user.timezone)).time(), when)
    if changed & {"nudge_weekday", "nudge_time"}:
        return texts.when_set(user, when)
    return texts.settings(user, when, context.bot_data.spread)


def _day(context: Context, user: User) -> str | None:
    """The first day after the pause; None for a pause without end."""
    if user.paused_until is None:
        return None
    today = local_day(context.now(), user.timezone)
    return context.texts.day(local_day(user.paused_until, user.timezone), today)
