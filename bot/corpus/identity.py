"""Ids that depend only on what a thing is, never on the snapshot or its order."""

from __future__ import annotations

import base64
import hashlib

ID_LENGTH = 10


def short_id(identity: str) -> str:
    """Ten lower-case characters of base32(sha256(identity)): safe in callback data, file names and links."""
    digest = hashlib.sha256(identity.encode()).digest()
    return base64.b32encode(digest).decode().lower()[:ID_LENGTH]
