"""Whom a text may mean: found by its words."""

import pytest

from tests.chat import Chat


@pytest.mark.parametrize(("text", "answer"), [
    ("called Ana's sister yesterday", ""), ("Ana's birthday is 12 May", "Birthday: 12 May"), ("Anna Ruis", "Ana Ruiz\n"),
    ("called ana r yesterday", "Ana Ruiz"), ("Ben", "Ben O'Neil\n"), ("ONeil", "Ben O'Neil\n"),
    ("wrote to ben oneil", "Ben O'Neil"),
    ("Zora Novak, monthly", "Added Zora Novak"), ("Ana Ruiz, weekly", "already have"), ("Ana and Ben", "[Open Ana]"),
    ("/people oneil", "Ben O'Neil"), ("/next", "Ana Ruiz"), ("/erase", "deletes 2 people"), ("add Ana, Joe Park", "Added"),
])  # fmt: skip
def test_a_text_means_whom_its_words_name(chat: Chat, text: str, answer: str) -> None:
    chat.say("Ana Ruiz, monthly\nBen O'Neil")
    said = chat.say(text)
    assert answer in said
    assert "my fault" not in said


def test_a_namesake_among_many_of_one_first_name_is_still_seen(chat: Chat) -> None:
    for first in "AEIOJ":
        chat.say("add " + "\n".join(f"Maria {first}{second}sample" for second in "abcdefghijklmnopqrst"))
    assert "already have" in chat.say("Maria Jjsample, weekly")
    assert chat.names().count("Maria Jjsample") == 1
