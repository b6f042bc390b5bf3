"""`make bench`: what the bot costs, each figure beside what it can't be cheaper than, in the same run.

`python -m tests.bench imports finding` measures those sections alone. Prints a table and writes bench.json. Nothing here
passes or fails: a machine's speed is no promise of ours.
"""

import argparse
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.bench.finding import finding
from tests.bench.flooding import flooding
from tests.bench.harm import harming
from tests.bench.importing import imports
from tests.bench.living import living
from tests.bench.migrating import migrating
from tests.bench.nudging import nudging
from tests.bench.replying import replies
from tests.bench.row_sizes import sizes
from tests.bench.scaling import scale
from tests.bench.starting import start_up
from tests.bench.talking import updates
from tests.bench.thinking import thinking, ticks

SECTIONS: dict[str, Callable[[], list[dict[str, Any]]]] = {
    "start": start_up, "updates": updates, "ticks": ticks, "thinking": thinking, "finding": finding, "imports": imports,
    "harm": harming, "flooding": flooding, "living": living, "replies": replies, "scale": scale, "sizes": sizes,
    "migrating": migrating, "nudging": nudging,
}  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench")
    parser.add_argument("sections", nargs="*", choices=[[], *SECTIONS], help="all of them, unless named")
    rows = [row for name in parser.parse_args().sections or SECTIONS for row in SECTIONS[name]()]
    width = max(len(row["what"]) for row in rows)
    for row in rows:
        beside = f"  {row['ratio']:.2f} × {row['beside']}" if "ratio" in row else ""
        print(f"{row['what']:<{width}}  {row['value']:>9.2f} {row['unit']:<10}{beside}")
    Path("bench.json").write_text(json.dumps(rows, indent=1))


if __name__ == "__main__":
    main()
