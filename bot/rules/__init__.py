"""Decisions, pure: whom to nudge, when, what to say, and what the user meant. The clock and chance are arguments."""
