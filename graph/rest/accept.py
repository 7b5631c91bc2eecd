"""`Accept`: which of the two forms of a resume the client prefers."""

from __future__ import annotations

XML, JSON = ("application/xml", "text/xml"), "application/json"


def prefers_xml(accept: str) -> bool:
    """RFC 9110: the most exact range that fits a type gives its quality. Where both are liked as much, the one that is named wins
    over the one that is only meant by a `*`; where that decides nothing, it is JSON."""
    ranges = [_range(part) for part in accept.split(",") if part.strip()]
    best = max(_liking(kind, ranges) for kind in XML)
    return best[0] > 0 and best > _liking(JSON, ranges)


def _range(part: str) -> tuple[str, float]:
    kind, *parameters = (piece.strip().lower() for piece in part.split(";"))
    given = next((each.removeprefix("q=") for each in parameters if each.startswith("q=")), "1")
    try:
        return kind, min(max(float(given), 0.0), 1.0)
    except ValueError:
        return kind, 0.0


def _liking(kind: str, ranges: list[tuple[str, float]]) -> tuple[float, int]:
    family = kind.partition("/")[0]
    for exactness, wanted in ((2, kind), (1, f"{family}/*"), (0, "*/*")):
        if found := [quality for name, quality in ranges if name == wanted]:
            return max(found), exactness
    return 0.0, 0
