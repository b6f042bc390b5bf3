"""What becomes of one call of the Bot API, by chance: mostly it is answered."""

from dataclasses import dataclass
from random import Random

#: What may befall a call, with its weight; "fine" takes the rest of a hundred.
WEIGHTS = {
    "429": 3.0,
    "500": 2.0,
    "502": 2.0,
    "malformed": 1.5,
    "half": 1.5,
    "silence": 0.7,
    "dropped": 2.0,
    "slow": 6.0,
    "killed": 0.6,
}
#: Here Telegram refuses before it does anything; with the others chance decides whether it was carried out.
REFUSING = ("429", "502")
ANSWERED = ("fine", "slow")
#: Seconds without a word, until the connection is closed.
SILENCE = 20.0


@dataclass(frozen=True, slots=True)
class Fate:
    """`seconds`: of a 429 to wait, of a slow answer to come. `carried_out`: whether Telegram did what was asked."""

    kind: str = "fine"
    carried_out: bool = True
    seconds: float = 0.0

    @property
    def answered(self) -> bool:
        """Whether the bot is told what became of its call."""
        return self.kind in ANSWERED


class Faults:
    """Draws a fate for each call. `strength` 0 is a calm day."""

    def __init__(self, rng: Random, strength: float = 0.0) -> None:
        self.strength = strength
        self._rng = rng

    def draw(self) -> Fate:
        weights = [weight * self.strength for weight in WEIGHTS.values()]
        kind = self._rng.choices(["fine", *WEIGHTS], [max(100 - sum(weights), 10), *weights])[0]
        carried_out = kind in ANSWERED or (kind not in REFUSING and self._rng.random() < 0.5)
        if kind == "429":
            return Fate(kind, carried_out=False, seconds=self._rng.randint(1, 4))
        if kind == "silence":
            return Fate(kind, carried_out, self._rng.uniform(SILENCE / 4, SILENCE))
        return Fate(kind, carried_out, self._rng.uniform(0.1, 1.5) if kind == "slow" else 0.0)
