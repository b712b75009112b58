"""Names in a text, and the things in the world they name."""

from dateline.entities.linking import link
from dateline.entities.tagging import mention

__all__ = ["link", "mention"]
