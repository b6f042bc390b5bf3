"""Which links Telegram takes."""

import re
from urllib.parse import urlsplit

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*)://", re.IGNORECASE)
_OTHER_SCHEME = re.compile(r"[a-z]+:(?!//)", re.IGNORECASE)
_HOST = re.compile(r"[^\s.:/?#]+(\.[^\s.:/?#]+)+")
_OWN_SCHEMES = frozenset({"tg", "ton", "tonsite"})


class WrongLinkError(ValueError):
    """The message is TDLib's reason."""


def check_link(link: str) -> str:
    """The link as Telegram keeps it: without a scheme it becomes http.

    Decides as TDLib's LinkManager::check_link: http, https, tg, ton and tonsite, with a host that has a dot (so
    "localhost" is none); tel: and mailto: are none either. Raises WrongLinkError with TDLib's reason.
    """
    link = link.strip()
    found = _SCHEME.match(link)
    scheme = found[1].lower() if found else "http"
    if scheme in _OWN_SCHEMES:
        return link
    if scheme not in {"http", "https"} or _OTHER_SCHEME.match(link):
        raise WrongLinkError("Unsupported URL protocol")
    return _check_http(link if found else f"http://{link}")


def _check_http(link: str) -> str:
    try:
        host = urlsplit(link).hostname or ""
        _ = urlsplit(link).port
    except ValueError as wrong:
        raise WrongLinkError("Wrong HTTP URL") from wrong
    if not host:
        raise WrongLinkError("URL host is empty")
    if not _HOST.fullmatch(host) or re.search(r"\s", link):
        raise WrongLinkError("Wrong HTTP URL")
    return link
