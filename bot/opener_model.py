"""An operator's model asked for an opener: any endpoint that speaks OpenAI's chat completions, a local one too.

It is never waited for longer than `PATIENCE`, and not at all for a while after it has failed: the opener that was put
together from Dotty's own lines is always there already.
"""

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from bot.logs import whereabouts

if TYPE_CHECKING:
    from openai import AsyncOpenAI

    from bot.config import Config
    from bot.rules.model_facts import Question

log = logging.getLogger(__name__)

#: Seconds from the question to the last byte of the answer.
PATIENCE = 8.0
#: Of an answer as it comes, in bytes; an opener takes a few hundred.
MOST_BYTES = 64 * 1024
#: Questions under way at once, for one process.
AT_ONCE = 16
#: After a failure the model is left alone for so long, twice as long after each further one.
FIRST_REST, LONGEST_REST = timedelta(minutes=1), timedelta(minutes=30)
#: How often a day (of UTC) it is asked for one user at most.
ASKS_PER_DAY = 10
DEFAULT_BASE_URL = "https://api.openai.com/v1"
#: Local endpoints want no key, but the client does.
_NO_KEY = "none"


class OpenerModel:
    """One model behind one endpoint. `host` is whom the facts go to, for the user to read."""

    def __init__(self, client: "AsyncOpenAI", model: str) -> None:
        self._client = client
        self._model = model
        self._slots = asyncio.Semaphore(AT_ONCE)
        self._rest = FIRST_REST
        self._resting_until: datetime | None = None

    @property
    def host(self) -> str:
        return self._client.base_url.host

    @property
    def name(self) -> str:
        return self._model

    def rests(self, now: datetime) -> bool:
        return self._resting_until is not None and now < self._resting_until

    async def answer(self, question: "Question", clock: Callable[[], datetime]) -> str | None:
        """What the model says, as it came; None where it is slow, down, refusing, or says nothing in time."""
        if self.rests(clock()):
            return None
        try:
            async with asyncio.timeout(PATIENCE), self._slots:
                said = await self._ask(question)
        except Exception as error:  # in whichever way it fails, there is an opener already
            log.warning("the model gave no opener: %s", whereabouts(error))
            self._leave_alone(clock())
            return None
        self._rest = FIRST_REST
        return said

    def _leave_alone(self, now: datetime) -> None:
        """Questions under way at once fail together: that is one failure."""
        if not self.rests(now):
            self._resting_until = now + self._rest
            self._rest = min(2 * self._rest, LONGEST_REST)

    async def _ask(self, question: "Question") -> str | None:
        """Read as it streams in, for an endpoint may send without end. Raises ValueError for what is no completion."""
        from openai.types.chat import ChatCompletion

        messages: Any = question.messages()
        create = self._client.chat.completions.with_streaming_response.create
        raw = b""
        async with create(model=self._model, messages=messages) as response:
            async for chunk in response.iter_bytes(8192):
                raw += chunk
                if len(raw) > MOST_BYTES:
                    raise ValueError("too long")
        completion = ChatCompletion.model_validate_json(raw)
        return completion.choices[0].message.content if completion.choices else None

    async def close(self) -> None:
        await self._client.close()


def model_of(config: "Config") -> OpenerModel | None:
    """The operator's model; None where none is set. Raises ImportError where the client isn't installed."""
    if config.opener_model is None:
        return None
    from openai import AsyncOpenAI

    client = AsyncOpenAI(
        api_key=config.openai_api_key or _NO_KEY,
        base_url=config.openai_base_url or DEFAULT_BASE_URL,
        timeout=PATIENCE,
        max_retries=0,
    )
    return OpenerModel(client, config.opener_model)
