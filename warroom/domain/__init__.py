"""The pure core: what a post, an event, an incident is. No I/O, no asyncio, no Textual, no database."""
