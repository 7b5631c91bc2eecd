"""Plans by name: how many calls and credits of each kind a month includes (`plans.toml`)."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType


@cache
def plans() -> Mapping[str, Mapping[str, int]]:
    """Plan → kind → how many a month."""
    read = tomllib.loads(files("workers.resources").joinpath("plans.toml").read_text(encoding="utf-8"))
    return MappingProxyType({name: MappingProxyType(plan) for name, plan in read.items()})
