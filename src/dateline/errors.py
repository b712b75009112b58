"""Everything Dateline raises. What a *text* says never raises; only wrong use and a broken installation do."""


class DatelineError(Exception):
    """Base of all errors; its text says what was found, what was expected and what to do."""


class BadDate(DatelineError, ValueError):
    """A string that should be a date is none."""


class BadLanguageData(DatelineError):
    """A table under lang/ is wrong: names the file, the entry and what was expected."""


class NoInput(DatelineError):
    """Not one article could be read from what was given."""


class BadModel(DatelineError):
    """A model's file is missing, cut short or of another kind."""
