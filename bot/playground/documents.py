"""Files that people send: kept for the bot to fetch, https://core.telegram.org/bots/api#document."""

from __future__ import annotations

import mimetypes
import secrets
from collections import OrderedDict
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

# Bot API, getFile: "bots can download files of up to 20MB in size".
LARGEST_DOWNLOAD = 20_000_000
# The oldest files are forgotten beyond this many, as Telegram may after an hour.
MOST_FILES = 100


@dataclass(frozen=True, slots=True)
class Document:
    """A sent file. `path` is where the bot downloads it, made up by the server."""

    file_id: str
    unique_id: str
    name: str
    mime_type: str
    path: str
    content: bytes

    def as_bot_api(self) -> dict[str, Any]:
        """The Bot API Document object."""
        return {
            "file_name": self.name,
            "mime_type": self.mime_type,
            "file_id": self.file_id,
            "file_unique_id": self.unique_id,
            "file_size": len(self.content),
        }

    def as_file(self) -> dict[str, Any]:
        """The Bot API File object."""
        return {
            "file_id": self.file_id,
            "file_unique_id": self.unique_id,
            "file_size": len(self.content),
            "file_path": self.path,
        }


class Files:
    """Every file by its id."""

    def __init__(self) -> None:
        self._files: OrderedDict[str, Document] = OrderedDict()
        self._count = 0

    def add(self, name: str, content: bytes) -> Document:
        """Keep a file."""
        suffix = PurePosixPath(name).suffix
        path = f"documents/file_{self._count}{suffix if suffix[1:].isalnum() and suffix.isascii() else ''}"
        self._count += 1
        mime_type = mimetypes.guess_type(name)[0] or "application/octet-stream"
        document = Document(secrets.token_urlsafe(48), secrets.token_urlsafe(12), name, mime_type, path, content)
        self._files[document.file_id] = document
        if len(self._files) > MOST_FILES:
            self._files.popitem(last=False)
        return document

    def find(self, file_id: str) -> Document | None:
        """The file of that id."""
        return self._files.get(file_id)

    def at(self, path: str) -> Document | None:
        """The file to download at that path."""
        return next((document for document in self._files.values() if document.path == path), None)
