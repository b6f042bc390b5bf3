"""What Dotty says when an opener is changed."""

from collections.abc import Sequence

from bot.rules.languages import NAMES
from bot.texts.voice import Html, Voice, esc


class ReworkTexts(Voice):
    def own_words_kept(self, name: str) -> Html:
        return Html(self._("Your own words to <b>{name}</b>, then. The buttons carry them now.").format(name=esc(name)))

    def own_words_or_note(self, name: str) -> Html:
        return Html(self._("Is that what you'd like to write to <b>{name}</b>, or something to remember?").format(
            name=esc(name)
        ))  # fmt: skip

    def words_gone(self) -> Html:
        return Html(self._("Something else came in between, and I let go of that. Send it once more as a reply."))

    def own_words_too_long(self, most: int) -> Html:
        text = self._(
            "That's a letter, and the buttons can't carry it. Up to {most} characters fit; send me a shorter one."
        )
        return Html(text.format(most=most))

    def short_already(self) -> Html:
        return Html(self._("I can't make it any shorter. Type your own words as a reply to it, and I'll keep them."))

    def no_other_words(self) -> Html:
        return Html(
            self._("I have no other words for that. Type your own as a reply to the nudge, and I'll keep them.")
        )

    def no_openers_in(self, language: str, known: Sequence[str]) -> Html:
        """`language` and `known` are codes."""
        text = self._("I can't write {language} yet, only {known}. Type your own words as a reply, and I'll keep them.")
        return Html(text.format(
            language=self._language_name(language), known=self.listed([self._language_name(each) for each in known])
        ))  # fmt: skip

    def voice_set(self, name: str, voice: str) -> Html:
        said = {
            "warm": self._("All right. Openers to <b>{name}</b> will sound warm."),
            "brief": self._("All right. Openers to <b>{name}</b> will be brief."),
            "formal": self._("All right. Openers to <b>{name}</b> will be formal."),
        }
        return Html(said[voice].format(name=esc(name)))

    def label_rework(self, what: str) -> str:
        return {"give": self._("Offer something instead"), "ask": self._("Ask all the same")}[what]

    def label_own(self, what: str) -> str:
        return {"opener": self._("Use it as the opener"), "note": self._("Remember it")}[what]

    def _language_name(self, code: str) -> str:
        return {
            "en": self._("English"), "es": self._("Spanish"), "de": self._("German"), "fr": self._("French"),
        }.get(code) or NAMES.get(code, code)  # fmt: skip
