"""How the CVReaderPro contract prints a job: `skills` is a string of JSON in rows 7 and 9 to 12, an array in row 8."""

from __future__ import annotations

from typing import Any

import orjson

from db import models
from workers import comparison
from workers.job_ad import JobAd
from workers.services.job_fields import LONGEST, LONGEST_TEXT, MOST_SKILLS

TEXT = {"type": ["string", "null"]}
FIELDS = ("title", "description", "profile", "experience", "education", "company", "country", "city", "reference")
JOB: dict[str, Any] = {
    "type": "object",
    "required": ["id", *FIELDS, "skills", "status", "source", "createdAt", "updatedAt"],
    "properties": {
        "id": {"type": "string", "format": "uuid"},
        **dict.fromkeys(FIELDS, TEXT),
        "skills": {"type": ["string", "null"], "description": "a JSON array as text"},
        "status": {"type": "string", "enum": ["ACTIVE", "CLOSED", "DRAFT"]},
        "source": {"type": "string"},
        "createdAt": {"type": "string", "format": "date-time"},
        "updatedAt": {"type": "string", "format": "date-time"},
    },
}
SAID: dict[str, Any] = {"type": "string", "pattern": r"[A-Za-z0-9]"}
LONG = {**TEXT, "maxLength": LONGEST_TEXT}
NAMES = {"type": "array", "maxItems": MOST_SKILLS, "items": {"type": "string", "maxLength": LONGEST["skills"]}}
ARRAY_AS_TEXT = {"type": ["string", "null"], "pattern": r"^\s*(\[\s*(\"[^\"\\]*\"\s*(,\s*\"[^\"\\]*\"\s*)*)?\])?\s*$"}
CHANGES: dict[str, Any] = {
    "type": "object",
    "properties": {
        **{name: {**TEXT, "maxLength": LONGEST.get(name, LONGEST_TEXT)} for name in FIELDS},
        "title": {**SAID, "maxLength": LONGEST["title"]},
        "skills": {"anyOf": [ARRAY_AS_TEXT, NAMES]},
        "status": {"type": ["string", "null"], "enum": ["ACTIVE", "CLOSED", "DRAFT", None]},
    },
}
JOB_BODY: dict[str, Any] = {**CHANGES, "required": ["title"]}
AD_FIELDS = ("description", "job_description", "text")
AD_BODY: dict[str, Any] = {
    "anyOf": [
        SAID,
        *({"type": "object", "required": [name], "properties": {name: SAID}, "maxProperties": 1} for name in AD_FIELDS),
    ]
}
DTO: dict[str, Any] = {
    "type": "object",
    "required": ["jobTitle", "jobDescription", "profileRecherche", "experienceRequired", "educationLevel", "skills"],
    "properties": {
        **dict.fromkeys(("jobTitle", "jobDescription", "profileRecherche", "experienceRequired", "educationLevel"), TEXT),
        "skills": {"type": "array", "items": {"type": "string"}},
    },
}
NUMBER = {"type": "integer"}
PAGE: dict[str, Any] = {
    "type": "object",
    "required": ["content", "totalElements", "totalPages", "number", "size"],
    "properties": {
        "content": {"type": "array", "items": JOB},
        **dict.fromkeys(("totalElements", "totalPages", "number", "size"), NUMBER),
    },
}


def job(row: models.Job) -> dict[str, Any]:
    """Rows 7 and 9 to 12."""
    return {
        "id": str(row.id),
        "title": row.title,
        "description": row.description,
        "profile": row.profile,
        "experience": row.experience,
        "education": row.education,
        "skills": None if row.skills is None else orjson.dumps(row.skills).decode(),
        "company": row.company,
        "country": row.country,
        "city": row.city,
        "reference": row.reference,
        "status": row.status,
        "source": row.source,
        "createdAt": row.created_at.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "updatedAt": row.updated_at.strftime("%Y-%m-%dT%H:%M:%SZ"),
    }


def dto(ad: JobAd) -> dict[str, Any]:
    """Row 8."""
    values = comparison.job_values(ad)
    return {
        "jobTitle": values["title"],
        "jobDescription": values["description"],
        "profileRecherche": values["profile"],
        "experienceRequired": values["experience"],
        "educationLevel": values["education"],
        "skills": values["skills"],
    }
