"""When an introduction is asked about again."""

from datetime import date, timedelta

#: How long two people are given before it is asked what came of it.
OUTCOME_AFTER = timedelta(weeks=2)


def outcome_day(made_on: date) -> date:
    return made_on + OUTCOME_AFTER
