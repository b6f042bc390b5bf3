"""The command line: `python -m bot` runs the bot, `… try` opens the practice chat; `… backup PATH`, `… copy FROM TO` and
`… doctor` are for whoever looks after it."""

import argparse
import sys
from collections.abc import Sequence

from bot.config import Config, ConfigError, environment
from bot.garbage import collecting_nothing
from bot.logs import set_up_logs, tell, whereabouts
from bot.texts.startup import StartupTexts

#: Exit codes as sysexits.h and shells have them: a wrong setting, a fault of the program, ended by Ctrl-C.
EX_CONFIG, EX_SOFTWARE, EX_INTERRUPTED = 78, 70, 130
#: How many places each command wants.
PLACES = {"run": 0, "try": 0, "backup": 1, "copy": 2, "doctor": 0}


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what was asked; the exit code. Whatever stops the program is one line on standard error."""
    texts = StartupTexts()
    try:
        asked = _read_command(arguments)
        return _look_after(asked) if asked.places or asked.command == "doctor" else _obey(asked.command)
    except ConfigError as error:
        sys.stderr.write(f"{error}\n")
        return EX_CONFIG
    except KeyboardInterrupt:
        return EX_INTERRUPTED
    except Exception as error:
        tell(texts.crashed(whereabouts(error)))
        return EX_SOFTWARE


def _read_command(arguments: Sequence[str] | None) -> argparse.Namespace:
    texts = StartupTexts()
    parser = argparse.ArgumentParser(prog="dotty", description=texts.description())
    parser.add_argument("command", nargs="?", choices=PLACES, help=texts.command_help())
    parser.add_argument("places", nargs="*", metavar="place", help=texts.places_help())
    asked = parser.parse_args(arguments)
    if len(asked.places) != PLACES[asked.command or "run"]:
        parser.error(texts.places_wanted())
    return asked


def _look_after(asked: argparse.Namespace) -> int:
    """What asks nothing of the bot: it may run, or not even be set up."""
    if asked.command == "doctor":
        from bot.doctor import look

        return look()
    config = Config.from_env(environment())
    set_up_logs(config.log_level, config.log_format)
    if asked.command == "copy":
        from bot.copying import copy_to

        return copy_to(*asked.places)
    from bot.backing_up import back_up_to

    return back_up_to(config, *asked.places)


def _obey(command: str | None) -> int:
    """Without a token and with nothing asked, practise."""
    config = Config.from_env(environment())
    set_up_logs(config.log_level, config.log_format)
    if command == "run" and config.token is None:
        raise ConfigError(StartupTexts().wrong_setting("TELEGRAM_BOT_TOKEN"))
    if command == "try" or config.token is None:
        if command is None:
            sys.stderr.write(f"{StartupTexts().no_token()}\n")
        with collecting_nothing():
            from bot.practising import practise
        return practise(config)
    with collecting_nothing():
        from bot import running  # only here, as heavy as it is: the settings are known to be right
    return running.run(config)


if __name__ == "__main__":
    sys.exit(main())
