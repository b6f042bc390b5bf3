"""Files the bot sends, saved for people to open."""

import re
from pathlib import Path

_UNSAFE = re.compile(r"[^\w.() -]+")


def save_file(folder: Path, name: str, content: bytes) -> Path:
    """Write it under its own name, made harmless; "-2", "-3" … where that is taken by another content."""
    folder.mkdir(parents=True, exist_ok=True)
    safe = Path(_UNSAFE.sub("_", Path(name).name).lstrip(". ")[:100] or "file")
    number = 1
    while True:
        path = folder / (safe.name if number == 1 else f"{safe.stem}-{number}{safe.suffix}")
        try:
            with path.open("xb") as file:
                file.write(content)
        except FileExistsError:
            if path.is_file() and path.read_bytes() == content:
                return path
            number += 1
        else:
            return path
