"""The work on one import: read the file, say what taking it in would do, and, once asked to, do it.

Reading and planning run in a thread, the Store's calls one by one behind everybody else's, so that others are answered
meanwhile. Nothing is visible before the last transaction, which is all of it: what a kill interrupts begins again.
"""

import asyncio
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import partial
from typing import Any, ParamSpec, TypeVar

from bot.context import Services
from bot.import_cards import Message, import_message, imported_message
from bot.import_reading import EXAMPLES, counts_of, news_of, read_import, reasons_of
from bot.progress import Progress
from bot.rules.additions import incoming_of
from bot.rules.drafts import Draft
from bot.rules.files.shapes import FileReading
from bot.rules.imports import Person, Plan, Planning, identified, name_key
from bot.rules.likenesses import Key
from bot.rules.schedule import local_day
from bot.texts import Texts
from storage import Compared, FullError, Incoming, Merge
from storage.models import Import, User

P = ParamSpec("P")
T = TypeVar("T")

#: How many people, how many keys, and how many names to look up by their words, one call of the Store takes: it is as
#: long as somebody else may have to wait.
BATCH, MOST_KEYS, MOST_NAMES = 1_000, 5_000, 50
#: Seconds after which a claim on the work is renewed, far below the two minutes it holds.
RENEWED_AFTER = 30.0


class StoppingError(Exception):
    """The program ends: what is in hand goes on at the next start."""


class LostError(Exception):
    """Another process has the import by now, or it was cancelled: it is not ours to go on with."""


