"""What Dotty says about files of people, and bringing them in."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.texts.import_problems import ImportProblemTexts
from bot.texts.people import clip
from bot.texts.voice import Html, esc


class ImportTexts(ImportProblemTexts):
    def too_many_files(self) -> Html:
        return Html(self._("I'm still busy with your other files. Send this one again once they are done."))

    def files_for_now(self) -> Html:
        return Html(self._("That's as many lists as I can read in an hour. Send this one again in a few minutes."))

    def import_further_down(self) -> Html:
        return Html(self._("You'll find this one further down."))

    def import_guide(self) -> Html:
        return Html("\n".join([
            self._("Drop a file into this chat, and I show you who is in it before I take anybody in."),
            "",
            self._("• <b>LinkedIn</b>: Settings → Data privacy → Get a copy of your data → Connections. The mail takes "
                   "about ten minutes; send me the .zip or Connections.csv."),
            self._("• <b>Google</b>: contacts.google.com → Export → Google CSV"),
            self._("• <b>iPhone</b>: Contacts → Lists → hold one → Export; or icloud.com → Contacts → Export vCard"),
            self._("• <b>Android</b>: Contacts → Settings → Export → .vcf file"),
            self._("• <b>Telegram</b>: Telegram Desktop → Settings → Advanced → Export Telegram data → Contacts, as "
                   "JSON; or pick people right here with /add"),
            self._("• any other .csv or .xlsx, or a list of names, pasted"),
        ]))  # fmt: skip

    def import_reading(self, file_name: str) -> Html:
        if not file_name:
            return Html(self._("Reading your list…"))
        return Html(self._("Reading <b>{name}</b>…").format(name=esc(clip(file_name, 60))))

    def import_running(self, done: int, total: int) -> Html:
        if not total:
            return Html(self._("Taking them in…"))
        return Html(self._("Taking them in: {done} of {total}").format(done=f"{done:,}", total=f"{total:,}"))

    def import_preview(self, file_name: str, format: str, counts: Mapping[str, Any]) -> Html:
        """`counts` as bot.import_work keeps them."""
        new, updated = counts["new"], counts["updated"]
        lines = [self._import_head(file_name, format), *self._import_counts(counts)]
        if counts.get("examples"):
            lines += ["", *[f"• {self._example(*each)}" for each in counts["examples"]]]
            if new > len(counts["examples"]):
                lines.append(self._("• and {count} more").format(count=f"{new - len(counts['examples']):,}"))
        lines += self._import_changes(updated, counts.get("changes", ()))
        if not new and not updated:
            return self.fit([*lines, "", self._("There is nothing new in it, so there is nothing to take in.")])
        return self.fit([*lines, "", *self._import_place(format, counts)])

    def _import_changes(self, updated: int, changes: Sequence[Any]) -> list[str]:
        """What is new of some who are there."""
        if not changes:
            return []
        lines = ["", self._("New about those you have:")]
        lines += [f"• {esc(clip(name, 60))}: {self._news(told)}" for name, told in changes]
        if more := updated - len(changes):
            lines.append(self._("• and {count} more").format(count=f"{more:,}"))
        return lines

    def _news(self, told: Sequence[Sequence[str]]) -> str:
        """Each fact once: what is short as it is, of the rest only what it is."""
        words = {
            "birthday": self._("birthday"), "met_on": self._("when you met"), "met": self._("how you met"),
            "cadence_days": self._("rhythm"), "language": self._("language"), "needs": self._("what they need"),
            "offers": self._("what they offer"), "note": self._("a note"), "link": self._("a link"),
            "history": self._("what you did together"), "telegram_id": self._("Telegram"),
        }  # fmt: skip
        parts = [words.get(field) or ("#" if field == "tag" else "") + esc(clip(value, 60)) for field, value in told]
        return ", ".join(list(dict.fromkeys(parts))[:6])

    def _import_head(self, file_name: str, format: str) -> str:
        formats = {
            "linkedin": self._("LinkedIn connections"), "google": self._("Google contacts"),
            "vcard": self._("contact cards"), "telegram": self._("Telegram contacts"), "names": self._("a list of names"),
            "dotty": self._("your own export"), "dotty_csv": self._("your own export"),
        }  # fmt: skip
        what = formats.get(format, self._("a table"))
        return f"<b>{esc(clip(file_name, 60))}</b>: {what}" if file_name else f"<b>{what.capitalize()}</b>"

    def _import_counts(self, counts: Mapping[str, Any]) -> list[str]:
        lines = []
        for name, words in (
            ("new", self.n_("{count} new", "{count} new", counts["new"])),
            ("updated", self.n_("{count} you have, with something new", "{count} you have, with something new", 2)),
            ("same", self.n_("{count} you have already", "{count} you have already", 2)),
        ):
            if counts.get(name) or (name == "new" and not (counts["updated"] or counts["same"])):
                lines.append(words.format(count=f"{counts[name]:,}"))
        if reasons := self.skip_reasons(counts):
            lines.append(reasons)
        return lines

    def skip_reasons(self, counts: Mapping[str, Any]) -> str:
        """ "12 left out: no name (8), members who left LinkedIn (4)"; "" where nothing was."""
        skipped: Mapping[str, int] = counts.get("skipped", {})
        if not skipped:
            return ""
        reasons = [
            self.skip_reason(name) + (f" ({count:,})" if len(skipped) > 1 else "") for name, count in skipped.items()
        ]
        count = f"{sum(skipped.values()):,}"
        return self._("{count} left out: {reasons}").format(count=count, reasons=", ".join(reasons))

    def _example(self, name: str, role: str | None, company: str | None) -> str:
        work = ", ".join(esc(clip(part, 60)) for part in (role, company) if part)
        return f"{esc(clip(name, 60))} ({work})" if work else esc(clip(name, 60))

    def _import_place(self, format: str, counts: Mapping[str, Any]) -> list[str]:
        lines = []
        if format == "dotty":
            lines.append(self._("They come back as they were, with their notes and what you did together."))
        elif counts["new"]:
            lines.append(
                self._("They'd go to your inbox: no nudges until you sort them. /sort shows the likeliest first.")
            )
        if counts["updated"] and format != "dotty":
            lines.append(self._("What you typed yourself stays as it is."))
        if namesakes := counts.get("namesakes"):
            lines.append(self.n_(
                "One has the name of somebody you have: I'll keep them apart; /merge compares them.",
                "{count} have the name of somebody you have: I'll keep them apart; /merge compares them.", namesakes,
            ).format(count=f"{namesakes:,}"))  # fmt: skip
        if "room" in counts:
            lines = [self.import_full(counts["new"], counts["room"])]
        return lines

    def imported(self, new: int, updated: int, counts: Mapping[str, Any], *, sort: bool) -> Html:
        """`sort`: they wait in the inbox."""
        parts = [
            self.n_("one person is new", "{count} people are new", new).format(count=f"{new:,}") if new else "",
            self.n_("one has something new", "{count} have something new", updated).format(count=f"{updated:,}")
            if updated else "",
        ]  # fmt: skip
        told = self.listed([part for part in parts if part]) or self._("everybody in it was there already")
        lines = [self._("Taken in: {told}.").format(told=told)]
        if reasons := self.skip_reasons(counts):
            lines.append(f"{reasons}.")
        if sort and new:
            lines.append(self._("They wait in your inbox, and I won't nudge you about them until you sort them."))
        return Html("\n".join(lines))

    def ask_undo_import(self, names: list[str]) -> Html:
        """`names` are of those about whom the user has said something since it was taken in."""
        named = [esc(clip(name, 60)) for name in names[:5]]
        if more := len(names) - len(named):
            named.append(self.n_("one more", "{count} more", more).format(count=f"{more:,}"))
        return Html(self._(
            "Since that import you have told me things about {who}. Shall they stay, with what you told me?"
        ).format(who=self.listed(named)))  # fmt: skip

    def label_undo_import(self, what: str, count: int) -> str:
        if what == "spare":
            return self.n_("Undo, but keep that one", "Undo, but keep those {count}", count).format(count=f"{count:,}")
        return self._("Undo all of it")

    def import_undone(self, counts: Mapping[str, Any], spared: int, parted: int, kept: int) -> Html:
        """`counts` of the import, of whom `spared` stayed; `parted` merges with them were undone, too, and `kept` facts of
        those who were there before are as changed."""
        new, updated = counts.get("new", 0) - spared, counts.get("updated", 0)
        parts = [
            self.n_("one person", "{count} people", new).format(count=f"{new:,}") if new > 0 else "",
            self.n_("what it added to one", "what it added to {count}", updated).format(count=f"{updated:,}")
            if updated else "",
        ]  # fmt: skip
        told = self.listed([part for part in parts if part])
        lines = [self._("Taken back: that import ({told}).").format(told=told) if told
                 else self._("Taken back: that import.")]  # fmt: skip
        if spared:
            lines.append(self.n_("The one you told me about stays.", "The {count} you told me about stay.", spared)
                         .format(count=f"{spared:,}"))  # fmt: skip
        if parted:
            lines.append(self.n_("Somebody you had merged with one of them is back on their own.",
                                 "{count} people you had merged with some of them are back on their own.", parted)
                         .format(count=f"{parted:,}"))  # fmt: skip
        if kept:
            lines.append(self._("What you changed since stays as it is."))
        return Html(" ".join(lines))

    def import_cancelled(self) -> Html:
        return Html(self._("Forgotten: nobody was taken in."))

    def import_too_late(self) -> str:
        return self._("I'm taking them in already. Undo takes all of it back once it's done.")

    def import_under_way(self) -> str:
        return self._("I'm on it already.")

    def import_still_reading(self) -> str:
        return self._("I'm still reading it.")

    def import_done_already(self) -> str:
        return self._("Those are in already.")

    def import_settled(self) -> str:
        return self._("That file is settled. Send it again to start over.")

    def import_taken_back(self) -> str:
        return self._("That import was taken back. Send the file again to start over.")

    def nothing_skipped(self) -> str:
        return self._("Nothing was left out.")

    # Columns

    def ask_column(self, header: str, samples: Sequence[str], number: int, total: int) -> Html:
        count = self._(" ({number} of {total})").format(number=number, total=total) if total > 1 else ""
        asked = self._("What is the column <b>{header}</b>?{count}")
        lines = [asked.format(header=esc(clip(header, 60)) or "?", count=count)]
        lines += [f"• {esc(clip(sample, 80))}" for sample in samples]
        return self.fit(lines)

    def column(self, name: str) -> str:
        return {
            "name": self._("Name"), "first": self._("First name"), "last": self._("Last name"),
            "company": self._("Company"), "role": self._("Role"), "email": self._("Email"), "phone": self._("Phone"),
            "city": self._("City"), "notes": self._("Note"), "tags": self._("Tags"), "met": self._("How we met"),
            "birthday": self._("Birthday"),
        }[name]  # fmt: skip

    def label_import(self, what: str) -> str:
        return {
            "go": self._("Import"), "cancel": self._("Cancel"), "skipped": self._("What was left out"),
            "sort": self._("Sort the first twenty"), "out": self._("Leave it out"), "rest": self._("Leave out the rest"),
        }[what]  # fmt: skip
