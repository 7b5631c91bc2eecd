"""The one door to rank-bm25: BM25 with an idf and an average length that are given.

Built on a short list alone its own idf is zero or negative (two documents, one word in both); so nothing is counted here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rank_bm25 import BM25Okapi

K1, B = 1.5, 0.75


class Given(BM25Okapi):  # type: ignore[misc]
    """Documents as term → weight, and the idf of each term: rank-bm25 without its counting."""

    def __init__(
        self, documents: Sequence[Mapping[str, float]], lengths: Sequence[float], average: float, idf: Mapping[str, float]
    ) -> None:
        self.k1, self.b, self.epsilon = K1, B, 0.0
        self.corpus_size, self.avgdl = len(documents), average
        self.doc_freqs, self.doc_len, self.idf = documents, lengths, idf


class Saturation(dict[str, float]):
    """Term of a document → what it brings to BM25 for an idf of 1; worked out when first asked for, and the same for every query."""

    def __init__(self, document: Mapping[str, float], length: float, average: float) -> None:
        super().__init__()
        self._document, self._length, self._average = document, length, average

    def of(self, terms: Sequence[str]) -> list[float]:
        if missing := [term for term in terms if term not in self]:
            # Whoever is asked a second time will be asked again and again: the whole document costs one call too.
            missing = [term for term in self._document if term not in self] if self else missing
            # Each term as a document of its own that is as long as the whole: one call for all of them.
            alone = Given([{"": self._document[term]} for term in missing], [self._length] * len(missing), self._average, {"": 1.0})
            self.update(zip(missing, alone.get_scores(("",)).tolist(), strict=True))
        return [self[term] for term in terms]


def share(query: Mapping[str, float], held: Sequence[str], document: Saturation) -> float:
    """BM25 of one document as a share of the best that any document could reach, 0-1. `query`: term → idf times its own weight; `held`:
    those of its terms that the document has, in order."""
    total = sum(query.values())
    if not total or not held:
        return 0.0
    found = sum([query[term] * brought for term, brought in zip(held, document.of(held), strict=True)])
    return min(1.0, found / (total * (K1 + 1)))
