"""The buttons under /start."""

import pytest

from tests.chat import Chat


@pytest.mark.parametrize(("button", "question"), [
    ("Who", "Who matters to you? Type a name or several"), ("Where", "Is it 09:30 where you are now (London)?"),
    ("When", "When should the nudge come? Now it's Monday 09:00."), ("Skip", "All set. The next nudge comes"),
])  # fmt: skip
def test_each_button_opens_its_question(chat: Chat, button: str, question: str) -> None:
    chat.say("/start")
    said = chat.press(button)
    assert said.startswith(question)
    assert chat.again() == said


@pytest.mark.parametrize(("button", "question"), [("Who", "Type a name"), ("Where", "Is it"), ("When", "When should")])
def test_an_old_button_still_opens_its_question(chat: Chat, button: str, question: str) -> None:
    chat.say("/start")
    start = chat.newest()[0]
    chat.press("Skip")
    chat.say("pause")
    chat.days(60)
    assert question in chat.press(button, start)
