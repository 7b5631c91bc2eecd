"""The 96 declared fields: 56 of them ADVANCED, each in every form the product prints."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import etree

from graph.rest import openapi
from graph.rest.cvreader import xml
from workers import cv as flow
from workers.tree import ParserType, declared, tree

FULL = flow.Cv(
    resume_id="01a208ed-2187-75ec-bd8a-5eb6c1791d4d",
    warnings=(flow.Warning(code="HIDDEN_TEXT", page=1),),
    experiences=(flow.Experience(achievements=("a",), skills=("b",), start_date=flow.PartialDate("2019-03")),),
    educations=(flow.Education(),),
    skills=(flow.Skill(name="Python"),),
    languages=(flow.Language(name="French", cefr=flow.Cefr.NATIVE),),
    certifications=(flow.Certification(name="c"),),
    projects=(flow.Project(name="p"),),
    publications=(flow.Publication(title="t"),),
    awards=(flow.Award(title="t"),),
    volunteering=(flow.Volunteering(),),
    references=(flow.Reference(name="r"),),
    interests=("i",),
)


def _leaves(value: Any) -> int:
    if isinstance(value, dict):
        return sum(_leaves(each) for each in value.values())
    return _leaves(value[0]) if isinstance(value, list) and value and isinstance(value[0], dict) else 1


@pytest.mark.parametrize(("kind", "count"), [(ParserType.ADVANCED, 56), (ParserType.PREMIUM, 96)])
def test_leaf_fields(kind: ParserType, count: int) -> None:
    assert len([field for field in declared() if kind is ParserType.PREMIUM or field.tier is kind]) == count
    assert _leaves(tree(FULL, kind)) == count


def test_an_empty_cv_has_every_field() -> None:
    """Absent is null or [], never left out."""
    assert set(tree(flow.Cv())) == set(tree(FULL))
    assert tree(flow.Cv())["candidate"].keys() == tree(FULL)["candidate"].keys()


@pytest.mark.parametrize("kind", ParserType)
@pytest.mark.parametrize("cv", [FULL, flow.Cv()])
def test_xml_is_valid(kind: ParserType, cv: flow.Cv) -> None:
    schema = etree.XMLSchema(etree.fromstring(xml.schema()))
    schema.assertValid(etree.fromstring(xml.dump(tree(cv, kind))))


def test_xml_takes_any_text() -> None:
    """PDF text may hold control characters that XML has no form for."""
    root = etree.fromstring(xml.dump({"rawText": "a\x00b\x0bc\ufffe €"}))
    assert root.findtext("rawText") == "abc €"


def test_openapi_describes_the_tree() -> None:
    described = openapi.schemas()["Resume"]["properties"]
    assert described.keys() == tree(FULL).keys()
    assert described["experiences"]["items"]["properties"].keys() == tree(FULL)["experiences"][0].keys()


def test_the_tree_comes_back() -> None:
    assert flow.from_tree(flow.Cv, flow.to_tree(FULL)) == FULL
