"""The matching benchmark: nDCG@10 of the score, and of the rivals on the same texts in the same run; and its speed.

    python -m tests.bench.matching [--set shared|train|check|plain-train|plain-check|messy-train|messy-check
                                           |fresh-train|fresh-check]
                                    [--flat] [--corpus DIR] [--show] [--speed]

shared        CVs and grades of the benchmark folder (CVGRAPH_MATCHING), the CVs read from PDFs: those of --corpus, else printed by us
train         half of our own further ads, on which weights may be chosen
check         the other half, on which nothing was chosen
plain-train   short CVs and ads as boards and scrapers give them, graded by trade and level; half of the trades
plain-check   the other half of the trades, on which nothing was chosen
messy-train   the same of further trades, as collections of scraped texts have them: glued headings, lists of tools, half of computing
messy-check   the other half of these
fresh-train   the same of further trades beside their neighbours: a line, titles or skills alone, scraped prose; French and English mixed
fresh-check   the other half of these

--flat joins every text to one paragraph first, as scrapers do. Without --set: all sets, both ways, as a table.
"""

from __future__ import annotations

import argparse
import csv
import datetime as dt
import json
import math
import os
import tempfile
import time
import tomllib
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from tests.bench import rivals
from tests.bench.job_ads import folder
from workers.cv import Cv
from workers.features import CvFeatures, JobFeatures
from workers.matching import Score, Scorer, explain, features_of_cv, features_of_job, score
from workers.parsing import parse
from workers.parsing.job_ad import read_text

TODAY = dt.date(2026, 11, 1)
OWN = Path(__file__).parent / "judgements"
_PLAIN = ("plain", "messy", "fresh")
Grades = Mapping[tuple[str, str], int]


class Bench(NamedTuple):
    """Ads and CVs by name, as text and as features, and the grades above 0."""

    ads: dict[str, str]
    texts: dict[str, str]
    jobs: dict[str, JobFeatures]
    cvs: dict[str, CvFeatures]
    grades: Grades


def shared(corpus: Path | None) -> Bench:
    """The visible benchmark; each CV in another layout, so that no layout decides."""
    root = folder()
    ads = {path.stem: json.loads(path.read_text("utf-8"))["text"] for path in sorted((root / "ads").glob("*.json"))}
    docs = sorted((root.parent / "parsing/docs").glob("*.json"))
    cvs = {path.stem: _read(path, index, corpus) for index, path in enumerate(docs)}
    return _bench(ads, {name: cv.raw_text or "" for name, cv in cvs.items()}, cvs, _grades(root / "judgements.csv"))


def own(part: str) -> Bench:
    """Our further ads and CVs (plain text); `part` train or check. Every CV stands beside every ad of its part."""
    rows = list(csv.DictReader((OWN / "judgements.csv").read_text("utf-8").splitlines()))
    names = {row["ad"] for row in rows if row["part"] == part}
    ads = {path.stem: path.read_text("utf-8") for path in sorted((OWN / "ads").glob("*.txt")) if path.stem in names}
    texts = {path.stem: path.read_text("utf-8") for path in sorted((OWN / "cvs").glob("*.txt"))}
    cvs = _parsed(texts)
    grades = {(row["ad"], row["cv"]): int(row["grade"]) for row in rows if row["part"] == part}
    return _bench(ads, texts, cvs, grades)


def plain(part: str, folder: str = "plain") -> Bench:
    """Short plain texts of many trades, graded by trade and level (the rule stands in the files); `folder` plain, messy or fresh."""
    data = tomllib.loads((OWN / folder / f"{part}.toml").read_text("utf-8"))
    near = {frozenset(pair) for pair in data["near"]}
    grades = {(ad["name"], cv["name"]): _graded(ad, cv, near) for ad in data["ad"] for cv in data["cv"]}
    texts = {cv["name"]: cv["text"] for cv in data["cv"]}
    ads = {ad["name"]: ad["text"] for ad in data["ad"]}
    return _bench(ads, texts, _parsed(texts), {pair: grade for pair, grade in grades.items() if grade})


