"""What belongs together, and how it agrees: stories of articles, events of claims, relations between claims."""

from dateline.stories.compare import compare
from dateline.stories.group import group
from dateline.stories.match import match
from dateline.stories.origins import origins
from dateline.stories.translations import translations

__all__ = ["compare", "group", "match", "origins", "translations"]
