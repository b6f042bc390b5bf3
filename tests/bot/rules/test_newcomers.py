from datetime import date

import pytest

from bot.rules.drafts import Draft
from bot.rules.meanings import Changed, Meaning, Named, Noted, Touched
from bot.rules.newcomers import draft_of

DAY = date(2026, 11, 22)


@pytest.mark.parametrize(("meaning", "draft"), [
    (Touched(("Ana",), DAY, "call", "the trial"),
     Draft("Ana", notes=("the trial",), touched_on=DAY, channel="call")),
    (Touched(("Ana",), DAY), Draft("Ana", touched_on=DAY)),
    (Noted("Ana", "plays go"), Draft("Ana", notes=("plays go",))),
    (Noted("", ""), Draft("Ana")),
    (Changed("Ana", {"city": "Rome", "cadence": "30"}), Draft("Ana", city="Rome", cadence_days=30)),
    (Changed("Ana", {"tag": "go,chess", "phone": "+34600123456", "email": "a@example.org", "link": "https://example.org"}),
     Draft("Ana", tags=("go", "chess"), phones=("+34600123456",), emails=("a@example.org",),
           links=("https://example.org",))),
    (Changed("Ana", {"name": "Anna", "telegram": "anaruiz"}), Draft("Ana", telegram="anaruiz")),
    (Named("Ana"), Draft("Ana")),
])  # fmt: skip
def test_what_the_sentence_told_is_kept_of_somebody_new(meaning: Meaning, draft: Draft) -> None:
    assert draft_of("Ana", meaning) == draft