def _graded(ad: Mapping[str, Any], cv: Mapping[str, Any], near: set[frozenset[str]]) -> int:
    if ad["trade"] == cv["trade"]:
        return 3 if abs(ad["level"] - cv["level"]) <= 1 else 2
    return int(frozenset((ad["trade"], cv["trade"])) in near)


def _parsed(texts: Mapping[str, str]) -> dict[str, Cv]:
    return {name: parse(text.encode(), f"{name}.txt", today=TODAY) for name, text in texts.items()}


def flat(bench: Bench) -> Bench:
    """The same without any line break."""
    ads = {name: " ".join(text.split()) for name, text in bench.ads.items()}
    texts = {name: " ".join(text.split()) for name, text in bench.texts.items()}
    return _bench(ads, texts, _parsed(texts), bench.grades)


def _bench(ads: dict[str, str], texts: dict[str, str], cvs: Mapping[str, Cv], grades: Grades) -> Bench:
    jobs = {name: features_of_job(read_text(text)) for name, text in ads.items()}
    return Bench(ads, texts, jobs, {name: features_of_cv(cv, TODAY) for name, cv in cvs.items()}, grades)


def _grades(path: Path) -> Grades:
    return {(row["ad"], row["cv"]): int(row["grade"]) for row in csv.DictReader(path.read_text("utf-8").splitlines())}


def _read(path: Path, index: int, corpus: Path | None) -> Cv:
    name = "x-" + path.stem.removeprefix("fr-")
    printed = sorted(corpus.glob(f"{name}__*.pdf")) if corpus else []
    data = printed[index % len(printed)].read_bytes() if printed else _printed(path, index)
    return parse(data, f"{path.stem}.pdf", today=TODAY)


def _printed(path: Path, index: int) -> bytes:
    """The CV printed by us, kept in the temporary folder between runs."""
    from workers import exchange
    from workers.rendering import ResumeSettings, layouts, render

    known = sorted(layouts())
    layout = known[index % len(known)]
    kept = Path(tempfile.gettempdir()) / "cvgraph-bench" / f"{path.stem}__{layout}.pdf"
    if not kept.is_file():
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(render(exchange.read(path.read_bytes(), "json-resume"), ResumeSettings(layout=layout)).pdf)
    return kept.read_bytes()


def scores(bench: Bench) -> dict[tuple[str, str], Score]:
    return {(ad, cv): score(features, job) for ad, job in bench.jobs.items() for cv, features in bench.cvs.items()}


def ndcg(bench: Bench, ranking: rivals.Ranking, keep: Callable[[str, str], bool] = lambda ad, cv: True) -> float:
    """Mean nDCG@10 over the ads that anybody fits, gains 2^grade - 1."""
    found = []
    for ad in bench.ads:
        names = [cv for cv in bench.cvs if keep(ad, cv)]
        gains = [2 ** bench.grades.get((ad, cv), 0) - 1 for cv in sorted(names, key=lambda cv: (-ranking[ad, cv], cv))]
        best = _discounted(sorted(gains, reverse=True))
        if best:
            found.append(_discounted(gains) / best)
    return sum(found) / len(found) if found else math.nan


def _discounted(gains: Iterable[int]) -> float:
    return sum(gain / math.log2(place + 2) for place, gain in enumerate(list(gains)[:10]))


def report(bench: Bench, show: bool) -> None:
    found = scores(bench)
    values = {pair: one.value for pair, one in found.items()}
    for name, ranking in {"score": values, **_rivals(bench)}.items():
        print(f"nDCG@10 {name:<24} {ndcg(bench, ranking):.3f}")
    same = ndcg(bench, values, lambda ad, cv: bench.jobs[ad].language == bench.cvs[cv].language)
    cross = ndcg(bench, values, lambda ad, cv: bench.jobs[ad].language != bench.cvs[cv].language)
    print(f"nDCG@10 same language {same:.3f}, across languages {cross:.3f}")
    for grade in (0, 1, 2, 3):
        of_grade = [value for pair, value in values.items() if bench.grades.get(pair, 0) == grade]
        if of_grade:
            mean = sum(of_grade) / len(of_grade)
            print(f"grade {grade}: {len(of_grade):4} pairs, {min(of_grade):6.2f} - {max(of_grade):6.2f}, mean {mean:.2f}")
    print(f"grade 0 above 40: {sum(v > 40 for p, v in values.items() if not bench.grades.get(p, 0))}, ", end="")
    print(f"grade 3 under 65: {sum(v < 65 for p, v in values.items() if bench.grades.get(p, 0) == 3)}")
    if show:
        _show(bench, found)


