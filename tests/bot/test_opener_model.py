"""The client of a model: whatever the endpoint does, an answer or None comes, in time."""

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest

from bot import opener_model
from bot.config import Config
from bot.opener_model import FIRST_REST, LONGEST_REST, OpenerModel, model_of
from bot.rules.model_facts import Question
from tests.model_server import ModelServer, cut_off, endless, failing, saying, silent

NOW = datetime(2026, 11, 30, 9, tzinfo=UTC)
QUESTION = Question("Write.", {"first name": "Ana"})


@pytest.fixture
def server() -> Iterator[ModelServer]:
    with ModelServer() as running:
        yield running


def ask(server: ModelServer, *times: datetime) -> list[str | None]:
    """What the model answers at each of these instants."""

    async def answers() -> list[str | None]:
        model = made(server)
        try:
            return [await model.answer(QUESTION, partial(_at, at)) for at in times]
        finally:
            await model.close()

    return asyncio.run(answers())


def _at(now: datetime) -> datetime:
    return now


def made(server: ModelServer) -> OpenerModel:
    model = model_of(Config(opener_model="made-up", openai_base_url=server.url))
    assert model is not None
    return model


def test_without_a_model_set_there_is_none() -> None:
    assert model_of(Config(openai_base_url="http://127.0.0.1:1/v1", openai_api_key="k")) is None


def test_a_good_answer_comes_as_it_is_said(server: ModelServer) -> None:
    assert ask(server, NOW) == ["Hi Ana, how are you?"]
    assert server.asked[0]["model"] == "made-up"
    assert [message["role"] for message in server.asked[0]["messages"]] == ["system", "user"]
    assert server.facts() == {"first name": "Ana"}


def test_the_key_goes_to_the_endpoint(server: ModelServer) -> None:
    async def answer() -> None:
        model = model_of(Config(opener_model="made-up", openai_base_url=server.url, openai_api_key="made-up-key"))
        assert model is not None
        await model.answer(QUESTION, lambda: NOW)
        await model.close()

    asyncio.run(answer())
    assert server.headers[0]["Authorization"] == "Bearer made-up-key"


def test_a_model_that_says_nothing_gives_nothing(server: ModelServer) -> None:
    server.answer = saying(None)
    assert ask(server, NOW) == [None]


@pytest.mark.parametrize("status", [400, 401, 404, 429, 500, 503])
def test_a_refusal_gives_nothing_and_is_not_tried_again_at_once(server: ModelServer, status: int) -> None:
    server.answer = failing(status)
    assert ask(server, NOW, NOW + timedelta(seconds=30)) == [None, None]
    assert len(server.asked) == 1


@pytest.mark.parametrize("body", ["", "nonsense", "[]", "{}", '{"choices": 3}', '{"choices": [{"message": null}]}'])
def test_what_is_no_completion_gives_nothing(server: ModelServer, body: str) -> None:
    server.answer = failing(200, body)
    assert ask(server, NOW) == [None]


def test_an_answer_without_end_is_cut_off(server: ModelServer) -> None:
    server.answer = endless
    assert ask(server, NOW) == [None]


@pytest.mark.parametrize("status", [200, 400])
def test_an_answer_cut_off_gives_nothing(server: ModelServer, status: int) -> None:
    server.answer = cut_off(status)
    assert ask(server, NOW, NOW + timedelta(seconds=30)) == [None, None]
    assert len(server.asked) == 1


def test_failures_of_one_moment_count_once(server: ModelServer) -> None:
    async def answers() -> bool:
        model = made(server)
        await asyncio.gather(*[model.answer(QUESTION, lambda: NOW) for _ in range(8)])
        await model.close()
        return model.rests(NOW + FIRST_REST)

    server.answer = failing(500)
    assert asyncio.run(answers()) is False
    assert len(server.asked) == 8


def test_a_slow_model_is_left_alone(server: ModelServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opener_model, "PATIENCE", 0.05)
    server.answer = silent
    assert ask(server, NOW, NOW + timedelta(seconds=1)) == [None, None]
    assert len(server.asked) == 1


def test_a_model_that_is_down_gives_nothing(server: ModelServer) -> None:
    server.stop()
    assert ask(server, NOW) == [None]


def test_after_its_rest_it_is_asked_again_and_rests_longer_each_time(server: ModelServer) -> None:
    server.answer = failing(500)
    times = [NOW, NOW + FIRST_REST, NOW + FIRST_REST + 1.9 * FIRST_REST, NOW + 3 * FIRST_REST]
    assert ask(server, *times) == [None] * 4
    assert len(server.asked) == 3  # the third time was within the second rest
    assert LONGEST_REST > 8 * FIRST_REST


def test_a_good_answer_ends_the_long_rests(server: ModelServer) -> None:
    async def answers() -> list[str | None]:
        model = made(server)
        said = []
        for at, answer in [(0, failing(500)), (60, saying("Hello?")), (61, failing(500)), (122, saying("Hello?"))]:
            server.answer = answer
            said.append(await model.answer(QUESTION, partial(_at, NOW + timedelta(seconds=at))))
        await model.close()
        return said

    assert asyncio.run(answers()) == [None, "Hello?", None, "Hello?"]
