"""The sending loop: claim, send, settle. A nudge is never lost, and never doubled while a process lives.

Claims and settles are for many users at once, sends are many at a time. `send` is an argument, and so is the clock: what
is left is the order of things. Whatever goes wrong for one user is told apart in `bot.faults`, or puts that user off by
an hour; it never stops the others.
"""

import asyncio
import logging
from collections.abc import Collection, Coroutine, Iterable, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from bot import metrics
from bot.claims import Claim, Ready, claim_one_by_one, claim_slots, ready_to_send
from bot.context import Services
from bot.delivering import TRY_AGAIN, Delivery, Send, id_of
from bot.follow_ups import BUILDERS
from bot.handover import Unsent
from bot.logs import concern, whereabouts
from bot.matching import propose
from bot.pacing import FleetPace
from bot.planning import PUT_OFF
from bot.rules.schedule import awake_from
from bot.settlement import passes
from storage.models import Nudge, User

log = logging.getLogger(__name__)

#: How many slots or pushes are claimed at once. On SQLite, whose one thread serves everybody, a claim of so many keeps an
#: answer waiting for some hundredths of a second.
BATCH = 100
#: How many sends are on their way at once.
AT_ONCE = 128
#: Seconds after which a tick ends though more is due: the next one follows at once, and other long work comes in between.
TICK_SECONDS = 20.0
#: Seconds that claimed nudges wait for the fleet's turn before it is looked whether they are still wanted.
STALE_SECONDS = 1.0
#: After so many sends in a row that failed for want of a Telegram, one nudge at a time is claimed, once a tick.
AWAY_AFTER = 3
#: Users paused, and contacts archived, hold back what was due long ago: it is looked through so often.
LOOK_BACK_EVERY, LOOK_BACK = timedelta(minutes=1), timedelta(minutes=15)


