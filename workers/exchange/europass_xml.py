"""Europass SkillsPassport 3.4 as XML: the tree of the JSON, lists wrapped (`TelephoneList`), dates in attributes (`month="--03"`).

The Candidate that europass.eu writes today is read as well.
"""

from __future__ import annotations

from typing import Any

from lxml import etree

from workers.cv import Cv
from workers.exchange import europass_candidate
from workers.exchange.europass_read import from_tree
from workers.exchange.europass_write import to_tree

NAMESPACE = "http://europass.cedefop.europa.eu/Europass"
_LISTS = ("Telephone", "Website", "Nationality", "WorkExperience", "Education", "MotherTongue", "ForeignLanguage", "Achievement")
_DEFAULT: Any = {None: NAMESPACE}
_DATES = ("Birthdate", "From", "To")
_DASHES = {"Year": "", "Month": "--", "Day": "---"}


def dump(cv: Cv) -> bytes:
    passport = to_tree(cv)["SkillsPassport"]
    root = etree.Element(f"{{{NAMESPACE}}}SkillsPassport", nsmap=_DEFAULT, locale=passport.pop("Locale"))
    for name, value in passport.items():
        _write(root, name, value)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True))


def load(data: bytes) -> Cv:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        raise ValueError("no XML") from None
    if etree.QName(root).localname == "Candidate":
        return europass_candidate.load(root)
    if etree.QName(root).localname != "SkillsPassport":
        raise ValueError("no SkillsPassport")
    tree = _read(root)
    passport = tree if isinstance(tree, dict) else {}
    return from_tree({"SkillsPassport": {**passport, "Locale": root.get("locale")}})


def _write(parent: Any, name: str, value: Any) -> None:
    if name == "Driving":
        outer = etree.SubElement(etree.SubElement(parent, _tag(name)), _tag("Description"))
        for licence in value["Description"]:
            etree.SubElement(outer, _tag("Licence")).text = _text(licence)
    elif isinstance(value, list):
        outer = etree.SubElement(parent, _tag(f"{name}List"))
        for item in value:
            _write(outer, name, item)
    elif name in _DATES:
        parts = {part.lower(): f"{_DASHES[part]}{number:0{4 if part == 'Year' else 2}d}" for part, number in value.items()}
        etree.SubElement(parent, _tag(name), parts)
    else:
        _write_plain(etree.SubElement(parent, _tag(name)), value)


def _write_plain(element: Any, value: Any) -> None:
    if isinstance(value, dict):
        for name, inner in value.items():
            _write(element, name, inner)
    else:
        element.text = str(value).lower() if isinstance(value, bool) else _text(value)


def _text(value: Any) -> str:
    """XML has no control signs, not even escaped."""
    return "".join(
        char for char in str(value) if char in "\t\n" or (char >= " " and not "\ud800" <= char <= "\udfff" and char not in "\ufffe\uffff")
    )


def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def _read(element: Any) -> Any:
    name = etree.QName(element).localname
    children = [child for child in element if isinstance(child.tag, str)]
    if name in _DATES:
        return {part: element.get(part.lower()) for part in _DASHES if element.get(part.lower())}
    if not children:
        return element.text
    if any(etree.QName(child).localname == "Licence" for child in children):
        return [child.text for child in children]
    return dict(_branch(child) for child in children)


def _branch(child: Any) -> tuple[str, Any]:
    name = etree.QName(child).localname
    if name.endswith("List") and name.removesuffix("List") in _LISTS:
        return name.removesuffix("List"), [_read(item) for item in child if isinstance(item.tag, str)]
    return name, _read(child)