class ImportWork:
    """One import that this process has claimed."""

    def __init__(
        self, services: Services, row: Import, user: User, progress: Progress, told: Callable[[], bool]
    ) -> None:
        """`told` says whether the program was told to stop."""
        self._services, self._store = services, services.store
        self._row, self._user, self._progress, self._told = row, user, progress, told
        self._id = row.id or 0
        self._today = local_day(services.clock(), user.timezone)
        self._claim = row.work_at
        self._renewed = asyncio.get_running_loop().time()

    @property
    def claim(self) -> datetime | None:
        """Till when it is this process's, as the row says."""
        return self._claim

    async def go_on(self) -> None:
        """Do what the import's state asks for, up to the next answer of the user's."""
        match self._row.state:
            case "running":
                await self._write()
            case "reading":
                await self._preview()
            case _:
                await self._tell(self._row)

    # Reading

    async def _preview(self) -> None:
        reading = await self._read()
        if reading is None:
            return
        people = await self._in_thread(identified, reading.people)
        planned = await self._plan(people, len(reading.people))
        counts = counts_of(reading, planned) | {"changes": await self._changes(planned)}
        names = Counter(draft.name for draft in planned.new)
        counts["namesakes"] = sum(names[name] for name in await self._namesakes(list(names)))
        room = await self._db(self._store.room, self._user.id)
        if len(planned.new) > room:
            counts["room"] = room
        await self._settle("ready", format=reading.format, counts=counts)

    async def _read(self) -> FileReading | None:
        """The file's people; None where there is nothing to go on with, which has been said then."""
        reading = await self._read_file()
        if reading is None:
            await self._settle("failed", counts={"problem": "gone"})
            return None
        asked = [each for each in reading.unknown if each.header not in self._row.columns]
        if asked and self._row.state == "reading":
            unknown = [{"header": each.header, "samples": list(each.samples)} for each in asked]
            await self._settle("asking", format=reading.format, counts={"unknown": unknown})
            return None
        if reading.problem is not None or not reading.people:
            counts = {"problem": reading.problem or "not_people", "skipped": reasons_of(reading)}
            await self._settle("failed", format=reading.format, counts=counts)
            return None
        return reading

    async def _read_file(self) -> FileReading | None:
        """None where its content was dropped."""
        most = self._store.most_contacts
        async with self._services.importing.reading:
            content = await self._db(self._store.file_of, self._user.id, self._id)
            if content is None:
                return None
            return await self._in_thread(read_import, content, self._row, self._user, today=self._today, most=most)

    async def _plan(self, people: Sequence[Person], rows: int) -> Plan:
        planning = await self._in_thread(Planning, people, make=Incoming, today=self._today)
        for part in _parts(people, BATCH):
            matches = await self._match(_keys(part))
            cards = await self._cards({contact_id for found in matches.values() for contact_id in found})
            named = await self._named(planning.unsure_names(part, matches, cards))
            cards |= await self._cards({contact_id for found in named.values() for contact_id in found} - set(cards))
            await self._in_thread(planning.add, part, matches | named, cards)
        return planning.end(rows)

    async def _changes(self, planned: Plan) -> list[Any]:
        """Examples of what is new of those who are there: a name, and fields with their values."""
        some = dict(planned.merges[:EXAMPLES])
        there = await self._db(self._store.contacts_by_ids, self._user.id, list(some))
        return [[contact.name, news_of(some[contact.id])] for contact in there if contact.id is not None]

    async def _match(self, keys: Sequence[Key]) -> dict[Key, set[int]]:
        matches: dict[Key, set[int]] = {}
        for part in _parts(keys, MOST_KEYS):
            found = await self._db(self._store.match, self._user.id, part)
            matches |= {key: {contact_id} for key, contact_id in found.items()}
        return matches

    async def _cards(self, ids: Iterable[int]) -> dict[int, Compared]:
        cards: dict[int, Compared] = {}
        for part in _parts(sorted(ids), BATCH):
            cards |= await self._db(self._store.compared, self._user.id, part)
        return cards

    async def _named(self, names: Sequence[str]) -> dict[Key, set[int]]:
        """Who has one of these very names."""
        there = await self._namesakes(names)
        named: dict[Key, set[int]] = {name_key(name): set() for name in there}
        for part in _parts(sorted(there), MOST_NAMES):
            words = " ".join(part)
            for contact_id, name in await self._db(self._store.named, self._user.id, words, limit=MOST_KEYS):
                named.get(name_key(name), set()).add(contact_id)
        return named

    async def _namesakes(self, names: Sequence[str]) -> set[str]:
        there: set[str] = set()
        for part in _parts(names, MOST_KEYS):
            there |= await self._db(self._store.namesakes, self._user.id, part)
        return there

    # Writing

    async def _write(self) -> None:
        await self._unstage()
        reading = await self._read()
        if reading is None:
            return
        people = await self._in_thread(identified, reading.people)
        planned = await self._plan(people, len(reading.people))
        try:
            await self._stage(planned.new)
            await self._finish([Merge(contact_id, added) for contact_id, added in planned.merges], reading.tags)
        except FullError:
            await self._fail_full()

    async def _finish(self, merges: Sequence[Merge], tags: Mapping[str, int]) -> None:
        change = await self._db(
            self._store.finish_import, self._user.id, self._row.go_update_id or 0, self._id, merges,
            tags=tags, now=self._services.clock(), claim=self._claim,
        )  # fmt: skip
        row = await self._db(self._store.import_row, self._user.id, self._id)
        if change is None or row is None:
            raise LostError
        await self._tell(row)

    async def _stage(self, new: Sequence[Draft]) -> None:
        await self._progress.show(0, len(new))
        for done, part in enumerate(_parts(new, BATCH)):
            people = await self._in_thread(_incoming, part, self._today)
            now, claim = self._services.clock(), self._claim
            if not await self._db(self._store.stage, self._user.id, self._id, people, now=now, claim=claim):
                raise LostError
            await self._progress.show(done * BATCH + len(part), len(new))

    async def _unstage(self) -> None:
        """Drop what an interrupted try had written."""
        while await self._db(self._store.unstage, self._user.id, self._id, BATCH, claim=self._claim):
            pass

    async def _fail_full(self) -> None:
        room = await self._db(self._store.room, self._user.id)
        await self._unstage()
        await self._settle("failed", counts={"problem": "full", "room": room})

    # How

    async def _settle(self, state: str, **values: Any) -> None:
        """The work ends here for now; the message says why. Cancelled meanwhile, it is left alone."""
        row = await self._db(
            self._store.change_import, self._user.id, self._id,
            states=(self._row.state,), claim=self._claim, state=state, **values,
        )  # fmt: skip
        if row is not None:
            await self._tell(row)

    async def _tell(self, row: Import) -> None:
        """Say how it ended; until that is said it stays claimed, and a kill before it only delays it."""
        message = await self._message(row)
        if message is None or await self._progress.end(message):
            change = partial(self._store.change_import, self._user.id, self._id, states=(row.state,))
            await self._services.db(change, work_at=None)

    async def _message(self, row: Import) -> Message | None:
        """None for one that says what became of it by itself: an undo answers."""
        if row.state != "done":
            return None if row.state == "undone" else import_message(row, self._texts)
        change = await self._services.db(self._store.change_of, self._user.id, row.go_update_id or 0)
        return None if change is None else imported_message(row, change, self._texts)

    @property
    def _texts(self) -> Texts:
        return Texts(self._user.language)

    async def _db(self, call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        await self._go_on()
        return await self._services.db_after_others(partial(call, *args, **kwargs))

    async def _in_thread(self, call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """In a thread, with the claim renewed meanwhile."""
        working = asyncio.ensure_future(asyncio.to_thread(call, *args, **kwargs))
        while not (await asyncio.wait([working], timeout=RENEWED_AFTER))[0]:
            await self._renew()
        return working.result()

    async def _go_on(self) -> None:
        """Raises StoppingError between two steps, where nothing is in hand."""
        if self._told():
            raise StoppingError
        await self._renew()

    async def _renew(self) -> None:
        now = asyncio.get_running_loop().time()
        if now - self._renewed >= RENEWED_AFTER:
            self._renewed = now
            claimed, now_at = self._claim, self._services.clock()
            extend = partial(self._store.extend_import, self._user.id, self._id, now=now_at, seen=claimed)
            self._claim = await self._services.db(extend)
            if self._claim is None:
                raise LostError


def _keys(people: Sequence[Person]) -> list[Key]:
    return list({key: None for person in people for key in person.keys})


def _incoming(people: Sequence[Draft], today: date) -> list[Incoming]:
    return [incoming_of(draft, Incoming, today=today) for draft in people]


def _parts(values: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    for start in range(0, len(values), size):
        yield values[start : start + size]
