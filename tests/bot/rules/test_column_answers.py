import pytest

from bot.keyboards import COLUMNS
from bot.rules.column_answers import read_column
from bot.texts import Texts


@pytest.mark.parametrize("field", COLUMNS)
def test_each_button_s_label_can_be_typed(field: str) -> None:
    assert read_column(Texts().column(field)) == field


@pytest.mark.parametrize(
    ("typed", "field"),
    [("Leave it out", "out"), ("skip", "out"), ("leave out the rest", "rest"), ("Job title.", "role"),
     ("Ana Ruiz", None), ("name " * 10, None)],
)  # fmt: skip
def test_other_words_for_a_column(typed: str, field: str | None) -> None:
    assert read_column(typed) == field
