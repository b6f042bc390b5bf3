from typing import Any

import pytest

from bot.rules.meanings import Bulk
from bot.rules.searches import Search
from bot.texts import Texts
from storage import TagCount
from tests.bot.texts.saying import ESCAPED, LONG, TODAY, TYPED, assert_fit_to_send

TEXTS = Texts("en")
TAGGED = Search(f"#{TYPED}", tags=(TYPED,))
WORST = TagCount(1, TYPED, 3653, 50_000)
SAID = {
    "bulk": TEXTS.ask_bulk(Bulk(Search(LONG), "tag", tag=TYPED), [LONG] * 5, 50_000, TODAY),
    "bulk of a tag": TEXTS.ask_bulk(Bulk(TAGGED, "cadence", 30), [TYPED], 2, TODAY),
    "bulk of a tag, none": TEXTS.ask_bulk(Bulk(TAGGED, "cadence"), [TYPED], 2, TODAY),
    "tags": TEXTS.tags([TagCount(n, "&" * 64, 3653, 50_000) for n in range(20)], 10_000),
    "tag": TEXTS.tag(WORST),
    "rhythm": TEXTS.ask_tag_rhythm(TYPED),
    "name": TEXTS.ask_tag_name(TYPED),
    "unknown": TEXTS.unknown_tag(LONG, near=True),
    "done": TEXTS.bulk_done({"action": "tag", "count": 2, "tag": TYPED}),
    "renamed": TEXTS.retagged({"old": TYPED, "name": TYPED, "merged": True, "count": 2}),
    "removed": TEXTS.untagged({"name": TYPED, "count": 2}),
    "paced": TEXTS.tag_paced({"name": TYPED, "days": 30, "count": 2}),
    "unpaced": TEXTS.tag_paced({"name": TYPED, "days": None, "count": 2}),
}


@pytest.mark.parametrize("name", SAID)
def test_what_is_said_of_tags_is_fit_to_send_whatever_they_are_called(name: str) -> None:
    assert_fit_to_send(SAID[name])


@pytest.mark.parametrize(("result", "said"), [
    ({"action": "archive", "count": 1}, "Archived 1 person. Everything is kept."),
    ({"action": "restore", "count": 2_400}, "2,400 people: back."),
    ({"action": "tag", "count": 2, "tag": "vip"}, "Tagged 2 people #vip."),
    ({"action": "cadence", "count": 2, "days": 30}, "2 people: monthly."),
    ({"action": "cadence", "count": 1, "days": None}, "1 person: no set rhythm."),
])  # fmt: skip
def test_what_was_done_to_many_is_told(result: dict[str, Any], said: str) -> None:
    assert TEXTS.bulk_done(result) == said


@pytest.mark.parametrize(("result", "said"), [
    ({"days": 30, "count": 1}, "1 person has it."), ({"days": 30, "count": 5}, "5 people have it."),
    ({"days": 30, "count": 5, "woken": 1}, "5 people have it. One came out of the inbox."),
    ({"days": 30, "count": 5, "woken": 1_200}, "5 people have it. 1,200 came out of the inbox."),
])  # fmt: skip
def test_a_tags_rhythm_says_whom_it_moves(result: dict[str, Any], said: str) -> None:
    assert TEXTS.tag_paced({"name": "vip", **result}).endswith(said)


@pytest.mark.parametrize(("count", "said"), [
    (1, "#vip is gone; one person had it."), (1_200, "#vip is gone; 1,200 people had it."),
])  # fmt: skip
def test_a_tag_that_is_gone_says_how_many_had_it(count: int, said: str) -> None:
    assert TEXTS.untagged({"name": "vip", "count": count}) == said


def test_a_list_of_tags_shows_the_rhythms_they_carry() -> None:
    shown = [TagCount(1, TYPED, 30, 2), TagCount(2, "chess", None, 1)]
    assert TEXTS.tags(shown, 2).splitlines()[1:] == [
        f"<b>#{ESCAPED}</b> · 2 people · monthly", "<b>#chess</b> · 1 person",
    ]  # fmt: skip
