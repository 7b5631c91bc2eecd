"""Blindness from the file on: the same CV under another name, gender, age, address, nationality and family gives the same score.

And both directions agree: a CV against ads and an ad against CVs are the same pairs.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from workers.features import CvFeatures
from workers.matching import Scorer, features_of_cv, features_of_job, score
from workers.parsing import parse
from workers.parsing.job_ad import read_text

TODAY = dt.date(2026, 11, 1)
FOLDER = Path(__file__).parents[1] / "bench/judgements"
CV = (FOLDER / "cvs/fr-mecanicien-auto.txt").read_text("utf-8")
PERSON = "Bertille Carbonnieux\nMécanicienne automobile\nbertille.carbonnieux@example.fr - 06 39 98 11 04 - Dijon\nPermis B"
BASE = "Née le 3 mai 1991\nNationalité : française\nMariée, deux enfants\n12 rue des Fictions, 21000 Dijon"
SWAPS = {
    "name": ("Bertille Carbonnieux", "Mamadou Diawara"),
    "e-mail": ("bertille.carbonnieux@example.fr", "m.diawara@example.org"),
    "age": ("Née le 3 mai 1991", "Née le 3 mai 1964"),
    "nationality": ("Nationalité : française", "Nationalité : sénégalaise"),
    "family": ("Mariée, deux enfants", "Célibataire"),
    "address": ("12 rue des Fictions, 21000 Dijon", "7 avenue des Chimères, 13001 Marseille"),
    "gender": ("Mécanicienne", "Mécanicien"),
}


def features(text: str) -> CvFeatures:
    return features_of_cv(parse(text.encode(), "cv.txt", today=TODAY), TODAY)


@pytest.mark.parametrize("swap", SWAPS)
def test_another_person_with_the_same_work_scores_the_same(swap: str) -> None:
    job = features_of_job(read_text((FOLDER / "ads/fr-mecanicien-vl.txt").read_text("utf-8")))
    whole = CV.replace("Dijon\nPermis B", f"Dijon\n{BASE}\nPermis B", 1)
    before, after = SWAPS[swap]
    other = whole.replace(before, after)
    assert other != whole
    assert score(features(other), job).value == score(features(whole), job).value > 50


def test_both_directions_give_the_same_scores() -> None:
    cvs = [features((FOLDER / f"cvs/{name}.txt").read_text("utf-8")) for name in ("fr-boulanger", "en-baker")]
    jobs = [
        features_of_job(read_text((FOLDER / f"ads/{name}.txt").read_text("utf-8"))) for name in ("fr-boulanger-tourier", "en-artisan-baker")
    ]
    forward = {(i, j): Scorer(cv).score(job) for i, cv in enumerate(cvs) for j, job in enumerate(jobs)}
    scorers = [Scorer(cv) for cv in cvs]
    backward = {(i, j): scorers[i].score(jobs[j]) for j in (1, 0) for i in (1, 0)}
    assert forward == backward
