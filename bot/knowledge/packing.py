"""Articles and facts as bytes, from one process to another: half the time of what pickle does by itself.

A frozen dataclass is handed over as the call that makes it.
"""

from __future__ import annotations

import copyreg
import io
import pickle
from collections.abc import Callable
from dataclasses import fields
from operator import attrgetter
from typing import Any

from bot.corpus.article import Article
from bot.corpus.date import PartialDate
from bot.corpus.document import Block, Citation, Document, Sentence
from bot.corpus.load import Stamp
from bot.facts.fact import Quantity

_MANY = (Article, Block, Citation, Document, PartialDate, Quantity, Sentence, Stamp)


def _as_call(kind: type) -> Callable[[Any], tuple[type, tuple[object, ...]]]:
    values = attrgetter(*(each.name for each in fields(kind)))
    return lambda made: (kind, values(made))


class _Packer(pickle.Pickler):
    dispatch_table = {  # noqa: RUF012  (declared so by the class)
        **copyreg.dispatch_table,
        **{kind: _as_call(kind) for kind in _MANY},
    }


def packed(thing: object) -> bytes:
    """`thing` as bytes, for `pickle.loads`."""
    stream = io.BytesIO()
    _Packer(stream, pickle.HIGHEST_PROTOCOL).dump(thing)
    return stream.getvalue()
