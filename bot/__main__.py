"""The command line: `python -m bot` runs the bot, `… try` opens the practice chat, `… backup PATH` copies the data."""

import argparse
import gc
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from bot.config import Config, ConfigError, environment
from bot.logs import set_up_logs, whereabouts
from bot.texts.startup import StartupTexts

if TYPE_CHECKING:
    from types import ModuleType

#: Exit codes as sysexits.h and shells have them: a wrong setting, a fault of the program, ended by Ctrl-C.
EX_CONFIG, EX_SOFTWARE, EX_INTERRUPTED = 78, 70, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what was asked; the exit code. Whatever stops the program is one line on standard error."""
    texts = StartupTexts()
    try:
        asked = _read_command(arguments)
        return _obey(asked.command, Config.from_env(environment()), asked.path)
    except ConfigError as error:
        sys.stderr.write(f"{error}\n")
        return EX_CONFIG
    except KeyboardInterrupt:
        return EX_INTERRUPTED
    except Exception as error:
        sys.stderr.write(f"{texts.crashed(whereabouts(error))}\n")
        return EX_SOFTWARE


def _read_command(arguments: Sequence[str] | None) -> argparse.Namespace:
    texts = StartupTexts()
    parser = argparse.ArgumentParser(prog="dotty", description=texts.description())
    parser.add_argument("command", nargs="?", choices=("run", "try", "backup"), help=texts.command_help())
    parser.add_argument("path", nargs="?", help=texts.path_help())
    asked = parser.parse_args(arguments)
    if (asked.command == "backup") != (asked.path is not None):
        parser.error(texts.path_wanted())
    return asked


def _obey(command: str | None, config: Config, path: str | None) -> int:
    """Without a token and with nothing asked, practise."""
    set_up_logs(config.log_level)
    if path is not None:
        from bot.backing_up import back_up_to

        return back_up_to(config, path)
    if command == "run" and config.token is None:
        raise ConfigError(StartupTexts().wrong_setting("TELEGRAM_BOT_TOKEN"))
    running = _import_running()
    if command == "try" or config.token is None:
        if command is None:
            sys.stderr.write(f"{StartupTexts().no_token()}\n")
        return int(running.practise(config))
    return int(running.run(config))


def _import_running() -> "ModuleType":
    """The heavy imports, once the settings are known to be right. They only make what stays: collecting garbage
    meanwhile takes a tenth of the start."""
    gc.disable()
    from bot import running

    gc.freeze()
    gc.enable()
    return running


if __name__ == "__main__":
    sys.exit(main())
