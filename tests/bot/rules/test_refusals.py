from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.drafts import Known
from bot.rules.outreach_meanings import Refused
from bot.rules.refusals import read_refusal
from bot.rules.roster import Roster

PEOPLE = Roster([Known(1, "Ana Ruiz"), Known(2, "Ben Okafor"), Known(3, "Grace Lim")])
TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(("text", "who", "because"), [
    ("not Ana, too soon", "Ana", "soon"),
    ("not Ana because it's too soon", "Ana", "soon"),
    ("too soon", "", "soon"),
    ("it's too soon for Ana", "Ana", "soon"),
    ("Ana is too soon", "Ana", "soon"),
    ("not her: too soon", "", "soon"),
    ("we're not close any more", "", "distant"),
    ("Ana and I aren't close any more", "Ana", "distant"),
    ("no, not Ben, we're no longer close", "Ben", "distant"),
    ("we've drifted apart", "", "distant"),
    ("wrong moment for Ben", "Ben", "moment"),
    ("not the right time for Ben", "Ben", "moment"),
    ("not her, bad timing", "", "moment"),
    ("Ana: wrong moment", "Ana", "moment"),
    ("her sister keeps in touch", "", "other"),
    ("my wife stays in touch with her", "", "other"),
    ("somebody else keeps in touch with Ana", "Ana", "other"),
    ("Ben keeps in touch with Grace", "Grace", "other"),
    ("not Ana", "Ana", None),
    ("not him", "", None),
])  # fmt: skip
def test_not_them_and_why(text: str, who: str, because: str | None) -> None:
    read = read_refusal(text, PEOPLE)
    assert read is not None
    assert (read.who, read.because) == (who, because)


@pytest.mark.parametrize("text", [
    "she keeps in touch", "it's the right moment", "not now", "not sure", "Ben is close", "not Ana before March", "Ana",
    "too soon to tell what she wants to do about it all and where", "not Zed, too soon", "good time for Ben", "",
    "not\nAna", "no",
])  # fmt: skip
def test_what_says_something_else_is_left_alone(text: str) -> None:
    assert read_refusal(text, PEOPLE) is None


@given(st.text(max_size=4096) | st.text("not AnaBe,tosw'rgmc ", max_size=160))
def test_it_never_raises(text: str) -> None:
    read = read_refusal(text, PEOPLE)
    assert read is None or isinstance(read, Refused)
