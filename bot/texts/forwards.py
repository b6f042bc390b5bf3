"""What Dotty says about people who come from Telegram itself."""

from collections.abc import Sequence

from bot.texts.people import clip
from bot.texts.voice import Html, Voice, esc


class ForwardTexts(Voice):
    def label_picker(self) -> str:
        return self._("Pick from Telegram")

    def label_pick(self) -> str:
        return self._("Choose people")

    def ask_pick(self) -> Html:
        return Html(
            self._("Tap “Choose people” below and pick up to ten. I get their names and usernames, nothing else.")
        )

    def picked_known(self, names: Sequence[str]) -> Html:
        """Of those picked, who is there already."""
        listed = self.listed([f"<b>{esc(clip(name, 60))}</b>" for name in names])
        return Html(self._("You already have {names}.").format(names=listed))

    def picked_nameless(self) -> Html:
        return Html(self._("Telegram gave me no name for them. Type who they are, and I'll add them."))

    def forwarded_nothing(self, name: str) -> Html:
        """A picture or the like, forwarded from somebody who is there."""
        text = self._("That's from <b>{name}</b>, but I can only keep words. What should I remember about it?")
        return Html(text.format(name=esc(name)))
