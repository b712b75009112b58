"""Claims: who says so, did it happen, when, where, how many. One verb: `extract`."""

from dateline.claims.extract import extract

__all__ = ["extract"]
