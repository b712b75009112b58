"""The JSON Schema of what `dateline.views.json` writes, as package data."""
