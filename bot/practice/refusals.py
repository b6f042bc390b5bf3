"""How the practice Bot API says no, and how it loses a request."""

from typing import Any

Json = dict[str, Any]


class RefusedError(Exception):
    """An error answer of the Bot API.

    `code` is the HTTP status as well as `error_code`; `retry_after` is in seconds, as in ResponseParameters.
    """

    def __init__(self, code: int, description: str, retry_after: int | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.retry_after = retry_after

    def answer(self) -> Json:
        """The JSON that Telegram would send."""
        answer: Json = {"ok": False, "error_code": self.code, "description": self.description}
        if self.retry_after is not None:
            answer["parameters"] = {"retry_after": self.retry_after}
        return answer


def bad_request(reason: str) -> RefusedError:
    """A 400 in Telegram's form."""
    return RefusedError(400, f"Bad Request: {reason}")


class UnreachableError(Exception):
    """The request never arrived: the connection failed first."""


class AnswerLostError(Exception):
    """No answer came in time. `delivered` tells whether the request was carried out."""

    def __init__(self, delivered: bool) -> None:
        super().__init__("no answer came in time")
        self.delivered = delivered
