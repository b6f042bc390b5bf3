from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.drafts import Known
from bot.rules.outreach_meanings import Why
from bot.rules.roster import Roster
from bot.rules.why_phrases import read_why

PEOPLE = Roster([Known(1, "Ana Ruiz"), Known(2, "Ben Okafor")])
TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(("text", "who"), [
    ("why Ana?", "Ana"), ("Why not Ben?", "Ben"), ("why ana ruiz now?", "ana ruiz"), ("why her?", ""), ("why?", ""),
    ("Why did you name Ana", "Ana"), ("when is it Ben's turn?", "Ben"), ("when does Ben come up?", "Ben"),
    ("but why Ana this week?", "Ana"), ("why this one?", ""), ("how come Ana", "Ana"),
])  # fmt: skip
def test_asking_why(text: str, who: str) -> None:
    assert read_why(text, PEOPLE) == Why(who)


@pytest.mark.parametrize(
    "text", ["why don't we go?", "why Zed?", "Ana asked why", "why Ana moved", "why\nAna", "whyAna", ""]
)
def test_asking_something_else(text: str) -> None:
    assert read_why(text, PEOPLE) is None


@given(st.text(max_size=4096) | st.text("why notAnBe?' ", max_size=200))
def test_it_never_raises(text: str) -> None:
    read_why(text, PEOPLE)
