"""How the reader is trained: nothing of it ships or is imported by the program."""
