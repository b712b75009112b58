"""Names in a text, and the things in the world they name."""

from dateline.entities.linking import link
from dateline.entities.tagging import headline, mention

__all__ = ["headline", "link", "mention"]
