from bot.rules.city_names import other_names
from bot.rules.names import fold


def test_a_city_has_its_names_in_other_languages() -> None:
    assert ("munchen",) in other_names(("munich",))
    assert ("munich",) in other_names(("munchen",))
    assert ("copenhagen",) in other_names(("kopenhagen",))
    assert ("new", "york") in other_names(("nyc",))
    assert ("cologne",) in other_names((fold("Köln"),))


def test_a_city_is_none_of_its_own_other_names() -> None:
    assert ("munich",) not in other_names(("munich",))


def test_what_is_no_city_of_the_table_has_none() -> None:
    assert other_names(("smallville",)) == []
    assert other_names(()) == []
