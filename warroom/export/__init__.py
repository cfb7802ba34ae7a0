"""The exports: one module a format."""
