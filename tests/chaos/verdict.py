"""What a run comes to, by count: for each promise what was found, and how much of it may not be."""

import re
from collections import Counter, defaultdict
from dataclasses import asdict, dataclass, field
from datetime import timedelta
from itertools import pairwise

from tests.chaos.machines import Machine
from tests.chaos.people import FIRST, NUDGE, SYLLABLES, Deed
from tests.chaos.scenario import Bot, Late, Run
from tests.chaos.telegram import Sent

#: Seconds in which a killed process may have had a nudge's answer, and not yet have written it down.
UNSETTLED = 12.0
#: Seconds in which Telegram still carries out what a process has asked for and died.
ON_THE_WIRE = 1.0
#: What a process may grow to while nothing gets through to Telegram, in MB above what it was.
GROWTH = 40.0


#: Nudges a second, as Dotty's settings have it.
PACE = 20
#: Words that were true when the nudge was due, and need not be when it comes.
GREETING = re.compile(r"\b(good (morning|afternoon|evening)|this morning)\b", re.IGNORECASE)
SILLY = re.compile(
    r"\b(good (morning|afternoon|evening)|today|tonight|tomorrow|this morning|yesterday)\b", re.IGNORECASE
)


@dataclass
class Line:
    """One promise. `faults` says where it was broken; none may be there."""

    promise: str
    count: str
    faults: list[str] = field(default_factory=list)

    @property
    def holds(self) -> bool:
        return not self.faults


@dataclass
class Verdict:
    seed: int
    lines: list[Line]
    figures: dict[str, object]

    @property
    def holds(self) -> bool:
        return all(line.holds for line in self.lines)

    def table(self) -> str:
        rows = [f"{'holds' if one.holds else 'BROKEN':7} {one.promise:52} {one.count}" for one in self.lines]
        broken = [f"  {one.promise}: {fault}" for one in self.lines for fault in one.faults[:20]]
        figures = [f"  {name}: {value}" for name, value in self.figures.items()]
        return "\n".join([*rows, *(["", "Broken:", *broken] if broken else []), "", "Figures:", *figures])

    def json(self) -> dict[str, object]:
        lines = [asdict(one) | {"holds": one.holds} for one in self.lines]
        return {"seed": self.seed, "holds": self.holds, "lines": lines, "figures": self.figures}


def judge(run: Run, seed: int) -> Verdict:
    deeds = [deed for bot in run.bots for person in bot.people for deed in person.deeds]
    lines = [
        _nudges(run), _doubles(run), *_dones(run), _recorded(run), _answers(deeds), _order(run), _late(run), _gone(run),
        _obeyed(run), _stuck(run), _exits(run), _memory(run), _logs(run), _refused(run),
        Line("the harness ran without a fault of its own", f"{len(run.problems)} faults", run.problems),
    ]  # fmt: skip
    return Verdict(seed, lines, _figures(run, deeds))


def _nudges(run: Run) -> Line:
    due, missed = sum(bot.due for bot in run.bots), [each for bot in run.bots for each in bot.missed]
    faults = [f"{each.bot} user {each.user_id}, {each.what}" for each in missed]
    return Line("every due nudge sent, one for each slot", f"{due - len(missed)} of {due}", faults)


def _doubles(run: Run) -> Line:
    """A nudge may come twice where a process died between Telegram's answer and the commit, and where the answer never
    came. A clock that jumps over the ten minutes of a claim while the nudge is on its way does so too, and is counted."""
    causes: Counter[str] = Counter()
    faults = []
    for bot in run.bots:
        for sends in _nudge_sends(bot).values():
            for first, second in pairwise(sends):
                cause = _cause(run, first, second)
                causes[cause] += 1
                if cause == "unexplained":
                    faults.append(f"{first.button} to {first.chat_id}: {_told(run, first)}, then {_told(run, second)}")
    if causes["killed"] > len(run.kills):
        faults.append(f"{causes['killed']} by {len(run.kills)} kills")
    said = ", ".join(f"{count} {cause}" for cause, count in causes.items())
    return Line("doubled nudges only where a process died or no answer came", said or "none", faults)


def _told(run: Run, sent: Sent) -> str:
    return f"by {sent.process} at {sent.at - run.began:.1f} s ({'answered' if sent.answered else 'not answered'})"


def _nudge_sends(bot: Bot) -> dict[tuple[int, str], list[Sent]]:
    sends: dict[tuple[int, str], list[Sent]] = defaultdict(list)
    for sent in bot.telegram.record.sent:
        if sent.text.startswith(NUDGE) and sent.button:
            sends[sent.chat_id, sent.button].append(sent)
    return sends


def _cause(run: Run, first: Sent, second: Sent) -> str:
    if not first.answered:
        return "unanswered"
    if any(name == first.process and first.at - ON_THE_WIRE <= at <= first.at + UNSETTLED for at, name in run.kills):
        return "killed"
    outages = run.disk_full if first.process == "home" else run.postgres.outages
    if any(began - 1 <= first.at <= ended + 1 for began, ended in outages):
        return "database away"
    if any(first.at - UNSETTLED <= at <= second.at for at in run.jumps) and second.at - first.at < UNSETTLED:
        return "clock jumped"
    return "unexplained"


