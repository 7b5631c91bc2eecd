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


def share(query: Mapping[str, float], document: Mapping[str, float], length: float, average: float) -> float:
    """BM25 of one document as a share of the best that any document could reach, 0-1. `query`: term → idf times its own weight."""
    total = sum(query.values())
    held = sorted(query.keys() & document.keys())
    if not total or not held:
        return 0.0
    found = Given((document,), (length,), average, query).get_scores(held)
    return min(1.0, float(found[0]) / (total * (K1 + 1)))
