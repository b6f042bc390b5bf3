"""The parameters of one request, whichever way they came: form fields, where all is a string, or JSON."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.practice.files import UploadedFile
from bot.practice.refusals import bad_request


@dataclass(frozen=True, slots=True)
class Params:
    """Readers that take a value in either form. An absent value is "", None or False."""

    values: Mapping[str, Any]
    files: Mapping[str, UploadedFile] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """The value as a string, cleaned as Telegram cleans it. Refuses what isn't Unicode (half a surrogate pair)."""
        value = self.values.get(name)
        return "" if value is None else clean(str(value))

    def integer(self, name: str) -> int | None:
        """The value as a whole number; None where it is absent or isn't one."""
        try:
            return int(self.values[name])
        except (KeyError, TypeError, ValueError):
            return None

    def flag(self, name: str) -> bool:
        """True for true, "true", "True" and 1, as Client.cpp's to_bool."""
        return str(self.values.get(name, "")).lower() in {"true", "yes", "1"}

    def structure(self, name: str) -> Any:
        """An object or array, decoded where it came as a string. None where absent or empty."""
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return json.loads(value)
        except ValueError as wrong:
            raise bad_request(f"can't parse {name.replace('_', ' ')} JSON object") from wrong


_CONTROLS = {code: " " for code in range(32) if chr(code) != "\n"} | {ord("\r"): ""}


def clean(text: str) -> str:
    """Control characters become spaces, carriage returns go, as TDLib's clean_input_string (td/telegram/misc.cpp)."""
    try:
        text.encode()
    except UnicodeEncodeError as wrong:
        raise bad_request("strings must be encoded in UTF-8") from wrong
    return text.translate(_CONTROLS)
