"""Europass SkillsPassport 3.4 as JSON."""

from __future__ import annotations

import orjson

from workers.cv import Cv
from workers.exchange.europass_read import from_tree
from workers.exchange.europass_write import to_tree


def dump(cv: Cv) -> bytes:
    return orjson.dumps(to_tree(cv), option=orjson.OPT_INDENT_2)


def load(data: bytes) -> Cv:
    tree = orjson.loads(data)
    if not isinstance(tree, dict):
        raise ValueError("no SkillsPassport")
    return from_tree(tree)
