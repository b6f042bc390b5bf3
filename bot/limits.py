"""How much one user may ask of this process: so many at once, and after those one every so often.

Kept in memory, for each process by itself, and bounded: only ids and instants, of the users seen last. Whoever is
forgotten begins anew, which a user who keeps writing never is.
"""

import time
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from typing import Final, Generic, Literal, TypeVar

Kind = Literal["updates", "writes", "files", "exports", "strangers"]
#: In: handle it. Tell: leave it out, and say so. Out: leave it out in silence.
Verdict = Literal["in", "tell", "out"]

#: Users remembered for each kind, and updates that have been counted; an entry takes some 100 bytes.
MOST_USERS, MOST_UPDATES = 20_000, 4_096

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Rate:
    """`burst` at once, and after those one every `seconds`."""

    burst: int
    seconds: float


#: What an update may lead to. A few thousand people sorted in one evening, by a tap a second, stay within the writes.
RATES: Final[dict[Kind, Rate]] = {
    "writes": Rate(3_000, 3.0), "files": Rate(20, 180.0), "exports": Rate(10, 360.0), "strangers": Rate(30, 2.0),
}  # fmt: skip


def rates(updates_per_minute: int) -> dict[Kind, Rate]:
    """A minute's updates may come at once, as fifty forwarded messages do."""
    return {**RATES, "updates": Rate(updates_per_minute, 60 / updates_per_minute)}


class _Newest(Generic[K, V]):
    """What is known of the keys set last."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: dict[K, V] = {}

    def __len__(self) -> int:
        return len(self._kept)

    def get(self, key: K, default: V) -> V:
        return self._kept.get(key, default)

    def put(self, key: K, value: V) -> None:
        self._kept.pop(key, None)
        self._kept[key] = value
        if len(self._kept) > self._most:
            del self._kept[next(iter(self._kept))]


class Limits:
    """What users have had of what they may have. A kind without a rate has no limit. `clock` gives monotonic seconds."""

    def __init__(
        self,
        allowed: Mapping[Kind, Rate],
        clock: Callable[[], float] = time.monotonic,
        most_users: int = MOST_USERS,
        most_updates: int = MOST_UPDATES,
    ) -> None:
        self._allowed = allowed
        self._clock = clock
        #: Of each kind, the instant at which a user's whole burst is there again.
        self._full_at: dict[Kind, _Newest[int, float]] = {kind: _Newest(most_users) for kind in allowed}
        self._silent_until: _Newest[int, float] = _Newest(most_users)
        self._counted: _Newest[int, bool] = _Newest(most_updates)

    def __len__(self) -> int:
        """How many facts are kept."""
        return sum(map(len, self._full_at.values())) + len(self._silent_until) + len(self._counted)

    def let_in(self, user_id: int, update_id: int, *, can_be_told: bool) -> Verdict:
        """Count an update, once however often it is delivered. They are told once a minute at most."""
        if self._counted.get(update_id, False):
            return "in"
        if not self.is_spent("writes", user_id) and self.take("updates", user_id):
            self._counted.put(update_id, True)
            return "in"
        now = self._clock()
        if not can_be_told or now < self._silent_until.get(user_id, now):
            return "out"
        self._silent_until.put(user_id, now + 60)
        return "tell"

    def take(self, kind: Kind, user_id: int) -> bool:
        """Whether there is one more for this user; it counts as taken then."""
        if self.is_spent(kind, user_id):
            return False
        self.charge(kind, user_id)
        return True

    def is_spent(self, kind: Kind, user_id: int) -> bool:
        rate = self._allowed.get(kind)
        return rate is not None and self._owed(kind, user_id) > (rate.burst - 1) * rate.seconds

    def charge(self, kind: Kind, user_id: int) -> None:
        """One was had, whether there was one or not."""
        rate = self._allowed.get(kind)
        if rate is not None:
            owed = self._owed(kind, user_id) + rate.seconds
            self._full_at[kind].put(user_id, self._clock() + owed)

    def _owed(self, kind: Kind, user_id: int) -> float:
        """Seconds until the whole burst is there."""
        now = self._clock()
        return max(self._full_at[kind].get(user_id, now) - now, 0.0)
