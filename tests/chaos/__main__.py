"""`python -m tests.chaos --minutes 25 --seed 1`: the long form. Ends with 1 where a promise was broken."""

import argparse
import asyncio
import json
import os
import signal
import tempfile
import time
from pathlib import Path

from tests.chaos.machines import SERVER, Postgres
from tests.chaos.scenario import Run, Size, to_standard_output
from tests.chaos.verdict import judge


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.chaos", description=__doc__)
    parser.add_argument("--minutes", type=float, default=25)
    parser.add_argument("--seed", type=int, default=None, help="what chance begins with; one of its own unless given")
    parser.add_argument("--strength", type=float, default=1.0, help="how often calls go wrong; 1 is about one in six")
    parser.add_argument("--json", type=Path, default=None, help="where the counts go, beside the logs unless given")
    parser.add_argument("--folder", type=Path, default=None, help="where logs and the home database go")
    asked = parser.parse_args()
    if not Postgres.there_is():
        to_standard_output(f"It needs a PostgreSQL: name a server in {SERVER}, or install pgserver.")
        return 2
    os.environ.setdefault("PTB_TIMEDELTA", "1")
    seed = asked.seed if asked.seed is not None else time.time_ns() % 100_000
    folder = asked.folder or Path(tempfile.mkdtemp(prefix="dotty-chaos-"))
    folder.mkdir(parents=True, exist_ok=asked.folder is None)
    size = Size(seconds=asked.minutes * 60, strength=asked.strength)
    to_standard_output(f"seed {seed}, {asked.minutes} minutes, logs in {folder}")
    run = Run(size, seed, folder, to_standard_output)
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # its processes end with it
    try:
        asyncio.run(run.live())
    except KeyboardInterrupt:
        to_standard_output("stopped; all processes are ended")
        return 130
    finally:
        (folder / "events.txt").write_text("\n".join(f"{at:8.1f} {what}" for at, what in run.events))
    verdict = judge(run, seed)
    counts = asked.json or folder / "chaos.json"
    counts.write_text(json.dumps(verdict.json(), indent=1, ensure_ascii=False))
    to_standard_output(verdict.table())
    return 0 if verdict.holds else 1


if __name__ == "__main__":
    raise SystemExit(main())
