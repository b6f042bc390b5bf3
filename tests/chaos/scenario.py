"""One run: two bots, a fleet on PostgreSQL and one at home on SQLite, live through weeks of trouble; then all is counted.

A round is a week: the clock jumps to where everybody is due, trouble comes for so many seconds, and then it is waited
until every nudge is out. What a dead process had claimed comes back ten minutes later: the clock is moved there once
nothing is in hand any more.
"""

import asyncio
import socket
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

from tests.chaos.book import Book, Slot
from tests.chaos.clock import MovedClock
from tests.chaos.delivering import SECRET, Deliverer
from tests.chaos.faults import Faults
from tests.chaos.machines import Machine, Postgres, fleet_settings, home_settings
from tests.chaos.people import Person
from tests.chaos.telegram import ChaosTelegram
from tests.chaos.waiting import until

FLEET_TOKEN = "1000001:fleet-fleet-fleet-fleet-fleet-fleet-fleet"
HOME_TOKEN = "1000002:home-home-home-home-home-home-home-home"
CLAIM = timedelta(minutes=10, seconds=5)
#: A nudge that did not get through is tried again after a minute.
AGAIN = timedelta(seconds=65)
#: Seconds for a round's nudges to get out, and for processes to start.
NUDGES_PATIENCE, START_PATIENCE = 100.0, 60.0
SAY_EVERY = 30.0


@dataclass(frozen=True, kw_only=True)
class Size:
    """How much of everything. `seconds` is for all the rounds together, `round` is a round's time of trouble."""

    seconds: float
    round: float = 25.0
    fleet: int = 3
    fleet_users: int = 24
    home_users: int = 8
    #: Of the fleet, who never write again once they have told of their people.
    quiet_users: int = 80
    strength: float = 1.0
    kill_every: float = 9.0
    restart_every: float = 45.0
    full_disk_every: float = 40.0
    jump_every: float = 30.0
    away_every: float = 120.0
    repeats: float = 0.08
    hasty: float = 0.05
    #: After so many weeks of trouble there is one in which Telegram is out of reach for an hour, and nothing else wrong.
    late_every: int = 4
    #: Seconds between two ticks of a process.
    tick: float = 5.0
    #: Seconds that this hour takes.
    out_of_reach: float = 20.0

    @property
    def rest(self) -> float:
        """Seconds in which what is due surely has begun to go out: two ticks, and a little."""
        return 2 * self.tick + 2


SHORT = Size(
    seconds=4, round=4, fleet=2, fleet_users=5, quiet_users=0, home_users=2, kill_every=2, restart_every=3,
    full_disk_every=2, jump_every=60, away_every=60, late_every=10, out_of_reach=4, tick=1.0,
)  # fmt: skip


@dataclass(slots=True)
class Late:
    """A nudge that was due while Telegram was out of reach; instants by the moved clock, `at` monotonic."""

    bot: str
    user_id: int
    due: datetime
    sent: datetime
    at: float
    text: str
    #: Claimed, and sent in vain, before Telegram was back; when it is tried again hangs on when it was tried.
    tried: bool


@dataclass(slots=True)
class Missed:
    bot: str
    user_id: int
    what: str


@dataclass
class Bot:
    """One token: its Telegram, its processes, its database, its people."""

    name: str
    telegram: ChaosTelegram
    machines: list[Machine]
    people: list[Person]
    book: Book
    deliverer: Deliverer | None = None
    due: int = 0
    missed: list[Missed] = field(default_factory=list)
    paused_wrongly: list[Missed] = field(default_factory=list)
    gone: int = 0
    back: int = 0

    def machine(self, name: str) -> Machine:
        return next(each for each in self.machines if each.name == name)


