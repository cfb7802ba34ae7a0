"""warroom: a terminal war-room console for social-media crises."""

__version__ = "0.1.0"
