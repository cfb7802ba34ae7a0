"""The store: SQLAlchemy 2 Core, async; SQLite by default."""
