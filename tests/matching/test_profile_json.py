"""Profiles of other systems become the same features."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from tests.matching.people import job
from workers.errors import InvalidInput
from workers.matching import features_of_profile_json, score

TODAY = dt.date(2026, 11, 1)
PLAIN: dict[str, Any] = {
    "title": "Data Engineer",
    "skills": ["Python", "SQL", "Spark"],
    "experience": [{"title": "Data Engineer", "start_date": "2020-01", "description": "Pipelines with Airflow"}],
    "education": [{"degree": "MSc Computer Science"}],
    "languages": ["English (C1)", {"name": "French", "level": "B2"}],
}
RESUME: dict[str, Any] = {
    "basics": {"label": "Data Engineer", "name": "Philippa Marchbanks"},
    "skills": [{"name": "Data", "keywords": ["Python", "SQL", "Spark"]}],
    "work": [{"position": "Data Engineer", "startDate": "2020-01", "summary": "Pipelines with Airflow"}],
    "education": [{"studyType": "MSc", "area": "Computer Science"}],
    "languages": [{"language": "English", "fluency": "C1"}, {"language": "French", "fluency": "B2"}],
}


@pytest.mark.parametrize("profile", [PLAIN, RESUME])
def test_both_forms_give_skills_posts_study_and_languages(profile: dict[str, Any]) -> None:
    found = features_of_profile_json(profile, TODAY)
    assert {"python", "sql", "apache-spark", "apache-airflow"} <= {use.id for use in found.skills}
    assert found.posts[0].occupation == "data-engineer" and found.months == 83 and found.eqf == 7
    assert [(one.code, one.grade) for one in found.languages] == [("en", 5), ("fr", 4)]
    assert score(found, job()).value > 50


@pytest.mark.parametrize("profile", [{}, {"name": "Philippa"}, {"skills": []}])
def test_a_profile_that_says_nothing_is_refused(profile: dict[str, Any]) -> None:
    with pytest.raises(InvalidInput):
        features_of_profile_json(profile, TODAY)
