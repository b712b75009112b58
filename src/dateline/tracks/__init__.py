"""The board: the things whose condition is followed, and how each of them stands."""

from dateline.tracks.follow import follow

__all__ = ["follow"]
