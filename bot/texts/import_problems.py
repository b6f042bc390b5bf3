"""What Dotty says of files, and rows, that give nobody: each time what it is, and what to do."""

from bot.texts.voice import Html, Voice


class ImportProblemTexts(Voice):
    def import_problem(self, problem: str, *, room: int = 0) -> Html:
        """One kind sentence for a problem of bot.rules.files, or "gone", "full" and "fault" of the import itself."""
        if problem == "full":
            return Html(self.import_full(None, room))
        words = {
            "empty": self._("There is nothing in that file. Is it the right one?"),
            "not_people": self._("I see no people in that file. /import tells which files I can read."),
            "html": self._("That is a web page, not the file itself: log in, download it again, and send me that."),
            "image": self._("That is a picture, and I can't read those. /import tells which files I can read."),
            "too_many": self._("There are too many rows in that file for me. Split it into parts, and send one by one."),
            "too_big": self._("Unpacked, that file is too big for me. Send only the part with the contacts."),
            "too_deep": self._("That file is nested deeper than any list of people I know, so I left it alone."),
            "locked": self._("That file is locked with a password. Save it without one, and send it again."),
            "damaged": self._("That file is damaged, or was cut off on its way. Please download and send it again."),
            "no_names": self._("I found no names in that file. Add a first row that says which column is the name."),
            "old_excel": self._(
                "That is an Excel file of the old kind (.xls or .xlsb). Save it as .xlsx or .csv, and send that."
            ),
            "other_sheet": self._(
                "That is a sheet of another program than Excel. Save or export it as .xlsx or .csv, and send that."
            ),
            "gone": self._("I keep the newest few files for a day, and that one is gone. Please send it again."),
            "fault": self._("I stumbled over that file; it's my fault, not yours. Nobody was taken in."),
        }  # fmt: skip
        return Html(words.get(problem, words["not_people"]))

    def import_full(self, new: int | None, room: int) -> str:
        """`new` people don't fit in; plain words."""
        fit = self.n_("There is room for one more person", "There is room for {count} more people", room)
        fit = fit.format(count=f"{room:,}") if room else self._("Your network is as full as it can get here")
        if new is None:
            return self._("{fit}, so nobody was added.").format(fit=fit)
        return self._("{fit}, and {count} in this file are new. Send a file with fewer.").format(
            fit=fit, count=f"{new:,}"
        )

    def file_too_big(self) -> Html:
        return Html(
            self._(
                "Telegram lets me fetch files of up to 20 MB. Send only the contacts: of LinkedIn's archive just "
                "Connections.csv; of contact cards, an export without photos, or in parts."
            )
        )

    def network_full(self, limit: int) -> Html:
        count = f"{limit:,}"
        return Html(
            self._("Your network has {count} people, and that is as many as I can keep. Nobody was added.").format(
                count=count
            )
        )

    def skip_reason(self, reason: str) -> str:
        """In the list of what was left out, and beside how many were."""
        reasons = {
            "no_name": self._("no name"), "restricted": self._("members who left LinkedIn"),
            "robot": self._("newsletters and the like"), "same": self._("twice in the file, so joined"),
            "unreadable": self._("unreadable"), "not_person": self._("not people"), "too_long": self._("far too long"),
        }  # fmt: skip
        return reasons.get(reason, self._("unreadable"))

    def skipped_header(self) -> tuple[str, str, str]:
        return self._("Line"), self._("What it says"), self._("Why it was left out")

    def skipped_file_name(self) -> str:
        return self._("left-out.csv")
