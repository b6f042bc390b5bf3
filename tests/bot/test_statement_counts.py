"""How many statements an update costs: few, and no more for a large network than for a small one."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import event

from tests.chat import Chat

#: What is typed or pressed, and the most statements it may take, transactions' beginnings left out.
COSTS = {
    "done": 18,
    "done, she has a new job": 27,
    "talked to Ana about tea": 30,
    "Zed Quill, quarterly": 23,
    "note on Ana: plays chess": 23,
    "Ana": 24,
    "/people": 6,
    "/settings": 2,
    "hello": 4,
}


@contextmanager
def counted(chat: Chat) -> Iterator[list[str]]:
    """The statements that run inside."""
    statements: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        if not statement.startswith("BEGIN"):
            statements.append(statement)

    event.listen(chat.store.engine, "before_cursor_execute", note)
    try:
        yield statements
    finally:
        event.remove(chat.store.engine, "before_cursor_execute", note)


def cost(chat: Chat, text: str) -> int:
    with counted(chat) as statements:
        chat.say(text)
    return len(statements)


@pytest.mark.parametrize("text", COSTS)
def test_an_update_takes_few_statements(chat: Chat, text: str) -> None:
    chat.say("Ana Ruiz, met at PyCon, weekly")
    chat.week()
    assert cost(chat, text) <= COSTS[text]


@pytest.mark.parametrize("text", ["done", "Ana", "/people", "note on Ana: plays chess", "hello"])
def test_a_larger_network_takes_no_more_statements(chat: Chat, text: str) -> None:
    chat.say("Ana Ruiz, met at PyCon, weekly")
    chat.week()
    few = cost(chat, text)
    chat.say("undo")
    chat.say("\n".join(f"Person{number} Madeup{number}, quarterly" for number in range(40)))
    chat.week()
    chat.say("/cancel")
    assert cost(chat, text) <= few + 2


def test_a_button_pressed_takes_few_statements(chat: Chat) -> None:
    chat.say("Ana Ruiz, met at PyCon, weekly")
    chat.week()
    with counted(chat) as statements:
        chat.press("✓ Done")
    assert len(statements) <= 17
