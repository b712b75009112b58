"""Claims: who says so, did it happen, when, where, how many. One verb: `extract`."""

from dateline.claims.extract import extract
from dateline.claims.grammar import has_grammar

__all__ = ["extract", "has_grammar"]
