"""Views: pure functions from a brief to what a person or a program reads. They know no stage."""
