"""What Telegram delivers again, after a kill or because an answer was late, is done once."""

import asyncio
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from bot.practice.refusals import Json
from tests.chat import Chat

LINKEDIN = """First Name,Last Name,URL,Email Address,Company,Position,Connected On
Ana,Ruiz,https://www.linkedin.com/in/ana-ruiz-example,,Nordlicht,Head of Data,02 Mar 2021
Zora,Novak,https://www.linkedin.com/in/zora-novak-example,,Acme,Clerk,15 Jun 2019
"""
ANONYMOUS = "Wer,Mail,Xyz\nJoe Park,joe@example.org,a1\nGrace Kim,,b2\n"
PICKED = {"user_id": 7_000_000_042, "first_name": "Sam", "last_name": "Park", "username": "sam_example"}
SENDER = {"id": 7_000_000_042, "first_name": "Sam", "last_name": "Park", "username": "sam_example"}
#: What a handler says first, whatever it answers with.
FIRST_WORDS = ("sendmessage", "editmessagetext", "editmessagereplymarkup", "senddocument")

Step = str | Callable[[Chat], Json]


def typed(text: str) -> Callable[[Chat], Json]:
    return lambda chat: chat.user.text(text)


def pressed(label: str) -> Callable[[Chat], Json]:
    return lambda chat: chat.user.press(label)


def dropped(content: str) -> Callable[[Chat], Json]:
    return lambda chat: chat.user.document("people.csv", content.encode())


#: What came before, and the update that comes again.
CASES: Mapping[str, tuple[tuple[Step, ...], Step]] = {
    "a file": ((), dropped(LINKEDIN)),
    "a list": ((), typed("\n".join(f"{name}bert Sample" for name in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"))),
    "Import": ((dropped(LINKEDIN),), pressed("Import")),
    "yes to a file": ((dropped(LINKEDIN),), typed("yes")),
    "Cancel": ((dropped(LINKEDIN),), pressed("Cancel")),
    "a column": ((dropped(ANONYMOUS),), pressed("Name")),
    "the last column": ((dropped(ANONYMOUS), pressed("Name")), pressed("Leave it out")),
    "left out": ((dropped(LINKEDIN + ",,,,,,12 Dec 2018\n"),), pressed("What was left out")),
    "Undo of a file": ((dropped(LINKEDIN), pressed("Import")), pressed("Undo")),
    "sorted": ((dropped(LINKEDIN), pressed("Import"), "/sort", pressed("Skip")), pressed("Monthly")),
    "sorted later": ((dropped(LINKEDIN), pressed("Import"), "/sort", pressed("Skip")), pressed("Later")),
    "never": ((dropped(LINKEDIN), pressed("Import"), "/sort", pressed("Skip")), pressed("Never")),
    "Back one": (
        (dropped(LINKEDIN), pressed("Import"), "/sort", pressed("Skip"), pressed("Never")), pressed("‹ Back one")
    ),
    "many at once": (("everyone at Roche quarterly",), pressed("Do it")),
    "yes to many": (("everyone at Roche quarterly",), typed("yes")),
    "two are one": (("/merge",), pressed("Same person")),
    "two are two": (("/merge",), pressed("Different people")),
    "two later": (("/merge",), pressed("Later")),
    "a tag's rhythm": (("#pycon weekly",), pressed("Let the tag carry it")),
    "a tag renamed": ((), typed("rename #pycon to #conf")),
    "a tag removed": (("/tags", pressed("#pycon"), pressed("Change the tag")), pressed("Remove")),
    "a search": ((), typed("who works at Roche")),
    "found": (("who works at Roche",), pressed("Ben Okafor")),
    "picked people": ((), lambda chat: chat.user.users_shared([PICKED])),
    "forwarded": ((), lambda chat: chat.user.forward("I start in May", "Sam Park", SENDER)),
    "forwarded and added": (
        (lambda chat: chat.user.forward("I start in May", "Sam Park", SENDER),), pressed("Add Sam Park")
    ),
}  # fmt: skip


@pytest.fixture
def network(chat: Chat) -> Chat:
    chat.say("Ben Okafor, works at Roche, monthly, #pycon\nGrace Lim, works at Roche, #pycon")
    chat.say("Grace Lim, works at Acme")
    chat.press("Somebody else")
    return chat


def take(chat: Chat, step: Step) -> str:
    return chat.say(step) if isinstance(step, str) else chat.give(step(chat))


def prepare(chat: Chat, name: str) -> Json:
    before, last = CASES[name]
    for step in before:
        take(chat, step)
    assert not isinstance(last, str)
    return last(chat)


def rows(chat: Chat) -> dict[str, Any]:
    """What is kept, and whether a change was written for it, which an undo would find."""
    last = chat.store.last_change(chat.user.id, now=chat.now)
    return chat.kept() | {"last": last and (last.change.kind, last.change.update_id)}


@pytest.mark.parametrize("name", CASES)
def test_what_comes_twice_is_done_once_also_after_a_restart(network: Chat, name: str) -> None:
    update = prepare(network, name)
    network.give(update)
    kept = rows(network)
    network.give(update)
    assert rows(network) == kept
    network.restart()
    network.give(update)
    assert rows(network) == kept


@pytest.mark.parametrize("name", CASES)
def test_killed_at_its_first_word_it_does_and_says_all_of_it_when_it_comes_again(
    network: Chat, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    update = prepare(network, name)
    call = network.api.call

    async def die(method: str, *rest: Any) -> Any:
        if method.lower() in FIRST_WORDS:
            raise asyncio.CancelledError
        return await call(method, *rest)

    with monkeypatch.context() as dying:
        dying.setattr(network.api, "call", die)
        with pytest.raises(asyncio.CancelledError):
            network.give(update)
    network.restart()
    network.updates.pop()
    said = network.give(update) + network.tick()  # as each start does
    assert said
    assert "too old" not in said
    kept = rows(network)
    network.give(update)
    assert rows(network) == kept
