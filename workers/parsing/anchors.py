"""Items of a section → the lines whose dates open or close an entry, not one inside a sentence or beside a client."""

from __future__ import annotations

from collections.abc import Sequence

from workers.parsing.items import SEPARATORS, Item
from workers.parsing.places import is_place
from workers.parsing.runs import BULLET
from workers.resources.entry_words import entry_words
from workers.resources.text import fold


def anchors_of(items: Sequence[Item]) -> list[int]:
    """Numbers of the lines that anchor an entry each."""
    anchors = [index for index, item in enumerate(items) if item.anchor > 0]
    # A consultant's clients have dates of their own, inside the post.
    anchors = [index for index in anchors if not is_detail(items[index].text)] or anchors
    return _one_date_each(items, _with_alike(items, anchors))


def _with_alike(items: Sequence[Item], anchors: list[int]) -> list[int]:
    """Where every entry ends its line with its dates, a lone year behind a comma at the end of a line is one too."""
    if not anchors or not all(_ends_line(items[index]) for index in anchors):
        return anchors
    return [
        index for index, item in enumerate(items) if index in anchors or (_ends_line(item) and not BULLET.match(item.line.words[0].text))
    ]


def _ends_line(item: Item) -> bool:
    if item.dates is None or item.dates.begin == 0 or item.text[item.dates.finish :].strip(SEPARATORS):
        return False
    return item.text[: item.dates.begin].rstrip()[-1:] in (",", "(", "|", "–", "—", "-", ":", "·")


def _one_date_each(items: Sequence[Item], anchors: list[int]) -> list[int]:
    """Two dated lines in a row with nothing between them belong to one entry only when one of them is a bare single date."""
    kept: list[int] = []
    for index in anchors:
        if kept and is_bare(items[index]) and _same_dates(items[kept[-1]], items[index]) and _is_near(items, kept[-1], index):
            continue
        if kept and index - kept[-1] == 1 and not _is_range(items[index]) and _is_range(items[kept[-1]]) and is_bare(items[index]):
            continue
        if kept and index - kept[-1] == 1 and _is_range(items[index]) and not _is_range(items[kept[-1]]) and is_bare(items[kept[-1]]):
            kept[-1] = index
            continue
        kept.append(index)
    return kept


def _same_dates(one: Item, other: Item) -> bool:
    """Some makers of pages print dates twice, once for each width of the screen."""
    return one.dates is not None and other.dates is not None and one.dates[:3] == other.dates[:3]


def _is_near(items: Sequence[Item], first: int, second: int) -> bool:
    return second - first <= 3 or all(item.is_body for item in items[first + 1 : second])


def _is_range(item: Item) -> bool:
    return bool(item.dates and item.dates.is_range)


def is_bare(item: Item) -> bool:
    """Nothing stands beside the date but perhaps a place."""
    if item.dates is None:
        return False
    rest = (item.text[: item.dates.begin] + item.text[item.dates.finish :]).strip(SEPARATORS)
    return not rest or (len(rest) < 40 and is_place(rest))


def is_detail(text: str) -> bool:
    """`Missions :`, `Technologies : ...` speak about the entry above them."""
    head, colon, _ = text.partition(":")
    return fold(head) in entry_words().not_headers and (bool(colon) or len(text.split()) <= 3)
