"""Dotty among failing machines: processes killed, a database restarted, a full disk, a Telegram that misbehaves.

`python -m tests.chaos --minutes 25 --seed 1` runs it, and ends with a table of what has to hold, by count.
"""
