from bot.rules.meanings import Changed, Unclear


def test_a_change_of_one_fact_has_a_field_and_a_value() -> None:
    changed = Changed("Ana", {"city": "Berlin"})
    assert (changed.field, changed.value) == ("city", "Berlin")


def test_meanings_can_be_compared_and_kept_in_sets() -> None:
    assert len({Changed("Ana", {"city": "Berlin"}), Changed("Ana", {"city": "Berlin"}), Unclear()}) == 2