def _rivals(bench: Bench) -> dict[str, rivals.Ranking]:
    found = {"BM25 over the whole ad": rivals.bm25(bench.ads, bench.texts), "TF-IDF cosine": rivals.tf_idf(bench.ads, bench.texts)}
    embedded = rivals.minilm(bench.ads, bench.texts)
    return found | ({"MiniLM embeddings": embedded} if embedded else {})


def table(corpus: Path | None) -> None:
    """Every set, as it is and flat."""
    sets = {"shared": shared(corpus), "train": own("train"), "check": own("check")}
    sets |= {f"{kind}-{part}": plain(part, kind) for kind in _PLAIN for part in ("train", "check")}
    both = [pair for name, one in sets.items() for pair in ((name, one), (f"{name} flat", flat(one)))]
    for name, bench in both:
        values = {pair: one.value for pair, one in scores(bench).items()}
        row = {"score": values, **_rivals(bench)}
        wrong = sum(value > 40 for pair, value in values.items() if not bench.grades.get(pair))
        weak = sum(value < 65 for pair, value in values.items() if bench.grades.get(pair) == 3)
        figures = "  ".join(f"{rival} {ndcg(bench, ranking):.3f}" for rival, ranking in row.items())
        print(f"{name:<17} {figures}  unrelated above 40: {wrong}, strong under 65: {weak}", flush=True)


def _show(bench: Bench, found: Mapping[tuple[str, str], Score]) -> None:
    for ad in bench.ads:
        row = sorted(((one.value, cv) for (name, cv), one in found.items() if name == ad), reverse=True)
        print(f"== {ad}")
        for value, cv in row[:6]:
            one = found[ad, cv]
            print(
                f"   {bench.grades.get((ad, cv), 0)} {value:6.2f} cap {one.cap:5.1f} {cv:<28} "
                + " ".join(f"{p.kind[:4]}={p.value:.2f}" for p in one.parts)
            )


def speed(bench: Bench) -> None:
    """CPU of one /match: reading the listings, features, score, explanation; the stored profile stands ready."""
    cv = next(iter(bench.cvs.values()))
    texts = list(bench.ads.values())
    for count in (1, 100, 1000):
        listings = [f"{texts[index % len(texts)]}\n{index}" for index in range(count)]
        best = min(_timed(cv, listings) for _ in range(3 if count < 1000 else 1))
        print(f"{count:5} listings of {sum(map(len, listings)) // count} characters: {best * 1000:.1f} ms of CPU")


def _timed(cv: CvFeatures, listings: list[str]) -> float:
    begun = time.process_time()
    scorer = Scorer(cv)
    for text in listings:
        job = features_of_job(read_text(text))
        explain(scorer.score(job), cv, job, "en", scorer=scorer)
    return time.process_time() - begun


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--set", choices=("shared", "train", "check", *(f"{kind}-{part}" for kind in _PLAIN for part in ("train", "check")))
    )
    corpus = Path(os.environ.get("CVBENCH_DIR") or Path(tempfile.gettempdir()) / "cvbench") / "corpus"
    parser.add_argument("--corpus", type=Path, default=corpus if corpus.is_dir() else None)
    for name in ("--flat", "--show", "--speed"):
        parser.add_argument(name, action="store_true")
    options = parser.parse_args()
    if options.set is None:
        table(options.corpus)
        return
    bench = _named(options.set, options.corpus)
    report(flat(bench) if options.flat else bench, options.show)
    if options.speed:
        speed(bench)


def _named(name: str, corpus: Path | None) -> Bench:
    if name == "shared":
        return shared(corpus)
    kind, dash, part = name.partition("-")
    return plain(part, kind) if dash else own(name)


if __name__ == "__main__":
    main()
