"""The widgets of the console: they show domain values and send intents up."""
