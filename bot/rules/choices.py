"""A sentence that Dotty could not act on at once, and what the user has chosen of it so far.

It is kept as JSON in the user's step. After each choice the same sentence is understood again, with one question less,
until it can be acted on. Every transition gives a new Choice; nothing here asks or writes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, fields, replace
from datetime import date
from typing import Any, Literal

from bot.rules.drafts import Draft

#: What is asked: whom a name means · whether a known name is the same person · which reading · whether to add somebody
#: unknown · what an unrecognised text is for.
Asking = Literal["", "which", "same", "mean", "new", "what"]


@dataclass(frozen=True, slots=True)
class Choice:
    """`token` is the id of the update that asked last: its buttons carry it, so that older ones are known as such.

    `on` is the day the text was typed, in the user's zone: "yesterday" keeps its meaning while Dotty asks.
    """

    token: int
    text: str
    on: date
    asking: Asking = ""
    #: The typed name the question is about.
    typed: str = ""
    #: The contacts offered as answers.
    ids: tuple[int, ...] = ()
    #: Typed name → contact id, as chosen.
    picked: Mapping[str, int] = field(default_factory=dict)
    #: The names that were typed when it was asked whom a touch was with.
    who: tuple[str, ...] = ()
    #: What each button says, where readings are offered.
    labels: tuple[str, ...] = ()
    #: Which reading of an unclear text was chosen.
    reading: int | None = None
    #: What an unrecognised text was said to be, once the user said it: a note, or about a touch.
    purpose: Literal["", "note", "touch", "promise"] = ""
    #: The nudge that the text was a reply to.
    nudge_id: int | None = None
    #: People still to be asked about; the question is about the first.
    drafts: tuple[Draft, ...] = ()

    def ask(self, asking: Asking, *, typed: str = "", ids: Sequence[int] = (), labels: Sequence[str] = ()) -> Choice:
        return replace(self, asking=asking, typed=typed, ids=tuple(ids), labels=tuple(labels))

    def pick(self, contact_id: int) -> Choice:
        """The typed name means this contact."""
        return replace(self, asking="", ids=(), picked={**self.picked, self.typed: contact_id})

    def named(self, who: Sequence[str]) -> Choice:
        """They were in touch with all of these."""
        return replace(self, asking="", ids=(), who=tuple(who))

    def read(self, reading: int) -> Choice:
        return replace(self, asking="", reading=reading)

    def meant_as(self, purpose: Literal["note", "touch", "promise"]) -> Choice:
        """The text, which was not recognised, is a note, or what a touch was about; on whom is still to be said."""
        return replace(self, asking="", purpose=purpose)

    def about(self, drafts: Sequence[Draft]) -> Choice:
        """From here it is about adding these people."""
        return replace(self, asking="", drafts=tuple(drafts))

    def settle_first(self) -> Choice:
        """The first of the drafts is dealt with."""
        return replace(self, asking="", ids=(), drafts=self.drafts[1:])

    def asked_by(self, token: int) -> Choice:
        return replace(self, token=token)

    def to_json(self) -> dict[str, Any]:
        kept = {item.name: getattr(self, item.name) for item in fields(self)}
        kept |= {name: list(kept[name]) for name in ("ids", "labels", "who")}
        kept |= {"on": self.on.isoformat(), "picked": dict(self.picked)}
        return kept | {"drafts": [draft_to_json(draft) for draft in self.drafts]}

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> Choice:
        drafts = tuple(draft_from_json(draft) for draft in kept["drafts"])
        on = date.fromisoformat(kept["on"])
        lists: dict[str, Any] = {name: tuple(kept[name]) for name in ("ids", "labels", "who")}
        given: dict[str, Any] = {**kept, **lists, "on": on, "drafts": drafts}
        return cls(**given)


def draft_to_json(draft: Draft) -> dict[str, Any]:
    kept = {name: value for name, value in asdict(draft).items() if value not in (None, ())}
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in kept.items()}


def draft_from_json(kept: Mapping[str, Any]) -> Draft:
    given: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in kept.items()}
    for name in ("met_on", "touched_on", "added_on", "snoozed_until", "turn_on"):
        if name in given:
            given[name] = date.fromisoformat(given[name])
    return Draft(**given)
