"""The practice Bot API over HTTP."""

import asyncio
import json
import threading
import urllib.error
import urllib.request
from typing import Any

import pytest
from telegram import Bot

from tests.loopback import LoopbackBotApi

TOKEN = "1000001:loopback"


def ask(url: str, body: dict[str, Any] | None = None) -> tuple[int, Any]:
    request = urllib.request.Request(url, json.dumps(body or {}).encode(), {"Content-Type": "application/json"})
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as refused:
        with refused:
            return refused.code, json.load(refused)


def test_it_answers_json_forms_and_multipart() -> None:
    with LoopbackBotApi(TOKEN) as server:
        file_id = server.user(7).document("people.csv", b"Ana")["message"]["document"]["file_id"]

        async def use() -> None:
            async with Bot(TOKEN, base_url=f"{server.url}/bot", base_file_url=f"{server.url}/file/bot") as bot:
                content = await (await bot.get_file(file_id)).download_as_bytearray()
                await bot.send_document(7, bytes(content), filename="again.csv")
                await bot.send_message(7, "Hello")

        asyncio.run(use())
        document, text = server.api.chat(7).sent()
        assert document.file is not None
        assert (document.file.name, document.file.content, text.text) == ("again.csv", b"Ana", "Hello")
        assert ask(f"{server.url}/bot{TOKEN}/sendMessage", {"chat_id": 7, "text": "JSON"})[0] == 200


def test_a_wrong_token_and_an_unknown_method_are_refused() -> None:
    with LoopbackBotApi(TOKEN) as server:
        unauthorized = {"ok": False, "error_code": 401, "description": "Unauthorized"}
        assert ask(f"{server.url}/bot1:wrong/getMe") == (401, unauthorized)
        assert ask(f"{server.url}/bot{TOKEN}/sendTelepathy")[0] == 404


def test_updates_stay_until_an_offset_confirms_them() -> None:
    with LoopbackBotApi(TOKEN) as server:
        for text in ("one", "two", "three"):
            server.user(7).text(text)
        updates = f"{server.url}/bot{TOKEN}/getUpdates"
        assert [one["update_id"] for one in ask(updates)[1]["result"]] == [1, 2, 3]
        assert [one["update_id"] for one in ask(updates, {"limit": 2})[1]["result"]] == [1, 2]
        assert [one["update_id"] for one in ask(updates, {"offset": 3})[1]["result"]] == [3]
        assert [one["update_id"] for one in ask(updates, {"offset": 1})[1]["result"]] == [3]
        assert ask(updates, {"offset": 4})[1]["result"] == []


def test_a_negative_offset_keeps_only_the_newest() -> None:
    with LoopbackBotApi(TOKEN) as server:
        for text in ("one", "two", "three"):
            server.user(7).text(text)
        updates = f"{server.url}/bot{TOKEN}/getUpdates"
        assert [one["update_id"] for one in ask(updates, {"offset": -1})[1]["result"]] == [3]


def test_a_waiting_poll_gets_a_new_update_at_once_and_reactions_only_when_asked_for() -> None:
    with LoopbackBotApi(TOKEN) as server:
        user = server.user(7)
        user.text("hi")
        ask(f"{server.url}/bot{TOKEN}/sendMessage", {"chat_id": 7, "text": "Hello"})
        user.react("👍")
        updates = f"{server.url}/bot{TOKEN}/getUpdates"
        assert ask(updates, {"offset": 2})[1]["result"] == []
        answers: list[Any] = []
        asked = {"offset": 3, "timeout": 30, "allowed_updates": ["message_reaction"]}
        poll = threading.Thread(target=lambda: answers.append(ask(updates, asked)))
        poll.start()
        server.wait_for(lambda api: bool(api.server.updates.allowed))
        user.react(None)
        poll.join(10)
        assert [list(one) for one in answers[0][1]["result"]] == [["update_id", "message_reaction"]]


def test_a_second_poll_ends_the_first_with_a_conflict() -> None:
    with LoopbackBotApi(TOKEN) as server:
        updates = f"{server.url}/bot{TOKEN}/getUpdates"
        answers: list[Any] = []
        poll = threading.Thread(target=lambda: answers.append(ask(updates, {"timeout": 30})))
        poll.start()
        server.wait_for(lambda api: api.server.updates.polling)
        assert ask(updates)[0] == 200
        poll.join(10)
        assert answers[0][0] == 409
        assert "make sure that only one bot instance is running" in answers[0][1]["description"]


def test_a_dropped_request_gets_no_answer_and_does_nothing() -> None:
    with LoopbackBotApi(TOKEN) as server:
        server.user(7).text("hi")
        server.api.drop_next("sendMessage")
        with pytest.raises(OSError, match=r"."):
            ask(f"{server.url}/bot{TOKEN}/sendMessage", {"chat_id": 7, "text": "Hello"})
        assert server.api.chat(7).sent() == []


def test_waiting_for_what_never_happens_says_what_did() -> None:
    with LoopbackBotApi(TOKEN) as server:
        ask(f"{server.url}/bot{TOKEN}/getMe")
        with pytest.raises(TimeoutError, match="getMe"):
            server.wait_for(lambda api: len(api.calls) > 1, timeout=0.01)


@pytest.mark.parametrize("carried_out", [False, True])
def test_a_call_that_is_held_is_answered_when_it_is_let_go(carried_out: bool) -> None:
    with LoopbackBotApi(TOKEN) as server:
        server.user(7).text("hi")
        held = server.hold_next("sendMessage", carried_out=carried_out)
        answers: list[int] = []
        url = f"{server.url}/bot{TOKEN}/sendMessage"
        asking = threading.Thread(target=lambda: answers.append(ask(url, {"chat_id": 7, "text": "Hello"})[0]))
        asking.start()
        held.wait()
        assert (len(server.api.chat(7).sent()), answers) == (int(carried_out), [])
        held.let_go()
        asking.join(10)
        assert (len(server.api.chat(7).sent()), answers) == (1, [200])


def test_it_goes_away_and_comes_back_at_the_same_address() -> None:
    with LoopbackBotApi(TOKEN) as server:
        url = f"{server.url}/bot{TOKEN}/getMe"
        server.go_away()
        with pytest.raises(OSError, match=r"."):
            ask(url)
        server.come_back()
        assert ask(url)[0] == 200
