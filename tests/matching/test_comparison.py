"""A stored job's fields are read as one ad."""

from __future__ import annotations

import pytest

from workers.comparison import job_features


@pytest.mark.parametrize(
    ("experience", "least", "most"),
    [
        ("5+", 5, None),
        ("5", 5, None),
        ("3-5", 3, 5),
        ("3 à 5", 3, 5),
        ("5+ years", 5, None),
        ("2 ans", 2, None),
        ("senior", None, None),
        (None, None, None),
    ],
)
def test_a_number_in_the_field_of_experience_is_one_of_years(experience: str | None, least: float | None, most: float | None) -> None:
    ad, _ = job_features({"title": "Java developer", "description": "A team.", "experience": experience, "skills": ["Java"]})
    assert (ad.minimum_years, ad.maximum_years) == (least, most)
    assert [need.name for need in ad.must_have] == ["Java"]
