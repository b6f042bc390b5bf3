"""What the doctor says: a line for each thing it looked at, with what to do."""

from bot.texts.voice import Voice


class DoctorTexts(Voice):
    def line(self, level: str, about: str, words: str) -> str:
        """`level` is ok, warning or wrong; `about` is what was looked at, in a word."""
        return f"{level:<8} {about:<9} {words}"

    def all_well(self, warnings: int) -> str:
        if not warnings:
            return self._("All is well.")
        return self.n_(
            "Nothing is wrong; one thing to look at.", "Nothing is wrong; {n} things to look at.", warnings
        ).format(n=warnings)

    def not_well(self, wrong: int) -> str:
        return self.n_("One thing is wrong.", "{n} things are wrong.", wrong).format(n=wrong)

    def failed(self, where: str) -> str:
        return self._("could not be looked at: {where}").format(where=where)

    # settings

    def set(self, settings: list[str]) -> str:
        return ", ".join(settings) if settings else self._("none; all are as .env.example has them")

    def secret(self, name: str) -> str:
        return self._("{name} set").format(name=name)

    def open_to_all(self) -> str:
        return self._("ALLOWED_USER_IDS is empty: everybody who finds the bot may use it")

    def unknown_setting(self, name: str, meant: str) -> str:
        """`meant`: the setting it looks like; "" for none."""
        if meant:
            line = self._("{name} is no setting, and does nothing: is it meant to be {meant}?")
            return line.format(name=name, meant=meant)
        return self._("{name} in .env is no setting, and does nothing").format(name=name)

    def odd_line(self, number: int) -> str:
        return self._("line {n} of .env is left out: a line is NAME=value, or begins with #").format(n=number)

    def env_readable(self) -> str:
        return self._(".env may be read by other users of this machine: chmod 600")

    # token

    def no_token(self) -> str:
        return self._("TELEGRAM_BOT_TOKEN is not set: only the practice chat works")

    def wrong_token(self) -> str:
        return self._("TELEGRAM_BOT_TOKEN is not in a token's form, and was not tried")

    def token_untried(self) -> str:
        return self._("TELEGRAM_BOT_TOKEN was not tried: TELEGRAM_API_URL is to be mended first")

    def token_right(self, username: str) -> str:
        return self._("right: @{username}").format(username=username)

    def token_refused(self) -> str:
        return self._("Telegram refuses it: ask @BotFather for the right one (/token)")

    def unreachable(self, where: str) -> str:
        line = self._(
            "{where} can't be reached within {seconds} seconds: check the network, proxy and TELEGRAM_API_URL"
        )
        return line.format(where=where, seconds=5)

    def odd_answer(self, where: str, status: int) -> str:
        line = self._("{where} answered {status}, not as Telegram does: check TELEGRAM_API_URL, or look again later")
        return line.format(where=where, status=status)

    # clock

    def clock_right(self, seconds: float) -> str:
        return self._("within {seconds:.0f} s of Telegram's").format(seconds=max(1.0, abs(seconds)))

    def clock_off(self, seconds: float) -> str:
        """`seconds` ahead of Telegram's; behind it where they are less than 0."""
        far = self.how_long(abs(seconds))
        line = self._("{far} ahead of Telegram's") if seconds > 0 else self._("{far} behind Telegram's")
        return self._("{off}: nudges go out by it; have this machine keep time (NTP)").format(off=line.format(far=far))

    def clock_unknown(self) -> str:
        return self._("not compared: Telegram told no time")

    # zones

    def zones_right(self, version: str) -> str:
        return self._("zone data {version}").format(version=version)

    def zones_old(self, version: str) -> str:
        return self._(
            "zone data {version} lacks changes of late: pip install --upgrade tzdata, or the system's"
        ).format(version=version)

    def zones_missing(self) -> str:
        return self._("no zone data, so nobody's hour is known: pip install tzdata")

    def unknown_version(self) -> str:
        return self._("of a version that is not told")

    # database

    def database(self, where: str, server: str, revision: str, size: int) -> str:
        line = self._("{where}: {server}, revision {revision}, {size}, whole")
        return line.format(where=where, server=server, revision=revision, size=self.size(size))

    def database_missing(self, where: str) -> str:
        return self._("{where} is not there yet: the first start makes it").format(where=where)

    def database_unmakable(self, where: str, folder: str) -> str:
        line = self._(
            "{where} is not there, and can't be made: {folder} is no folder that this user may write in; mend that, or"
            " name another place in DATABASE_URL"
        )
        return line.format(where=where, folder=folder)

    def database_empty(self, where: str) -> str:
        return self._("{where} has no tables yet: the first start makes them").format(where=where)

    def database_older(self, where: str, revision: str) -> str:
        line = self._("{where} is at revision {revision}: the next start upgrades it; back it up before")
        return line.format(where=where, revision=revision)

    def flaw(self, where: str, flaw: str) -> str:
        """As storage.examining names it."""
        what = {
            "damaged": self._("{where} is damaged: stop Dotty, and restore a backup"),
            "references": self._("{where} has rows that refer to nothing: restore a backup"),
            "readable": self._("{where} may be read by other users of this machine: chmod 600"),
            "encoding": self._(
                "{where} is not in UTF-8, and can't hold every name: make one with ENCODING 'UTF8', and copy"
            ),
            "index": self._("{where} has an index whose building was cut short: REINDEX it"),
        }
        return what[flaw].format(where=where)

    # webhook

    def not_asked(self) -> str:
        return self._("not asked, without a token that works")

    def polling(self, waiting: int) -> str:
        return self._("none, as polling wants it; updates that wait: {n}").format(n=waiting)

    def webhook_unclear(self, setting: str) -> str:
        return self._("not looked at: {setting} is to be mended first").format(setting=setting)

    def webhook_in_the_way(self, host: str) -> str:
        line = self._("{host} is called, but WEBHOOK_URL is not set: starting Dotty takes that away, and polls")
        return line.format(host=host)

    def webhook_unset(self) -> str:
        return self._("Telegram calls nobody yet: starting Dotty sets WEBHOOK_URL")

    def webhook_elsewhere(self, host: str) -> str:
        line = self._(
            "Telegram calls another address, at {host}: start Dotty to set WEBHOOK_URL, or stop what set that one"
        )
        return line.format(host=host)

    def webhook_right(self, host: str, waiting: int) -> str:
        return self._("{host} is called; updates that wait: {n}").format(host=host, n=waiting)

    def webhook_failing(self, line: str, error: str, seconds: float) -> str:
        """`line` is what else is known of it; `error`, in Telegram's words, was so long ago."""
        last = self._("the last call that failed was {far} ago: {error}").format(
            far=self.how_long(seconds), error=error
        )
        return f"{line}; {last}"

    # disk

    def room(self, where: str, free: int) -> str:
        return self._("{size} free at {where}").format(size=self.size(free), where=where)

    def little_room(self, where: str, free: int) -> str:
        return self._("only {size} free at {where}: free some, or move the database").format(
            size=self.size(free), where=where
        )

    def size(self, count: int) -> str:
        """Bytes in the unit people read."""
        for unit in ("kB", "MB", "GB"):
            count_in_unit = count / 1000 ** (("kB", "MB", "GB").index(unit) + 1)
            if count_in_unit < 1000 or unit == "GB":
                break
        return f"{count_in_unit:.1f} {unit}"

    def how_long(self, seconds: float) -> str:
        if seconds < 120:
            return self._("{n} s").format(n=round(seconds))
        if seconds < 7200:
            return self._("{n} minutes").format(n=round(seconds / 60))
        if seconds < 172_800:
            return self._("{n} hours").format(n=round(seconds / 3600))
        return self._("{n} days").format(n=round(seconds / 86_400))
