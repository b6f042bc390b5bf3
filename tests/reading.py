"""Openers for made-up people, to be read one by one: `python -m tests.reading LANGUAGE [COUNT] [--seed N]`."""

from __future__ import annotations

import argparse
import sys
from random import Random

from bot.rules.openers import JOINT, Composition, choose
from bot.texts.openers import LEXICONS, LINES
from tests.made_up import somebody

_RECENT = 3


def read(language: str, count: int, seed: int) -> list[str]:
    """So many openers, each under a line that says what it is: number, moment/offer/tone/channel, keys."""
    lexicon, rng = LEXICONS[language], Random(seed)
    recent: list[Composition] = []
    said = []
    for number in range(1, count + 1):
        person = somebody(rng, language)
        facts = person.facts(lexicon)
        opener = choose(facts, lexicon, recent=recent, seed=rng.randrange(10_000))
        shown = Composition(tuple(LINES[key] for key in opener.key.split(JOINT)))
        recent = [shown, *recent][:_RECENT]
        said.append(
            f"#{number} {shown.moment}/{shown.offer}/{facts.tone}/{facts.channel} {opener.key}\n{opener.text}\n"
        )
    return said


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.reading", description=__doc__)
    parser.add_argument("language", choices=sorted(LEXICONS))
    parser.add_argument("count", nargs="?", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    sys.stdout.write("\n".join(read(asked.language, asked.count, asked.seed)) + "\n")


if __name__ == "__main__":
    main()
