"""The one door to rank-bm25: BM25 with an idf and an average length that are given.

Built on a short list alone its own idf is zero or negative (two documents, one word in both); so nothing is counted here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy
from rank_bm25 import BM25Okapi

from workers.matching.statistics import Statistics

K1, B = 1.5, 0.75


class ShortList(BM25Okapi):  # type: ignore[misc]
    """Documents as term → weight, judged against a query in one go."""

    def __init__(self, documents: Sequence[Mapping[str, float]], statistics: Statistics, terms: Sequence[str]) -> None:
        self.k1, self.b, self.epsilon = K1, B, 0.0
        self.corpus_size = len(documents)
        self.avgdl = statistics.average_length
        self.doc_freqs = list(documents)
        self.doc_len = [sum(document.values()) for document in documents]
        self.idf = {term: statistics.idf(term) for term in terms}
        self.nd: dict[str, int] = {}


def rank(query: Mapping[str, float], documents: Sequence[Mapping[str, float]], statistics: Statistics) -> list[float]:
    """BM25 of every document, 0 and more; no document, no figures."""
    if not documents or not query:
        return [0.0] * len(documents)
    scores = ShortList(documents, statistics, list(query)).get_scores(list(query))
    return [float(score) for score in numpy.asarray(scores)]


def share(query: Mapping[str, float], document: Mapping[str, float], length: float, average: float) -> float:
    """BM25 of one document as a share of the best that any document could reach, 0-1. `query`: term → idf times its own weight."""
    total = sum(query.values())
    if not total:
        return 0.0
    damp = K1 * (1 - B + B * length / average)
    shared = sorted(query.keys() & document.keys())
    return min(1.0, sum(query[term] * document[term] / (document[term] + damp) for term in shared) / total)