class Nudging(Delivery):
    """The nudges that one process sends from one Store."""

    def __init__(self, services: Services, send: Send, pace: FleetPace | None = None) -> None:
        """Without a pace there is no limit to keep."""
        super().__init__(services, send)
        self._pace = pace
        self._slots = asyncio.Semaphore(AT_ONCE if pace is None else min(AT_ONCE, pace.in_flight))
        self._at_work: set[asyncio.Task[None]] = set()
        self._looked_back_at: datetime | None = None
        self._unsent = Unsent(self._release)

    def stop(self) -> None:
        """Claim nothing more and begin no send: what is on its way is settled, the rest given back."""
        self._unsent.cut()

    async def _release(self, claimed: Sequence[tuple[int, datetime | None]], until: datetime) -> None:
        await self._settlement.surely(partial(self._store.release_all, claimed, until))

    async def tick(self, now: datetime) -> bool:
        """Claim and send what is due, and go on till nothing is: new nudges, and unsent, postponed, unanswered ones. Whether
        the time was up before that."""
        loop, nudged, is_up = asyncio.get_running_loop(), list[User](), False
        began = loop.time()
        while not self._unsent.is_cut and not is_up:
            at_work = set(self._at_work)
            full = await self._take_pushes(now, unsent=True)  # their slots came before those that are due now
            if full and self._is_away:  # one of them shows as well as another whether Telegram is there again
                break
            if unsent := self._at_work - at_work:  # each of them is put into today's words first, and would come behind
                await asyncio.wait(unsent)
            full = await self._take_slots(now, nudged) or full
            full = await self._take_pushes(now) or full
            if not full or self._is_away:
                break
            is_up = loop.time() - began > TICK_SECONDS
            now = max(now, self._services.clock())
        await self._finish()
        await self._propose(nudged, now)  # behind the nudges of this tick
        return is_up

    async def _finish(self) -> None:
        """Wait for what is on its way; told to stop, give back at once what is not."""
        while True:
            if self._unsent.is_cut:
                await self._unsent.give_back(self._services.clock())
            if not self._at_work:
                break
            await asyncio.wait(self._at_work, return_when=asyncio.FIRST_COMPLETED)
        self._unsent.clear()

    # Claiming

    async def _take_slots(self, now: datetime, nudged: list[User]) -> bool:
        """Claim a batch and hand it over to be sent, while the one before is still on its way; whether more is due."""
        limit = self._limit()
        claim = await self._claimed(now, limit) if limit else Claim(0, [])
        for _ in range(claim.put_off):
            metrics.count_unsent_nudge("put_off")
        nudged += [each.user for each in claim.ready]
        self._unsent.hold(each.nudge for each in claim.ready)
        ids = await self._in_turn([each.nudge for each in claim.ready], now)
        await self._hand_over(self._guard(each, now) for each in claim.ready if each.nudge.id in ids)
        return claim.taken == limit > 0

    async def _claimed(self, now: datetime, limit: int) -> Claim:
        try:
            return await self._db(claim_slots, self._services, now, limit)
        except Exception as error:
            if passes(self._services, error):
                return Claim(0, [])
            log.error("slots are taken one by one: %s", whereabouts(error))
        try:
            return await self._db(claim_one_by_one, self._services, now, limit)
        except Exception as error:
            if passes(self._services, error):
                return Claim(0, [])
            raise

    async def _take_pushes(self, now: datetime, *, unsent: bool = False) -> bool:
        """The same for what goes out again or by itself; `unsent`: only nudges that were tried in vain."""
        limit = self._limit()
        looks_back = not unsent and self._looks_back(now)
        since = None if unsent or looks_back else now - LOOK_BACK
        claim = partial(self._store.claim_pushes, now, limit, since=since, unsent=unsent)
        try:
            pushes = await self._db(claim) if limit else []
        except Exception as error:
            if passes(self._services, error):
                return False
            raise
        self._unsent.hold(nudge for _, nudge, _ in pushes)
        ids = await self._in_turn([nudge for _, nudge, _ in pushes], now)
        await self._hand_over(
            self._guard_push(nudge, user, seen, now) for user, nudge, seen in pushes if nudge.id in ids
        )
        full = len(pushes) == limit > 0
        if looks_back and full:  # there is more of what was due long ago
            self._looked_back_at = None
        return full

    def _looks_back(self, now: datetime) -> bool:
        last = self._looked_back_at
        if last is None or not last <= now < last + LOOK_BACK_EVERY:
            self._looked_back_at = now
            return True
        return False

    def _limit(self) -> int:
        """No more than are soon sent; one, to see whether Telegram is there again; none while it forbids."""
        if self._is_away or self._unsent.is_cut:
            return 0 if self._unsent.is_cut else 1
        return min(BATCH, self._pace.at_once) if self._pace is not None else BATCH

    @property
    def _is_away(self) -> bool:
        return self._failed_in_a_row >= AWAY_AFTER

    async def _in_turn(self, nudges: Sequence[Nudge], now: datetime) -> Collection[int]:
        """Wait for the fleet's turn: the ids of those to send then, without those whose users changed their mind meanwhile.
        Where it is far off, none, and they are given back."""
        claimed = {id_of(nudge): nudge.push_at for nudge in nudges}
        if not claimed or self._pace is None:
            return claimed.keys()
        time = asyncio.get_running_loop().time
        began = time()
        try:
            if await self._unsent.unless_cut(self._pace.wait_for(len(nudges))):
                is_stale = time() - began > STALE_SECONDS
                return await self._db(self._store.still_claimed, claimed) if is_stale else claimed.keys()
        except Exception as error:
            if passes(self._services, error):  # what can't be settled isn't sent; it is claimed again in time
                return ()
            raise
        await self._release(list(claimed.items()), now if self._unsent.is_cut else now + TRY_AGAIN)
        return ()

    async def _hand_over(self, work: Iterable[Coroutine[Any, Any, None]]) -> None:
        """Begin with each as soon as a send is free."""
        for each in work:
            await self._slots.acquire()
            if self._unsent.is_cut:
                each.close()
                self._slots.release()
                return
            task = asyncio.create_task(each)
            self._at_work.add(task)
            task.add_done_callback(self._end)

    def _end(self, task: asyncio.Task[None]) -> None:
        self._at_work.discard(task)
        self._slots.release()

    # Sending

    async def _guard(self, ready: Ready, now: datetime) -> None:
        user, nudge = ready.user, ready.nudge
        if not self._tend(nudge, user):
            return
        try:
            if self._services.model is not None and user.model_on:
                await self._by_model_beside(ready, now)
            else:
                await self._deliver(ready, now)
        except Exception as error:  # one user's fault must not stop the others
            await self._put_off(error, nudge, user, now)

    async def _put_off(self, error: Exception, nudge: Nudge, user: User, now: datetime) -> None:
        if passes(self._services, error):
            return
        log.error("nudge %s of user %s put off: %s", nudge.id, user.id, whereabouts(error))
        metrics.count_unsent_nudge("put_off")
        put_off = partial(self._store.release_push, id_of(nudge), seen=nudge.push_at, until=now + PUT_OFF)
        await self._settlement.surely(put_off)

    async def _guard_push(self, nudge: Nudge, user: User, seen: datetime, now: datetime) -> None:
        if not self._tend(nudge, user):
            return
        try:
            await self._push(nudge, user, seen, now)
        except Exception as error:  # as above
            await self._put_off(error, nudge, user, now)

    def _tend(self, nudge: Nudge, user: User) -> bool:
        """This task sees to that nudge, in the log too; False where it is to be left alone."""
        concern(user_id=user.id, nudge_id=id_of(nudge))
        return self._unsent.tend(id_of(nudge))

    async def _by_model_beside(self, ready: Ready, now: datetime) -> None:
        """While the model is waited for, other users' nudges go out."""
        self._slots.release()
        try:
            nudge = await self.by_model(ready.nudge, ready.user, now)
        finally:
            await self._slots.acquire()
        if nudge is not None:
            await self._deliver(await self._db(ready_to_send, self._services, ready.user, nudge, ready.due, now), now)

    async def _push(self, nudge: Nudge, user: User, seen: datetime, now: datetime) -> None:
        by_itself = nudge.status != "planned" or nudge.kind in BUILDERS
        own_hour = awake_from(user, now, self._services.spread) if by_itself else None
        if own_hour is not None:
            release = partial(self._store.release_push, id_of(nudge), seen=nudge.push_at, until=own_hour)
            await self._settlement.surely(release)
        elif nudge.status == "sent":
            await self._remind(nudge, user, seen, now)
        else:
            await self._deliver(await self._db(ready_to_send, self._services, user, nudge, seen, now), now)

    # Behind the nudges

    async def _propose(self, users: Sequence[User], now: datetime) -> None:
        """Write down the proposals of the users' week. A fault of one user's costs that user the proposal."""
        for start in range(0, len(users), BATCH):
            if self._unsent.is_cut:
                return
            batch = users[start : start + BATCH]
            needy = await self._db(self._store.needs_known, [user.id for user in batch])
            for user in batch:
                if user.id in needy:
                    await self._propose_one(user, now)

    async def _propose_one(self, user: User, now: datetime) -> None:
        try:
            await self._db(propose, self._store, user, now, self._services.spread)
        except Exception as error:
            if passes(self._services, error):
                return
            log.error("no proposal for user %s: %s", user.id, whereabouts(error))
