"""Dotty with no Telegram: an in-process Bot API, and a chat with it in the terminal."""