def _dones(run: Run) -> list[Line]:
    """By note, and by nudge where the button was tapped."""
    wanted, faults, typed, tapped = 0, [], 0, 0
    for bot in run.bots:
        notes = Counter(word for row in run.touches[bot.name] for word in [_topic(row.note)] if word)
        nudges = Counter((row.user_id, str(row.nudge_id)) for row in run.touches[bot.name] if row.nudge_id)
        for person in bot.people:
            for deed in person.deeds:
                if deed.kind == "done":
                    typed, found = typed + 1, notes[deed.word]
                elif deed.kind == "tap":
                    tapped, found = tapped + 1, nudges[person.id, deed.word.split(":")[1]]
                else:
                    continue
                wanted += 1
                if found != 1:
                    faults.append(f"{deed.kind} {deed.word} of {person.id}: {found} times; heard {deed.heard[:200]!r}")
    count = f"{wanted - len(faults)} of {wanted} ({typed} typed, {tapped} tapped)"
    return [Line("every “done” recorded once", count, faults)]


def _topic(note: str | None) -> str:
    return next((word.strip(".,") for word in (note or "").split() if word.startswith("topic-")), "")


def _recorded(run: Run) -> Line:
    """Notes and new contacts once each, and what was taken back not at all."""
    wanted, faults = 0, []
    for bot in run.bots:
        notes = Counter((row.user_id, _topic(row.text)) for row in run.notes[bot.name])
        contacts = run.contacts[bot.name]
        for person in bot.people:
            for deed in person.deeds:
                if deed.kind not in ("note", "add"):
                    continue
                wanted += 1
                found = (notes if deed.kind == "note" else contacts)[person.id, deed.word]
                if found != (0 if deed.undone else 1):
                    faults.append(f"{deed.kind} {deed.word} of {person.id}: {found} times, undone {deed.undone}")
    return Line(
        "every note and contact recorded once, undone if so said", f"{wanted - len(faults)} of {wanted}", faults
    )


def _answers(deeds: list[Deed]) -> Line:
    faults = [
        f"{deed.kind} {deed.word} of {deed.user_id} about {deed.about}: heard {deed.heard[-300:]!r}"
        for deed in deeds
        if deed.answered is None
    ]
    return Line("no answer lost", f"{len(deeds) - len(faults)} of {len(deeds)}", faults)


def _order(run: Run) -> Line:
    """Notes stand in the order they were written in, each user's."""
    faults, looked = [], 0
    for bot in run.bots:
        for person in bot.people:
            written = [deed.word for deed in person.deeds if deed.kind == "note"]
            place = {word: at for at, word in enumerate(written)}
            stored = [_topic(row.text) for row in run.notes[bot.name] if row.user_id == person.id]
            places = [place[word] for word in stored if word in place]
            looked += len(places)
            faults += [f"{person.id}: {written[b]} stands before {written[a]}"
                       for b, a in pairwise(places) if b > a]  # fmt: skip
    return Line("each user's order kept", f"{looked - len(faults)} of {looked}", faults)


def _late(run: Run) -> Line:
    """What was due while Telegram was out of reach: once each, in order of due time, at the pace, and with no word of a
    time that is not now."""
    faults = []
    for bot in run.bots:
        late = sorted((each for each in run.late if each.bot == bot.name), key=lambda each: each.at)
        for at, first in enumerate(late):
            sooner = _overtaken(first, late[at + 1 :])
            if sooner and not first.tried:
                faults.append(f"{first.user_id}, due {first.due:%H:%M}, came before {len(sooner)} who were due earlier")
            within = [each for each in late[at:] if each.at < first.at + 1]
            if len(within) > PACE * 1.5:
                faults.append(f"{len(within)} nudges within a second")
            if found := (GREETING if first.sent.date() == first.due.date() else SILLY).search(first.text):
                faults.append(f"{first.user_id} read {found[0]!r}, {(first.sent - first.due)} late")
    most = max((each.sent - each.due for each in run.late), default=timedelta())
    return Line("late nudges in order, at the pace, with nothing silly", f"{len(run.late)}, up to {most} late", faults)


def _overtaken(first: Late, others: list[Late], *, tried: bool = False) -> list[Late]:
    """Who was due earlier and had theirs later. Sends are on their way side by side, so a little is no matter."""
    behind = [each for each in others if each.tried is tried and first.at + 1.5 < each.at < first.at + 60]
    return [each for each in behind if each.due < first.due - timedelta(minutes=5)]


def _passed_over(run: Run) -> int:
    """Nudges that were tried in the outage, and came after some that were due later."""
    late = sorted(run.late, key=lambda each: each.at)
    found = {
        (each.user_id, each.due)
        for at, first in enumerate(late)
        for each in _overtaken(first, late[at + 1 :], tried=True)
    }
    return len(found)


