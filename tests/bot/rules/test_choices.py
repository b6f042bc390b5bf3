import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.choices import Choice, draft_from_json, draft_to_json
from bot.rules.drafts import Draft

DAY = date(2026, 11, 23)
ASKED = Choice(1, "coffee with Ana and Ben", DAY)
texts = st.text(max_size=20)
drafts = st.builds(
    Draft, st.text(min_size=1, max_size=20), cadence_days=st.none() | st.integers(1, 999), city=st.none() | texts,
    met_on=st.none() | st.dates(), touched_on=st.none() | st.dates(), tags=st.lists(texts, max_size=3).map(tuple),
    notes=st.lists(texts, max_size=3).map(tuple),
)  # fmt: skip
choices = st.builds(
    Choice, st.integers(0, 2**40), texts, st.dates(),
    asking=st.sampled_from(["", "which", "same", "mean", "new", "what"]),
    typed=texts, ids=st.lists(st.integers(), max_size=3).map(tuple),
    picked=st.dictionaries(texts, st.integers(), max_size=3),
    labels=st.lists(texts, max_size=3).map(tuple), reading=st.none() | st.integers(0, 9),
    purpose=st.sampled_from(["", "note", "touch"]), nudge_id=st.none() | st.integers(),
    drafts=st.lists(drafts, max_size=2).map(tuple),
)  # fmt: skip


@given(choices)
def test_a_choice_survives_being_kept(choice: Choice) -> None:
    assert Choice.from_json(json.loads(json.dumps(choice.to_json()))) == choice


@given(drafts)
def test_a_draft_survives_being_kept(draft: Draft) -> None:
    assert draft_from_json(json.loads(json.dumps(draft_to_json(draft)))) == draft


def test_names_are_picked_one_after_the_other() -> None:
    choice = ASKED.ask("which", typed="Ana", ids=[3, 4]).pick(4).ask("which", typed="Ben", ids=[5, 6]).pick(5)
    assert choice.picked == {"Ana": 4, "Ben": 5}
    assert (choice.asking, choice.ids) == ("", ())


def test_the_namesakes_are_settled_one_after_the_other() -> None:
    choice = ASKED.about([Draft("Ana"), Draft("Ben")]).ask("same").settle_first()
    assert choice.drafts == (Draft("Ben"),)
    assert choice.settle_first().drafts == ()


def test_a_reading_a_purpose_and_a_token_are_remembered() -> None:
    choice = ASKED.ask("mean", labels=["a", "b"]).read(1).meant_as("note").asked_by(9)
    assert (choice.reading, choice.purpose, choice.token, choice.text, choice.on) == (1, "note", 9, ASKED.text, DAY)


@pytest.mark.parametrize(
    "change", [lambda each: each.pick(1), lambda each: each.ask("what"), lambda each: each.read(0)]
)
def test_each_step_gives_a_new_choice(change: object) -> None:
    assert callable(change)
    assert change(ASKED) != ASKED
    assert Choice(1, "coffee with Ana and Ben", DAY) == ASKED
