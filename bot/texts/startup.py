"""What the program says to the person who starts it: one line each, with what to do."""

from bot.texts.voice import Voice


class StartupTexts(Voice):
    def wrong_setting(self, name: str) -> str:
        wants = {
            "TELEGRAM_BOT_TOKEN": self._("the token from @BotFather, like 123456789:AAF…; leave it empty to practise"),
            "TELEGRAM_API_URL": self._("an address that starts with https:// or http://"),
            "DATABASE_URL": self._("sqlite:///path/to/file.db or postgresql://user:password@host:5432/name"),
            "ALLOWED_USER_IDS": self._("Telegram user ids with commas between, like 123456,234567; or nothing"),
            "WEBHOOK_URL": self._("the public address that Telegram should call, starting with https://"),
            "WEBHOOK_SECRET": self._("1 to 256 letters, digits, _ or -; it must be set when WEBHOOK_URL is"),
            "PORT": self._("a number from 1 to 65535"),
            "CONTACTS_PER_USER": self._("a number from 1 to 1000000"),
            "UPDATES_PER_MINUTE": self._("a number from 1 to 100000"),
            "NUDGES_PER_SECOND": self._("a number from 1 to 1000; more than 30 only with PAID_BROADCASTS=yes"),
            "PAID_BROADCASTS": self._("yes or no"),
            "SPREAD_MINUTES": self._("a number from 0 to 60"),
            "METRICS_PORT": self._("a number from 1 to 65535 other than PORT, or nothing"),
            "LOG_FORMAT": self._("text or json"),
            "LOG_LEVEL": self._("DEBUG, INFO, WARNING or ERROR"),
            "OPENER_MODEL": self._("its client, which is not installed: pip install openai; or leave it empty"),
            "OPENAI_BASE_URL": self._("an address that starts with https:// or http://"),
            "OPENAI_API_KEY": self._("a key; only an endpoint of your own, in OPENAI_BASE_URL, may need none"),
        }
        return self._("{name} is not right: it wants {wants}.").format(name=name, wants=wants[name])

    def description(self) -> str:
        return self._("Dotty keeps your network warm: one person a week, with a reason and an opener.")

    def command_help(self) -> str:
        return self._(
            "run: the bot (the default). try: the practice chat, in this terminal. backup: copy the data to a file."
            " copy: move the data to another database. doctor: look whether all is well."
        )

    def no_token(self) -> str:
        return self._("No TELEGRAM_BOT_TOKEN is set, so this is the practice chat. The README says how to get a token.")

    def running(self, username: str) -> str:
        return self._("Dotty is running as @{username}. Ctrl-C stops it.").format(username=username)

    def token_refused(self) -> str:
        return self._("Telegram refuses this TELEGRAM_BOT_TOKEN. Ask @BotFather for the right one (/token).")

    def telegram_unreachable(self) -> str:
        return self._("Telegram can't be reached. Check the network and TELEGRAM_API_URL; trying again.")

    def polled_elsewhere(self) -> str:
        return self._("Another program is polling with this token. Stop that one, or make a second bot for this one.")

    def database_unusable(self, where: str, fault: str, *, named: bool = True) -> str:
        """`fault` as storage.fault_of names it; `named`: DATABASE_URL says where."""
        why = {
            "unreachable": self._("can't be reached: check that the folder or server is there"),
            "denied": self._("may not be opened: check its permissions, or the user and password"),
            "read-only": self._("is read-only: make it and its folder writable"),
            "full": self._("has no room left: free some space on the disk"),
            "busy": self._("is busy: stop whatever else is using it"),
            "damaged": self._("is damaged or no database: restore a backup"),
            "newer": self._("was written by a newer Dotty: start that version, or restore an older backup"),
        }
        line = self._("The database {where} {why}").format(where=where, why=why[fault])
        return self._("{line}, or name another in DATABASE_URL.").format(line=line) if named else f"{line}."

    def places_help(self) -> str:
        return self._("where backup writes the copy; FROM and TO of copy: URLs of databases, or SQLite files")

    def places_wanted(self) -> str:
        return self._("backup wants the path of the copy, copy wants FROM and TO, and nothing else takes a place")

    def backed_up(self, target: str) -> str:
        return self._("Backed up to {target}.").format(target=target)

    def not_backed_up(self, where: str, target: str, reason: str) -> str:
        """`reason` as storage.backup names it, for the database `where`."""
        why = {
            "elsewhere": self._("Only a SQLite database is backed up this way; for PostgreSQL, use pg_dump."),
            "missing": self._("Nothing was backed up: the database {where} isn't there; check DATABASE_URL."),
            "unreadable": self._("Nothing was backed up: the database {where} can't be opened; check its permissions."),
            "damaged": self._(
                "The database {where} is damaged: nothing was backed up, and {target} was left as it was."
            ),
            "same": self._("Nothing was backed up: {target} is the database itself, or a file it needs; name another."),
            "occupied": self._("Nothing was backed up: {target} is there, and no SQLite database; name another."),
            "unwritable": self._(
                "Nothing was backed up: {target} can't be written; check that its folder is there, is writable and has room."
            ),
        }
        return why[reason].format(where=where, target=target)

    def webhook_refused(self) -> str:
        return self._("Telegram refuses WEBHOOK_URL: it wants a public https address, on port 443, 80, 88 or 8443.")

    def port_taken(self, host: str | None, port: int, setting: str = "PORT") -> str:
        place = self._("Port {port} of {host}") if host else self._("Port {port}")
        line = self._("{place} can't be listened on: set {setting}, and HOST, to what is free on this machine.")
        return line.format(place=place.format(port=port, host=host), setting=setting)

    def unreadable_env(self) -> str:
        return self._("The file .env can't be read: make it a plain UTF-8 text file that this user may read.")

    def crashed(self, where: str) -> str:
        return self._("Dotty stopped at a fault of its own; please report it: {where}").format(where=where)
