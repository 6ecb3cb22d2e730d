import os
import time
from uuid import UUID


def uuid7() -> UUID:
    """A time-ordered id (RFC 9562 section 5.7), which keeps b-tree inserts together; `uuid.uuid7` from Python 3.14."""
    value = (time.time_ns() // 1_000_000) << 80 | int.from_bytes(os.urandom(10))
    value = value & ~(0xF << 76) | 0x7 << 76
    return UUID(int=value & ~(0x3 << 62) | 0x2 << 62)
