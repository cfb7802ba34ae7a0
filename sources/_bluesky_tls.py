"""Whom a secure connection trusts, read once a process: a client that reads it for itself takes 40 ms and 1 MB.

A source that reconnects makes a client each time. The certificates of each were thousands of small pieces of memory,
and let go of late; a day of reconnects left holes of 30 MB between other things.
"""

from __future__ import annotations

import ssl
from functools import lru_cache


@lru_cache(maxsize=2)
def trusted(*, of_the_environment: bool) -> ssl.SSLContext:
    """What httpx trusts, with SSL_CERT_FILE and the like where the environment counts. Slow at first: use a thread."""
    import httpx

    return httpx.create_ssl_context(trust_env=of_the_environment)
