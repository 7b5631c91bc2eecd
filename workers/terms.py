"""The closed vocabularies of the tree."""

from __future__ import annotations

from enum import StrEnum


class DocumentType(StrEnum):
    CV = "CV"
    COVER_LETTER = "COVER_LETTER"
    JOB_DESCRIPTION = "JOB_DESCRIPTION"
    OTHER = "OTHER"


class SkillCategory(StrEnum):
    TECHNICAL = "TECHNICAL"
    SOFT = "SOFT"
    TOOL = "TOOL"
    METHOD = "METHOD"
    OTHER = "OTHER"


class Seniority(StrEnum):
    INTERN = "INTERN"
    JUNIOR = "JUNIOR"
    MID = "MID"
    SENIOR = "SENIOR"
    LEAD = "LEAD"
    EXECUTIVE = "EXECUTIVE"


class Cefr(StrEnum):
    A1 = "A1"
    A2 = "A2"
    B1 = "B1"
    B2 = "B2"
    C1 = "C1"
    C2 = "C2"
    NATIVE = "NATIVE"
