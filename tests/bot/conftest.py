"""A chat that has come as far as its first nudge, which many tests begin with."""

import pytest

from tests.chat import Chat

ANA = "Ana Ruiz, monthly, +34 600 123 456, @anaruiz, linkedin.com/in/anaruiz"


@pytest.fixture
def three(chat: Chat) -> Chat:
    """Monday 23 November. Ana, Ben and Grace, monthly; the first nudge is due in a week, on the 30th at 09:00."""
    chat.say(f"{ANA}\nBen Okafor, monthly\nGrace Lim, monthly")
    return chat


@pytest.fixture
def nudged(three: Chat) -> Chat:
    """Monday 30 November, 09:00: Dotty has just named Ana; Ben and Grace wait."""
    assert "Ana Ruiz" in three.week()
    return three
