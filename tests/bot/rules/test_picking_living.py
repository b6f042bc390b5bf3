"""Two years of made-up networks, as `make bench` lives them: the rule beside naming anybody and naming the most overdue."""

import pytest

from tests.bench.living import RULES, live, lived, network


@pytest.mark.parametrize("answered", [0.3, 0.6, 0.95])
def test_more_are_within_their_cadence_and_nobody_is_lost_sight_of_for_so_long(answered: float) -> None:
    lives = {name: lived(20, answered, rule) for name, rule in RULES.items()}
    dotty = lives.pop("Dotty")
    for other in lives.values():
        assert dotty.within > other.within
        assert dotty.neglect < other.neglect
        assert dotty.unreached_weeks == other.unreached_weeks


def test_so_it_is_where_one_nudge_a_week_can_never_serve_all() -> None:
    lives = {name: live(network(150, 1), 0.6, rule, 1) for name, rule in RULES.items()}
    dotty = lives.pop("Dotty")
    assert all(dotty.within > other.within and dotty.neglect < other.neglect for other in lives.values())
