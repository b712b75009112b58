"""The version, once: the package, the command line and the pages read it here."""

__version__ = "0.1.0"