def _gone(run: Run) -> Line:
    faults = [f"{each.bot} user {each.user_id}, {each.what}" for bot in run.bots for each in bot.paused_wrongly]
    gone, back = sum(bot.gone for bot in run.bots), sum(bot.back for bot in run.bots)
    return Line("the gone are paused, and come back when they write", f"{gone} went, {back} came back", faults)


def _obeyed(run: Run) -> Line:
    told = sum(bot.telegram.record.fates["429"] for bot in run.bots)
    faults = [each for bot in run.bots for each in bot.telegram.record.disobeyed]
    return Line("429 obeyed, with its seconds", f"{told} told, {len(faults)} calls too early", faults)


def _stuck(run: Run) -> Line:
    codes = [f"a process ended with {code} on SIGTERM" for code in run.codes if code != 0]
    return Line("no process stuck, and all end when told to", f"{len(run.codes)} processes", [*run.stuck, *codes])


def _exits(run: Run) -> Line:
    """Starting while the database is away ends a process, with a line; whoever keeps it starts it again."""
    faults = [each for each in run.exits if "with 78" not in each]
    return Line("no process ends by itself, but for want of a database", f"{len(run.exits)} did", faults)


def _memory(run: Run) -> Line:
    faults, most = [], 0.0
    for bot in run.bots:
        for machine in bot.machines:
            for began, ended in run.away:
                growth = _growth(machine, began, ended)
                most = max(most, growth)
                if growth > GROWTH:
                    faults.append(f"{machine.name} grew by {growth:.0f} MB without Telegram")
    return Line("memory holds while Telegram is away", f"{len(run.away)} times away, at most +{most:.1f} MB", faults)


def _growth(machine: Machine, began: float, ended: float) -> float:
    """Of a process that lived through it."""
    if not any(life.began + 10 < began and (life.ended is None or life.ended > ended) for life in machine.lives):
        return 0.0
    within = [mb for at, mb in machine.memory if began <= at <= ended + 2]
    before = [mb for at, mb in machine.memory if at < began]
    return max(within) - before[-1] if within and before else 0.0


def _logs(run: Run) -> Line:
    """Nothing personal, and no traceback."""
    words = ["Traceback", "topic-", "fleet-fleet", "home-home", *[f"{name} " for name in FIRST], *_surnames()]
    faults = []
    for name, text in run.logs.items():
        for word in words:
            if word in text:
                line = next(each for each in text.splitlines() if word in each)
                faults.append(f"{name}: {word!r} in {line[:200]!r}")
    return Line(
        "logs hold nothing personal, and no traceback", f"{sum(map(len, run.logs.values()))} characters", faults
    )


def _surnames() -> list[str]:
    return [f"{syllable.capitalize()}{other}" for syllable in SYLLABLES for other in SYLLABLES]


def _refused(run: Run) -> Line:
    """What Telegram refuses besides those who are gone, and edits that came too late."""
    expected = ("chat not found", "blocked", "not modified", "query is too old", "deactivated", "can't be edited")
    refused = {what: count for bot in run.bots for what, count in bot.telegram.record.refused.items()}
    faults = [f"{what}: {count}" for what, count in refused.items() if not any(word in what for word in expected)]
    return Line("Telegram refuses nothing the bot asks for", f"{sum(refused.values())} refusals", faults)


def _figures(run: Run, deeds: list[Deed]) -> dict[str, object]:
    took = sorted(deed.answered - deed.at for deed in deeds if deed.answered is not None)
    fates: Counter[str] = Counter()
    for bot in run.bots:
        fates += bot.telegram.record.fates
    errors = Counter(_kind(line) for text in run.logs.values() for line in text.splitlines() if " ERROR " in line)
    deliverer = run.bots[0].deliverer
    return {
        "weeks": run.rounds, "kills": len(run.kills), "PostgreSQL restarts": len(run.postgres.outages),
        "full disks": len(run.disk_full), "clock jumps": len(run.jumps), "Telegram away": len(run.away),
        "calls": sum(bot.telegram.record.calls for bot in run.bots), "fates": dict(fates),
        "webhook answers": dict(deliverer.statuses) if deliverer else {},
        "late nudges, tried in vain, that came behind some due later": _passed_over(run),
        "calls of the fleet's others within a 429": run.bots[0].telegram.record.disobeyed_by_others,
        "seconds to an answer, median and longest": (
            [round(took[len(took) // 2], 2), round(took[-1], 2)] if took else []
        ),
        "largest process in MB": round(max(
            (mb for bot in run.bots for machine in bot.machines for _, mb in machine.memory), default=0.0), 1),
        "refusals": {what: count for bot in run.bots for what, count in bot.telegram.record.refused.items()},
        "ended by themselves": run.exits, "errors logged": dict(errors.most_common(12)),
    }  # fmt: skip


def _kind(line: str) -> str:
    """A log line without its numbers."""
    return "".join("#" if letter.isdigit() else letter for letter in line.partition(" ERROR ")[2])[:160]
