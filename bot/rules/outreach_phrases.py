"""Sentences around reaching out, whichever of the readers of them knows one."""

from datetime import date

from bot.rules.intro_phrases import read_intro
from bot.rules.next_times import read_next_time
from bot.rules.outreach_meanings import Outreach
from bot.rules.promise_phrases import read_promise
from bot.rules.refusals import read_refusal
from bot.rules.rework_phrases import read_rework
from bot.rules.roster import Roster
from bot.rules.why_phrases import read_why
from bot.rules.yearly_phrases import read_yearly


def read_outreach(text: str, roster: Roster, *, today: date) -> Outreach | None:
    """What a sentence means of bot.rules.outreach_meanings; None for any other. What is certain comes first."""
    return (
        read_why(text, roster)
        or read_rework(text, roster)
        or read_intro(text, roster, today=today)
        or read_yearly(text, roster)
        or read_promise(text, roster, today=today)
        or read_refusal(text, roster)
        or read_next_time(text, roster, today=today)
    )
