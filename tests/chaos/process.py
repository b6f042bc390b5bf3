"""`python -m tests.chaos.process FILE SECONDS`: `python -m bot run`, by the moved clock whose offset stands in FILE, with
so many seconds between two ticks."""

import sys
from functools import partial
from pathlib import Path
from unittest.mock import patch

from bot import app, running
from bot.__main__ import main
from tests.chaos.clock import MovedClock

if __name__ == "__main__":
    run = partial(running.run, clock=MovedClock(Path(sys.argv[1])).now)
    with patch.object(running, "run", run), patch.object(app, "TICK_SECONDS", float(sys.argv[2])):
        sys.exit(main(["run"]))
