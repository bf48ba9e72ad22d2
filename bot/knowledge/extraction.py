"""What each document says by itself."""

from __future__ import annotations

import logging

from bot.config import Config
from bot.corpus.document import Document
from bot.corpus.problem import Problem, Severity
from bot.facts.extract import Extractor
from bot.facts.glossary.items import glossary
from bot.facts.vocabulary import Vocabulary
from bot.knowledge.snapshot import Finds
from bot.knowledge.written import written_in

log = logging.getLogger(__name__)


class Extraction:
    """Finds facts and glossary items. Build once; `finds` is pure."""

    def __init__(self, config: Config, vocabulary: Vocabulary) -> None:
        self._extractor = Extractor(config.series, vocabulary)
        self._headings = config.glossary_headings

    def finds(self, document: Document) -> Finds:
        """What `document` says.

        An error of ours in one article must not cost the others: it is a problem of that article, with its trace logged.
        """
        try:
            facts, explained = self._extractor.facts(document), glossary(document, self._headings)
            return Finds(document, facts, explained.items, explained.problems, written_in(document))
        except Exception as error:
            log.exception("Reading %s for facts failed.", document.path)
            reason = {"reason": type(error).__name__}
            return Finds(document, (), (), (Problem(document.path, 1, Severity.ERROR, "not_understood", reason),))
