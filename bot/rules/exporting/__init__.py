"""A user's data as they take it away: our own JSON, vCards (RFC 6350, version 4.0), and CSV."""

from bot.rules.exporting.cards import to_vcards
from bot.rules.exporting.documents import document, to_json
from bot.rules.exporting.tables import COLUMNS, to_csv

__all__ = ["COLUMNS", "document", "to_csv", "to_json", "to_vcards"]
