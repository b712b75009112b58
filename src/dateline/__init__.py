"""Dateline: dated articles in, one sourced brief out."""

__version__ = "0.1.0"
