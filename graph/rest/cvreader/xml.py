"""The tree as XML: root `<resume>`, one wrapper per array with singular children; the XSD is made from the same declaration."""

from __future__ import annotations

from functools import cache
from typing import Any

from lxml import etree

from workers import tree

SINGULAR = {
    "experiences": "experience",
    "educations": "education",
    "skills": "skill",
    "languages": "language",
    "certifications": "certification",
    "projects": "project",
    "publications": "publication",
    "awards": "award",
    "volunteering": "activity",
    "references": "reference",
    "interests": "interest",
    "warnings": "warning",
    "alternateEmails": "email",
    "alternatePhones": "phone",
    "drivingLicences": "licence",
    "other": "link",
    "sectors": "sector",
    "achievements": "achievement",
}
XS = "{http://www.w3.org/2001/XMLSchema}"
TYPES = {"integer": "xs:integer", "number": "xs:decimal", "boolean": "xs:boolean", "datetime": "xs:dateTime"}


def dump(value: dict[str, Any]) -> bytes:
    """The tree, valid against `/schemas/resume.xsd`; an absent value is an empty element with xsi:nil."""
    root = etree.Element("resume", nsmap={"xsi": "http://www.w3.org/2001/XMLSchema-instance"})
    for name, inner in value.items():
        _put(root, name, inner)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def _put(parent: Any, name: str, value: Any) -> None:
    element = etree.SubElement(parent, name)
    if isinstance(value, dict):
        for inner, each in value.items():
            _put(element, inner, each)
    elif isinstance(value, list):
        for each in value:
            _put(element, SINGULAR[name], each)
    elif value is None:
        element.set("{http://www.w3.org/2001/XMLSchema-instance}nil", "true")
    else:
        element.text = _clean(str(value).lower() if isinstance(value, bool) else str(value))


def _clean(text: str) -> str:
    # XML 1.0 has no form for control characters that PDF text may hold.
    return "".join(
        letter
        for letter in text
        if letter in "\t\n\r" or 0x20 <= ord(letter) <= 0xD7FF or 0xE000 <= ord(letter) <= 0xFFFD or ord(letter) > 0xFFFF
    )


@cache
def schema() -> bytes:
    """The XSD: both parser types are valid, so the PREMIUM fields are optional."""
    root = etree.Element(f"{XS}schema", nsmap={"xs": "http://www.w3.org/2001/XMLSchema"})
    resume = etree.SubElement(root, f"{XS}element", name="resume")
    _describe(resume, tree.nested())
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def _describe(element: Any, inner: dict[str, Any]) -> None:
    sequence = etree.SubElement(etree.SubElement(element, f"{XS}complexType"), f"{XS}sequence")
    for name, each in inner.items():
        child = etree.SubElement(sequence, f"{XS}element", name=name.removesuffix("[]"), minOccurs="0")
        if name.endswith("[]"):
            items = etree.SubElement(etree.SubElement(child, f"{XS}complexType"), f"{XS}sequence")
            child = etree.SubElement(items, f"{XS}element", name=SINGULAR[name[:-2]], minOccurs="0", maxOccurs="unbounded")
        if isinstance(each, dict):
            _describe(child, each)
        else:
            child.set("type", TYPES.get(each.type, "xs:string"))
            child.set("nillable", "true")
