"""The command line: `python -m bot` runs the bot, `python -m bot try` opens the practice chat."""

import argparse
import sys
from collections.abc import Sequence

from bot.config import Config, ConfigError, environment
from bot.logs import set_up_logs
from bot.texts.startup import StartupTexts


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what was asked; the exit code. Without a token and with nothing asked, practise."""
    texts = StartupTexts()
    parser = argparse.ArgumentParser(prog="dotty", description=texts.description())
    parser.add_argument("command", nargs="?", choices=("run", "try"), help=texts.command_help())
    command = parser.parse_args(arguments).command
    try:
        config = Config.from_env(environment())
    except ConfigError as error:
        sys.stderr.write(f"{error}\n")
        return 78
    set_up_logs(config.log_level)
    from bot import running  # the heavy imports, once the settings are known to be right

    if command == "try" or (command is None and config.token is None):
        if command is None:
            sys.stderr.write(f"{texts.no_token()}\n")
        return running.practise()
    if config.token is None:
        sys.stderr.write(f"{texts.wrong_setting('TELEGRAM_BOT_TOKEN')}\n")
        return 78
    return running.run(config)


if __name__ == "__main__":
    sys.exit(main())
