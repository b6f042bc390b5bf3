"""The methods about the bot itself: who it is, its commands, and how it gets its updates."""

import re
from typing import Any

from bot.practice.params import Params
from bot.practice.refusals import Json, bad_request
from bot.practice.server import Server

_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
COMMANDS_LIMIT, DESCRIPTION_LIMIT = 100, 256
#: Of the bot's own description and short description.
_ABOUT_LIMITS = {"description": 512, "short_description": 120}


def get_me(server: Server, _: Params) -> Json:
    return server.bot | {
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def get_file(server: Server, params: Params) -> Json:
    return server.shelf.get_file(params.text("file_id"))


def set_my_commands(server: Server, params: Params) -> bool:
    commands = params.structure("commands") or []
    if len(commands) > COMMANDS_LIMIT:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for one in commands:
        _check_command(one)
    server.profile[_commands_key(params)] = commands
    return True


def get_my_commands(server: Server, params: Params) -> list[Json]:
    commands: list[Json] = server.profile.get(_commands_key(params), [])
    return commands


def delete_my_commands(server: Server, params: Params) -> bool:
    server.profile.pop(_commands_key(params), None)
    return True


def set_my_description(server: Server, params: Params) -> bool:
    return _set_about(server, params, "description")


def set_my_short_description(server: Server, params: Params) -> bool:
    return _set_about(server, params, "short_description")


def get_my_description(server: Server, params: Params) -> Json:
    return {"description": server.profile.get(f"description:{params.text('language_code')}", "")}


def get_my_short_description(server: Server, params: Params) -> Json:
    return {"short_description": server.profile.get(f"short_description:{params.text('language_code')}", "")}


def set_webhook(server: Server, params: Params) -> bool:
    url = params.text("url")
    if url and not url.startswith("https://"):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    most = params.integer("max_connections")
    kept = {"url": url, "secret_token": params.text("secret_token"), "max_connections": 40 if most is None else most}
    server.webhook = kept if url else {}
    server.updates.allow(params.structure("allowed_updates") or ())
    return _drop_pending(server, params)


def delete_webhook(server: Server, params: Params) -> bool:
    server.webhook = {}
    return _drop_pending(server, params)


def get_webhook_info(server: Server, _: Params) -> Json:
    waiting = len(server.updates.waiting)
    return {
        "url": server.webhook.get("url", ""),
        "has_custom_certificate": False,
        **({"max_connections": server.webhook["max_connections"]} if server.webhook else {}),
        "pending_update_count": waiting,
    }


def _drop_pending(server: Server, params: Params) -> bool:
    if params.flag("drop_pending_updates"):
        server.updates.confirm(server.ids.next_update)
    return True


def _commands_key(params: Params) -> str:
    scope = params.structure("scope") or {"type": "default"}
    if scope["type"] == "chat" and "chat_id" not in scope:
        raise bad_request("can't parse BotCommandScope: Can't find field \"chat_id\"")
    return f"commands:{scope['type']}:{scope.get('chat_id', '')}:{params.text('language_code')}"


def _check_command(one: Any) -> None:
    """Stricter than Telegram, which drops a leading slash."""
    name, description = str(one.get("command", "")), str(one.get("description", "")).strip()
    if not name:
        raise bad_request("command must be non-empty")
    if not description:
        raise bad_request("command description must be non-empty")
    if not _COMMAND.fullmatch(name):
        raise bad_request("BOT_COMMAND_INVALID")
    if len(description) > DESCRIPTION_LIMIT:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")


def _set_about(server: Server, params: Params, name: str) -> bool:
    text = params.text(name)
    if len(text) > _ABOUT_LIMITS[name]:
        raise bad_request(f"bot {name.replace('_', ' ')} is too long")
    server.profile[f"{name}:{params.text('language_code')}"] = text
    return True
