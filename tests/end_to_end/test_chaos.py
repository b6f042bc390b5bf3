"""The chaos test in its short form; `python -m tests.chaos` is the long one."""

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from tests.chaos.people import NUDGE
from tests.chaos.scenario import SHORT, Missed, Run
from tests.chaos.verdict import judge
from tests.conftest import DATABASES

SEED = 7


@pytest.mark.parametrize("database", [each for each in DATABASES if each == "postgresql"])
def test_nothing_is_lost_while_everything_fails(database: str, tmp_path: Path) -> None:
    run = Run(SHORT, SEED, tmp_path, say=lambda _: None)
    asyncio.run(run.live())
    verdict = judge(run, SEED)
    assert verdict.holds, verdict.table()
    assert len(run.kills) > 1
    assert run.postgres.outages
    assert run.disk_full
    assert run.late
    spoil(run)
    broken = [line.promise for line in judge(run, SEED).lines if not line.holds]
    assert broken == [
        "every due nudge sent, one for each slot",
        "doubled nudges only where a process died or no answer came",
        "every “done” recorded once",
        "every note and contact recorded once, undone if so said",
        "no answer lost",
        "each user's order kept",
        "late nudges in order, at the pace, with nothing silly",
        "429 obeyed, with its seconds",
        "logs hold nothing personal, and no traceback",
    ]


def spoil(run: Run) -> None:
    """The counting sees what is wrong: here is one of each."""
    fleet = run.bots[0]
    fleet.missed.append(Missed("fleet", 1000, "none was planned"))
    nudge = next(sent for sent in reversed(fleet.telegram.record.sent) if sent.text.startswith(NUDGE) and sent.answered)
    fleet.telegram.record.sent.append(replace(nudge, at=nudge.at + 100))
    run.touches["fleet"].clear()
    written = {deed.word for person in fleet.people for deed in person.deeds if deed.kind == "note"}
    noted = [row for row in run.notes["fleet"] if any(word in row.text for word in written)]
    again = next(row for row in noted if sum(each.user_id == row.user_id for each in noted) > 1)
    run.notes["fleet"].append(again)  # the first of several: it is there twice, and out of order
    fleet.people[0].deeds[0].answered = None
    run.late[0].text = "Good morning, Ana"
    fleet.telegram.record.disobeyed.append("fleet0 called sendMessage too early")
    run.logs["home"] += "ERROR topic-1"
