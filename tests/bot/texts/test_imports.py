from typing import Any

import pytest

from bot.keyboards import COLUMNS
from bot.texts import Texts
from tests.bot.texts.saying import ESCAPED, LONG, TYPED, assert_fit_to_send

TEXTS = Texts("en")
COUNTS: dict[str, Any] = {
    "new": 2_400, "updated": 1, "same": 3, "namesakes": 1, "skipped": {"no_name": 8, "restricted": 4},
    "examples": [(TYPED, TYPED, TYPED), (TYPED, None, None)],
}  # fmt: skip
SAID = {
    "guide": TEXTS.import_guide(),
    "reading": TEXTS.import_reading(LONG),
    "running": TEXTS.import_running(500, 30_000),
    "preview": TEXTS.import_preview(LONG, "table", {**COUNTS, "examples": [(LONG, LONG, LONG)] * 5}),
    "imported": TEXTS.imported(50_000, 50_000, COUNTS, sort=True),
    "undo?": TEXTS.ask_undo_import([LONG] * 300),
    "undone": TEXTS.import_undone(COUNTS, 3, 1, 2),
    "column": TEXTS.ask_column(LONG, [LONG] * 3, 1, 2),
}


@pytest.mark.parametrize("name", SAID)
def test_what_is_said_of_a_file_is_fit_to_send_whatever_is_in_it(name: str) -> None:
    assert_fit_to_send(SAID[name])


def test_a_preview_says_how_many_are_what_with_examples() -> None:
    assert TEXTS.import_preview("people.csv", "linkedin", COUNTS).splitlines() == [
        "<b>people.csv</b>: LinkedIn connections",
        "2,400 new",
        "1 you have, with something new",
        "3 you have already",
        "12 left out: no name (8), members who left LinkedIn (4)",
        "",
        f"• {ESCAPED} ({ESCAPED}, {ESCAPED})",
        f"• {ESCAPED}",
        "• and 2,398 more",
        "",
        "They'd go to your inbox: no nudges until you sort them. /sort shows the likeliest first.",
        "What you typed yourself stays as it is.",
        "One has the name of somebody you have: I'll keep them apart; /merge compares them.",
    ]


def test_a_list_typed_into_the_chat_has_no_name() -> None:
    assert TEXTS.import_preview("", "names", COUNTS).startswith("<b>A list of names</b>\n")


def test_a_file_with_nothing_new_says_so_and_nothing_of_the_inbox() -> None:
    said = TEXTS.import_preview("a.csv", "table", {"new": 0, "updated": 0, "same": 5})
    assert "nothing to take in" in said
    assert "inbox" not in said


@pytest.mark.parametrize(("new", "updated", "told"), [
    (1, 0, "one person is new"), (2_400, 0, "2,400 people are new"), (0, 1, "one has something new"),
    (1, 2, "one person is new and 2 have something new"), (0, 0, "everybody in it was there already"),
])  # fmt: skip
def test_what_was_taken_in_is_counted(new: int, updated: int, told: str) -> None:
    assert TEXTS.imported(new, updated, {}, sort=True).startswith(f"Taken in: {told}.")


def test_a_single_reason_is_not_counted_twice() -> None:
    assert TEXTS.skip_reasons({"skipped": {"no_name": 1_200}}) == "1,200 left out: no name"
    assert TEXTS.skip_reasons({}) == ""


def test_an_undo_says_who_went_who_stayed_and_who_is_back() -> None:
    assert TEXTS.import_undone({"new": 3}, 0, 0, 0) == "Taken back: that import (3 people)."
    assert TEXTS.import_undone({"new": 3}, 1, 2, 0) == (
        "Taken back: that import (2 people). The one you told me about stays. "
        "2 people you had merged with some of them are back on their own."
    )


def test_of_many_amended_only_the_first_are_named() -> None:
    assert "A, B, C, D, E and one more" in TEXTS.ask_undo_import(list("ABCDEF"))


@pytest.mark.parametrize("name", COLUMNS)
def test_every_column_that_is_offered_has_a_name(name: str) -> None:
    assert TEXTS.column(name)
