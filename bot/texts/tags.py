"""What Dotty says about tags, and about changing many people at once."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from bot.rules.meanings import Bulk, Retagged, TagPaced, Untagged
from bot.texts.finding import FindingTexts
from bot.texts.people import clip
from bot.texts.voice import Html, esc

if TYPE_CHECKING:
    from storage import TagCount


class TagTexts(FindingTexts):
    # Many at once

    def ask_bulk(
        self, meaning: Bulk, names: Sequence[str], count: int, today: date, *, before: int | None = None
    ) -> Html:
        """How many and whom, and what would be done to them. `names` are the first of the `count`; `before` is how many
        it was when this was asked before, of others."""
        whom = f"{self.how_many(count)} {self.looked_for(meaning.search, today)}".strip()
        listed = [esc(clip(name, 60)) for name in names]
        if count > len(names):
            listed.append(self._("{count} more").format(count=f"{count - len(names):,}"))
        lines = [f"<b>{whom}</b>: {self.listed(listed)}.", self._would(meaning, count)]
        if meaning.action == "cadence" and meaning.search.only_tag is not None:
            lines.append(self._carried(meaning.search.only_tag, meaning.days))
        if before is not None:
            lines.insert(0, self._("It's not the same people any more.") if before == count
                         else self.n_("It's one person now.", "It's {count} people now.", count)
                         .format(count=f"{count:,}"))  # fmt: skip
        return self.fit(lines)

    def _would(self, meaning: Bulk, count: int) -> str:
        match meaning.action:
            case "archive":
                return self.n_("Archive them? Everything is kept, and no nudges come.",
                               "Archive all {count}? Everything is kept, and no nudges come.",
                               count).format(count=f"{count:,}")  # fmt: skip
            case "tag":
                ask = self.n_("Tag them #{tag}?", "Tag all {count} #{tag}?", count)
                return ask.format(count=f"{count:,}", tag=esc(meaning.tag or ""))
            case _ if meaning.days is None:
                return self.n_("Take their rhythm away?", "Take the rhythm of all {count} away?", count).format(
                    count=f"{count:,}"
                )
            case _:
                ask = self.n_("Set the rhythm to {cadence}?", "Set the rhythm of all {count} to {cadence}?", count)
                return ask.format(count=f"{count:,}", cadence=self.cadence(meaning.days))

    def _carried(self, tag: str, days: int | None) -> str:
        """What a tag's rhythm means."""
        if days is None:
            return self._("Or take it off #{tag} only: whoever has a rhythm of their own keeps it.").format(
                tag=esc(tag)
            )
        means = self._(
            "Or let #{tag} carry it: those without a rhythm of their own follow it, now and whoever gets the tag later."
        )
        return means.format(tag=esc(tag))

    def bulk_done(self, result: Mapping[str, Any]) -> Html:
        """What was done to how many; the result of a change of kind "bulk"."""
        count = result["count"]
        people = self.how_many(count)
        match result["action"]:
            case "archive":
                return Html(self._("Archived {people}. Everything is kept.").format(people=people))
            case "restore":
                return Html(self._("{people}: back.").format(people=people))
            case "tag":
                return Html(self._("Tagged {people} #{tag}.").format(people=people, tag=esc(result["tag"] or "")))
            case _:
                cadence = self.cadence(result["days"]) if result["days"] else self._("no set rhythm")
                return Html(self._("{people}: {cadence}.").format(people=people, cadence=cadence))

    def tagged_along(self, text: Html, tags: Sequence[str]) -> Html:
        """An answer, and the tags that were given with the words it answers."""
        return self.fit([text, self._("Tagged {tags}.").format(tags=" ".join(f"#{esc(tag)}" for tag in tags))])

    def nothing_to_change(self) -> Html:
        return Html(self._("There's nothing to change: they are like that already."))

    # Tags

    def tags(self, shown: "Sequence[TagCount]", total: int) -> Html:
        """A line each: how many have it, and the rhythm it carries."""
        if not total:
            return Html(self._("No tags yet. Type # and a word behind anybody, like “Ana Ruiz #pycon”."))
        head = self.n_("{count} tag. Tap it for its people.", "{count} tags. Tap one for its people.", total)
        return self.fit([head.format(count=total), *[self._tag_line(tag) for tag in shown]])

    def _tag_line(self, tag: "TagCount") -> str:
        line = f"<b>#{esc(tag.name)}</b> · {self.how_many(tag.count)}"
        return f"{line} · {self.cadence(tag.cadence_days)}" if tag.cadence_days else line

    def tag(self, tag: "TagCount") -> Html:
        """One tag's menu."""
        people = self.how_many(tag.count)
        if tag.cadence_days:
            text = self._("<b>#{tag}</b>: {people}. Those without a rhythm of their own follow its {cadence}.")
            return Html(text.format(tag=esc(tag.name), people=people, cadence=self.cadence(tag.cadence_days)))
        return Html(self._("<b>#{tag}</b>: {people}. It carries no rhythm.").format(tag=esc(tag.name), people=people))

    def ask_tag_rhythm(self, tag: str) -> Html:
        text = self._("Which rhythm should <b>#{tag}</b> carry? Those without one of their own follow it.")
        return Html(text.format(tag=esc(tag)))

    def ask_tag_name(self, tag: str) -> Html:
        text = self._("What should <b>#{tag}</b> be called? The name of another tag makes them one.")
        return Html(text.format(tag=esc(tag)))

    def bad_tag(self) -> Html:
        return Html(self._("A tag is one word, like #pycon. Or leave it as it is: /cancel."))

    def unknown_tag(self, tag: str, *, near: bool) -> Html:
        text = self._("You have no tag #{tag}.").format(tag=esc(clip(tag, 64)))
        return Html(f"{text} {self._('Did you mean one of these?')}" if near else text)

    def tag_gone(self) -> Html:
        return Html(self._("That tag isn't there any more."))

    def retagged(self, result: Mapping[str, Any]) -> Html:
        """The result of a change of kind "retagged"."""
        people = self.how_many(result["count"])
        text = self._("#{old} is <b>#{name}</b> now: {people}.")
        if result["merged"]:
            text = self._("#{old} and <b>#{name}</b> are one now: {people}.")
        return Html(text.format(old=esc(result["old"]), name=esc(result["name"]), people=people))

    def untagged(self, result: Mapping[str, Any]) -> Html:
        """The result of a change of kind "untagged"."""
        text = self.n_("#{tag} is gone; one person had it.", "#{tag} is gone; {count} people had it.", result["count"])
        return Html(text.format(tag=esc(result["name"]), count=f"{result['count']:,}"))

    def tag_paced(self, result: Mapping[str, Any]) -> Html:
        """The result of a change of kind "tag_cadence"."""
        if result["days"] is None:
            return Html(self._("<b>#{tag}</b> carries no rhythm any more.").format(tag=esc(result["name"])))
        text = self._(
            "<b>#{tag}</b>: {cadence}, for all of its people who have no rhythm of their own: {people} have it."
        )
        if result["count"] == 1:
            text = self._(
                "<b>#{tag}</b>: {cadence}, for all of its people who have no rhythm of their own: {people} has it."
            )
        said = text.format(
            tag=esc(result["name"]), cadence=self.cadence(result["days"]), people=self.how_many(result["count"])
        )
        woken = result.get("woken", 0)
        left = self.n_("One came out of the inbox.", "{count} came out of the inbox.", woken).format(count=f"{woken:,}")
        return Html(f"{said} {left}" if woken else said)

    # Buttons

    def label_tag(self, what: str) -> str:
        labels = {
            "do": self._("Do it"), "cancel": self._("Cancel"), "carry": self._("Let the tag carry it"),
            "carry none": self._("Take it off the tag"),
            "menu": self._("Change the tag…"), "people": self._("Its people"), "rhythm": self._("Rhythm"),
            "rename": self._("Rename"), "remove": self._("Remove from everybody"), "all": self._("All tags"),
        }  # fmt: skip
        return labels[what]

    def label_all(self, days: int | None, count: int) -> str:
        if days is None:
            return self._("No rhythm for all {count}").format(count=f"{count:,}")
        return self._("Set {cadence} for all {count}").format(cadence=self.cadence(days), count=f"{count:,}")

    def label_tagged(self, tag: "TagCount") -> str:
        return f"#{clip(tag.name, 30)} · {tag.count:,}"

    def label_change(self, meaning: Bulk | Retagged | Untagged | TagPaced) -> str:
        """A change of a tag or of many people, as one reading of a sentence."""
        match meaning:
            case Retagged(old, new):
                return clip(self._("Rename #{old} to #{new}").format(old=old, new=new), 60)
            case Untagged(tag):
                return clip(self._("Remove #{tag} from everybody").format(tag=tag), 60)
            case TagPaced(tag, days):
                return clip(self._("Let #{tag} carry: {cadence}").format(tag=tag, cadence=self.cadence(days)), 60)
            case Bulk(search, "archive"):
                return clip(self._("Archive many: {whom}").format(whom=search.text), 60)
            case Bulk(search, "tag"):
                return clip(self._("Tag many: {whom}").format(whom=search.text), 60)
            case _:
                return clip(self._("Set a rhythm for many: {whom}").format(whom=meaning.search.text), 60)
