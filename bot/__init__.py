"""Dotty, the Telegram bot: what it hears, decides and says. What it remembers is in `storage`."""