class Run:
    """All that a run knows. `notes` is what happened, for people to read."""

    def __init__(self, size: Size, seed: int, folder: Path, say: Callable[[str], None]) -> None:
        self.size = size
        self.rng = Random(seed)
        self.folder = folder
        self.say = say
        self.clock = MovedClock(folder / "offset")
        self.clock.set(0.0)
        self.faults = Faults(Random(seed + 1))
        self.postgres = Postgres()
        self.bots: list[Bot] = []
        self.began = time.monotonic()
        self.events: list[tuple[float, str]] = []
        self.kills: list[tuple[float, str]] = []
        self.jumps: list[float] = []
        self.disk_full: list[tuple[float, float]] = []
        self.away: list[tuple[float, float]] = []
        self.rounds = 0
        self.late: list[Late] = []
        self.stuck: list[str] = []
        self.exits: list[str] = []
        self.codes: list[int | None] = []
        self.problems: list[str] = []
        self._keep = True
        self._living = True
        self._tasks: set[asyncio.Task[Any]] = set()
        self._gates: dict[str, float] = {}

    # The machines

    @asynccontextmanager
    async def _opened(self) -> AsyncIterator[None]:
        try:
            await asyncio.to_thread(self.postgres.start)
            await self._build()
            yield
        finally:
            self._keep = self._living = False
            for task in self._tasks:
                task.cancel()
            await asyncio.gather(*self._tasks, return_exceptions=True)
            for bot in self.bots:
                for machine in bot.machines:
                    machine.kill()
                await bot.telegram.go()
                bot.book.close()
            await asyncio.to_thread(self.postgres.stop)

    async def _build(self) -> None:
        size = self.size
        fleet = ChaosTelegram(FLEET_TOKEN, self.clock.now, self.faults, self._kill_named)
        home = ChaosTelegram(HOME_TOKEN, self.clock.now, self.faults, self._kill_named)
        await fleet.come()
        await home.come()
        ports = [_free_port() for _ in range(size.fleet)]
        machines = [
            Machine(f"fleet{at}", self.folder, size.tick,
                    fleet_settings(at, port, self.postgres.url, fleet.url, FLEET_TOKEN, SECRET))
            for at, port in enumerate(ports)
        ]  # fmt: skip
        at_home = Machine("home", self.folder, size.tick, home_settings(self.folder, home.url, HOME_TOKEN))
        people = [*self._people(fleet, 1000, size.fleet_users), *self._quiet(fleet, 5000)]
        urls = [f"http://127.0.0.1:{port}/telegram" for port in ports]
        self.bots = [
            Bot("fleet", fleet, machines, people, Book(self.postgres.url),
                Deliverer(fleet.api, urls, Random(self.rng.random()))),
            Bot("home", home, [at_home], self._people(home, 2000, size.home_users),
                Book(f"sqlite:///{self.folder / 'home.db'}")),
        ]  # fmt: skip

    def _people(self, telegram: ChaosTelegram, first: int, count: int) -> list[Person]:
        """One in six goes away now and then, one way or the other."""
        ways = ["blocked" if at % 12 == 5 else "deleted" if at % 12 == 2 else "" for at in range(count)]
        return [
            Person(telegram, first + at, Random(self.rng.random()), blocks=way) for at, way in enumerate(ways)
        ]  # fmt: skip

    def _quiet(self, telegram: ChaosTelegram, first: int) -> list[Person]:
        rngs = [Random(self.rng.random()) for _ in range(self.size.quiet_users)]
        return [Person(telegram, first + at, rng, quiet=True) for at, rng in enumerate(rngs)]

    def _kill_named(self, process: str) -> None:
        for bot in self.bots:
            for machine in bot.machines:
                if machine.name == process:
                    self._kill(bot, machine, "at a call")

    def _kill(self, bot: Bot, machine: Machine, why: str) -> None:
        if machine.kill():
            self.kills.append((time.monotonic(), machine.name))
            bot.telegram.forget(machine.name)
            self._note(f"killed {machine.name} {why}")

    def _note(self, what: str) -> None:
        self.events.append((time.monotonic() - self.began, what))

    def _spawn(self, work: Coroutine[Any, Any, Any]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._ended)

    def _ended(self, task: "asyncio.Task[Any]") -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            self.problems.append(f"the harness itself: {error!r}")

    async def _keeper(self) -> None:
        """Starts again what has ended, as whoever runs a bot does."""
        while self._keep:
            for bot in self.bots:
                for machine in bot.machines:
                    if not machine.look() and self._keep:
                        self._restart(bot, machine)
            await asyncio.sleep(0.2)

    def _restart(self, bot: Bot, machine: Machine) -> None:
        life = machine.lives[-1] if machine.lives else None
        if life is not None and not life.killed and life.code is not None:
            self._note(f"{machine.name} ended by itself with {life.code}")
            self.exits.append(f"{machine.name} ended by itself with {life.code}: {_last_line(machine.log)}")
            life.killed = True  # told once
        now = time.monotonic()
        # A moment's rest, as a supervisor gives it.
        if life is not None and life.ended is not None and now - life.ended < self._rest(machine):
            return
        bot.telegram.forget(machine.name)
        machine.start()

    def _rest(self, machine: Machine) -> float:
        return 0.2 + (len(machine.lives) % 5) * 0.3

    async def _measurer(self) -> None:
        said = time.monotonic()
        while self._keep:
            for bot in self.bots:
                for machine in bot.machines:
                    machine.measure()
            if time.monotonic() - said > SAY_EVERY:
                said = time.monotonic()
                self.say(self.progress())
            await asyncio.sleep(2)

    def progress(self) -> str:
        sent = sum(len(bot.telegram.record.sent) for bot in self.bots)
        deeds = sum(len(person.deeds) for bot in self.bots for person in bot.people)
        missed = sum(len(bot.missed) for bot in self.bots)
        return (
            f"{time.monotonic() - self.began:5.0f} s  week {self.rounds}  kills {len(self.kills)}  "
            f"restarts {len(self.postgres.outages)}  full disks {len(self.disk_full)}  jumps {len(self.jumps)}  "
            f"deeds {deeds}  messages {sent}  missed {missed}"
        )

    # The troubles

    async def _every(self, seconds: float, what: Callable[[], Awaitable[None]], end: float) -> None:
        """Again and again, at random; the time between is kept from round to round."""
        name = getattr(what, "__name__", str(what))
        while True:
            due = self._gates.setdefault(name, time.monotonic() + self.rng.uniform(0.2, 1.0) * seconds)
            if due >= end:
                return
            await asyncio.sleep(max(0.0, due - time.monotonic()))
            await what()
            self._gates[name] = time.monotonic() + self.rng.uniform(0.3, 1.7) * seconds

    async def _kill_somebody(self) -> None:
        bot = self.rng.choice(self.bots)
        self._kill(bot, self.rng.choice(bot.machines), "at random")

    async def _restart_postgres(self) -> None:
        self._note("PostgreSQL restarts")
        await asyncio.to_thread(self.postgres.restart)
        self._note("PostgreSQL is back")

    async def _fill_disk(self) -> None:
        machine = self.bots[-1].machines[0]
        began = time.monotonic()
        if machine.fill_disk():
            self._note("the disk is full")
            await asyncio.sleep(self.rng.uniform(1, 5))
            machine.free_disk()
            self.disk_full.append((began, time.monotonic()))
            self._note("the disk has room")

    async def _jump(self) -> None:
        by = self.rng.choice((timedelta(hours=1), timedelta(hours=-1), timedelta(minutes=11), timedelta(seconds=-90)))
        self.clock.move(by)
        self.jumps.append(time.monotonic())
        self._note(f"the clock jumps by {by.total_seconds():.0f} s")

    async def _lose_telegram(self) -> None:
        """An hour by the clock, some seconds by the machine's."""
        began = time.monotonic()
        self._note("Telegram is away")
        for bot in self.bots:
            await bot.telegram.go()
        await asyncio.sleep(self.rng.uniform(3, 8))
        self.clock.move(timedelta(hours=1))
        self.jumps.append(time.monotonic())
        await asyncio.sleep(self.rng.uniform(2, 6))
        for bot in self.bots:
            await bot.telegram.come()
        self.away.append((began, time.monotonic()))
        self._note("Telegram is back")

    async def _trouble(self, seconds: float) -> None:
        end, size = time.monotonic() + seconds, self.size
        self._set_faults(size.strength)
        await asyncio.gather(
            self._every(size.kill_every, self._kill_somebody, end),
            self._every(size.restart_every, self._restart_postgres, end),
            self._every(size.full_disk_every, self._fill_disk, end),
            self._every(size.jump_every, self._jump, end),
            self._every(size.away_every, self._lose_telegram, end),
            asyncio.sleep(seconds),
        )

    def _set_faults(self, strength: float) -> None:
        self.faults.strength = strength
        for bot in self.bots:
            if bot.deliverer is not None:
                bot.deliverer.repeats = self.size.repeats if strength else 0.0
                bot.deliverer.hasty = self.size.hasty if strength else 0.0

    # The weeks

    async def live(self) -> None:
        """The whole run. Whatever it finds stands in what it recorded; nothing but a fault of its own is raised."""
        async with self._opened():
            await self._begin()
            end = time.monotonic() + self.size.seconds
            while time.monotonic() < end:
                await self._week(self.size.round)
                if self.rounds % self.size.late_every == 0:
                    await self._late_week()
            self._living = False
            await until(lambda: not any(person.busy for person in self._everybody()), 200)
            await self._late_week()
            await self._ask_everybody()
            self._keep = False
            self.codes = [await machine.stop() for bot in self.bots for machine in bot.machines]
            self.read()

    async def _begin(self) -> None:
        self._spawn(self._keeper())
        self._spawn(self._measurer())
        for bot in self.bots:
            if bot.deliverer is not None:
                self._spawn(bot.deliverer.run())
        await until(self._all_started, START_PATIENCE)
        self._note("all started")
        self._set_faults(self.size.strength / 2)
        await asyncio.gather(*[person.settle_in() for person in self._everybody()])
        self._note("all settled in")
        for person in self._everybody():
            if not person.quiet:
                self._spawn(person.live(lambda: not self._living))

    def _all_started(self) -> bool:
        fleet, home = self.bots
        asked = all(fleet.telegram.seen[machine.name, "setWebhook"] for machine in fleet.machines)
        return asked and bool(home.telegram.seen["home", "getUpdates"])

    def _everybody(self) -> list[Person]:
        return [person for bot in self.bots for person in bot.people]

    async def _week(self, trouble: float) -> None:
        """Everybody who can be reached is due once; some have gone, and come back in the end."""
        self.rounds += 1
        leavers = [person for person in self._everybody() if person.way_to_go and trouble and self.rng.random() < 0.5]
        await until(lambda: not any(person.busy for person in leavers), 60)
        for person in leavers:
            if not person.busy:
                person.go()
        due = [await asyncio.to_thread(bot.book.slots) for bot in self.bots]
        newest = [await asyncio.to_thread(bot.book.newest_nudge) for bot in self.bots]
        self._jump_to_the_slots([moment for slots in due for moment in slots.values()])
        self._note(f"week {self.rounds}: {sum(map(len, due))} are due")
        if trouble:
            await self._trouble(trouble)
        for bot, slots, after in zip(self.bots, due, newest, strict=True):
            here = {person.id for person in bot.people if not person.gone}
            await self._see_nudges_out(bot, {user: at for user, at in slots.items() if user in here}, after)
        await self._see_gone([person for person in leavers if any(person.id in slots for slots in due)])
        self._set_faults(self.size.strength / 2 if trouble else 0.0)
        await asyncio.gather(*[person.come_back() for person in leavers if person.gone])

    async def _late_week(self) -> None:
        """Everybody is due at an instant of their own, while Telegram is out of reach for an hour."""
        self.rounds += 1
        self._set_faults(0.0)
        due = []
        for bot in self.bots:
            due.append(await self._part_slots(bot))
        newest = [await asyncio.to_thread(bot.book.newest_nudge) for bot in self.bots]
        first = min(moment for slots in due for moment in slots.values())
        self._note(f"week {self.rounds}: an hour without Telegram")
        began = time.monotonic()
        for bot in self.bots:
            await bot.telegram.go()
        for later in (timedelta(seconds=2), timedelta(minutes=20), timedelta(hours=1)):
            self.clock.move_to(first + later)
            self.jumps.append(time.monotonic())
            await asyncio.sleep(self.size.out_of_reach / 3)
        for bot in self.bots:
            await bot.telegram.come()
        self.away.append((began, time.monotonic()))
        self._note("Telegram is back")
        back = self.clock.now()
        self.clock.move(AGAIN)
        for bot, slots, after in zip(self.bots, due, newest, strict=True):
            await self._see_nudges_out(bot, slots, after)
            await self._keep_late(bot, slots, after, back)

    async def _part_slots(self, bot: Bot) -> dict[int, datetime]:
        """Of all who can be reached; in no order of their ids."""
        slots = await asyncio.to_thread(bot.book.slots)
        users = sorted(slots)
        self.rng.shuffle(users)
        last = max(max(slots.values()), self.clock.now() + timedelta(minutes=1))
        parted = {user: last + timedelta(minutes=55) * at / len(users) for at, user in enumerate(users)}
        await asyncio.to_thread(bot.book.set_slots, [Slot(user, due) for user, due in parted.items()])
        return parted

    async def _keep_late(self, bot: Bot, slots: dict[int, datetime], after: int, back: datetime) -> None:
        nudges = await asyncio.to_thread(bot.book.weekly_nudges, after)
        made = {str(each.id): each.created_at for each in nudges}
        for sent in bot.telegram.record.sent:
            nudge_id = sent.button.split(":")[-1]
            if nudge_id in made and sent.chat_id in slots:
                due, tried = slots[sent.chat_id], made[nudge_id] < back
                self.late.append(Late(bot.name, sent.chat_id, due, sent.moment, sent.at, sent.text, tried))

    def _jump_to_the_slots(self, slots: list[Any]) -> None:
        if slots and max(slots) > self.clock.now():
            self.clock.move_to(max(slots) + timedelta(seconds=2))
            self.jumps.append(time.monotonic())

    async def _see_nudges_out(self, bot: Bot, due: dict[int, Any], after: int) -> None:
        """Each of them gets one nudge, and no more than one for this slot."""
        bot.due += len(due)
        self._jump_to_the_slots(list(due.values()))  # the clock may have jumped back
        deadline = time.monotonic() + NUDGES_PATIENCE
        missing = await self._missing(bot, due, after)
        moved = time.monotonic() - self.size.rest / 2  # a tick may be just about to come
        while missing and time.monotonic() < deadline:
            await asyncio.sleep(0.5)
            quiet = time.monotonic() - moved > self.size.rest and not bot.telegram.in_hand
            unsent = await asyncio.to_thread(bot.book.unsent)
            if quiet and unsent:  # a dead one's claim, or one that is to be tried again later
                self.clock.move(CLAIM)
                self.jumps.append(time.monotonic())
                moved = time.monotonic()
                self._note(
                    f"{bot.name}: {unsent} are claimed and not sent; the clock moves on by ten minutes: {missing}"
                )
            missing = await self._missing(bot, due, after)
        for user_id, what in missing.items():
            bot.missed.append(Missed(bot.name, user_id, f"week {self.rounds}: {what}"))
            self._note(f"missed: {user_id} {what}: {await asyncio.to_thread(bot.book.tell, user_id)}")

    async def _missing(self, bot: Bot, due: dict[int, Any], after: int) -> dict[int, str]:
        """Who of those who were due has no nudge in the chat, and what the database says of it."""
        nudges = await asyncio.to_thread(bot.book.weekly_nudges, after)
        sent = {(one.chat_id, one.button.split(":")[-1]) for one in bot.telegram.record.sent}
        missing = {}
        for user_id in due:
            mine = [each for each in nudges if each.user_id == user_id]
            if len(mine) > 1:
                missing[user_id] = f"{len(mine)} nudges for one slot"
            elif not mine:
                missing[user_id] = "none was planned"
            elif mine[0].deleted_at is not None:
                continue  # they took back whom it names before it was sent: it is rightly let go of
            elif mine[0].status == "planned" or (user_id, str(mine[0].id)) not in sent:
                missing[user_id] = f"nudge {mine[0].id} is {mine[0].status}, to go out at {mine[0].push_at}"
        return missing

    async def _see_gone(self, leavers: list[Person]) -> None:
        for bot in self.bots:
            gone = {person.id for person in bot.people if person in leavers and person.gone}
            if not gone:
                continue
            bot.gone += len(gone)
            deadline = time.monotonic() + 5 * self.size.rest
            paused = await asyncio.to_thread(bot.book.unreachable)
            while not gone <= paused and time.monotonic() < deadline:
                await asyncio.sleep(self.size.rest)
                self.clock.move(CLAIM)  # it may be that no answer came
                self.jumps.append(time.monotonic())
                paused = await asyncio.to_thread(bot.book.unreachable)
            # Who wrote just before they went may be heard after that, and is found out by the next nudge.
            went = {person.id: person.went_at for person in bot.people}
            told = {each for each in gone if bot.telegram.refused_at.get(str(each), 0.0) > went[each]}
            for user_id in told - paused:
                bot.paused_wrongly.append(Missed(bot.name, user_id, f"week {self.rounds}: gone, and not paused"))

    async def _ask_everybody(self) -> None:
        """Nobody hangs: every person gets an answer now, and every process gives one."""
        people = self._everybody()
        asked = await asyncio.gather(*[person.ask() for person in people])
        self.stuck += [f"user {deed.user_id} got no answer at the end" for deed in asked if deed.answered is None]
        for bot in self.bots:
            paused = await asyncio.to_thread(bot.book.unreachable)
            slots = await asyncio.to_thread(bot.book.slots)
            bot.back = sum(len(person.came_back) for person in bot.people)
            for person in bot.people:
                if person.id in paused or person.id not in slots:
                    bot.paused_wrongly.append(Missed(bot.name, person.id, "wrote again, and is still paused"))
            for machine in bot.machines:
                if machine.pid is None:
                    self.stuck.append(f"{machine.name} is not there at the end")

    def read(self) -> None:
        """Read the databases for the verdict, while they are there."""
        self.touches = {bot.name: bot.book.touches() for bot in self.bots}
        self.notes = {bot.name: bot.book.notes() for bot in self.bots}
        self.contacts = {bot.name: bot.book.contacts() for bot in self.bots}
        self.logs = {
            machine.name: machine.log.read_text(errors="replace") for bot in self.bots for machine in bot.machines
        }


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def _last_line(log: Path) -> str:
    lines = log.read_text(errors="replace").splitlines() if log.exists() else []
    return lines[-1] if lines else ""


def to_standard_output(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


__all__ = ["SHORT", "Run", "Size", "Slot", "to_standard_output"]
