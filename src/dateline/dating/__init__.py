"""Days of publication, and every time that hangs on them."""

from dateline.dating.anchored import anchored
from dateline.dating.solve import solve

__all__ = ["anchored", "solve"]
