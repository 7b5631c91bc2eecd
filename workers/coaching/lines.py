"""What is printed under a post, as the pieces that a rule may judge: bullets and sentences, never half of one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workers.cv import Experience
from workers.resources import taxonomy
from workers.resources.text import fold

BULLET = re.compile(r"^[\s•‣▪●○◦◆■–—\-*»>✓·o]+\s+|^[•‣▪●○◦◆■–—\-*»>✓·]+")
SENTENCE_END = re.compile(r"(?<=[.!?…])\s+(?=[^\W\d_a-zà-öø-ÿ]|[«“\"(])")
# Short words with a capital and a dot are titles, legal forms and initials: 'Dr. ', 'Co. ', 'M. '. A number and a dot count a list.
NO_END = re.compile(r"(?:^|[\s(])[^\W\d_a-zà-öø-ÿ][a-zà-öø-ÿ]{0,2}\.$|^\d{1,2}\.$")


def lines(post: Experience) -> list[str]:
    """All that stands under the post: the sentences of its paragraphs, then of its bullets, each once."""
    bullets = [" ".join(each.split()) for each in post.achievements]
    known = f" {fold(' '.join(bullets))} "
    prose = (each for each in _joined(post.description or "") if f" {fold(each)} " not in known)
    return list(dict.fromkeys(piece for each in (*prose, *bullets) for piece in _sentences(BULLET.sub("", each).strip())))


def is_bare(post: Experience) -> bool:
    """Neither a line under it, nor a skill but those of its title."""
    named = {match.concept.id for match in taxonomy.find(post.job_title or "")}
    used = (taxonomy.lookup(name) for name in post.skills)
    return not lines(post) and all(concept is not None and concept.id in named for concept in used)


def _joined(text: str) -> Iterator[str]:
    """Printed lines → paragraphs. A line that opens with a small letter, or follows a comma, goes on from the one above."""
    whole = ""
    for line in filter(None, map(str.strip, text.splitlines())):
        if whole and not BULLET.match(line) and (line[0].islower() or whole.endswith(",")) and whole[-1] not in ".!?":
            whole = f"{whole} {line}"
            continue
        yield from filter(None, [whole])
        whole = line
    yield from filter(None, [whole])


def _sentences(text: str) -> Iterator[str]:
    whole = ""
    for part in SENTENCE_END.split(text):
        whole = f"{whole} {part}".strip()
        if not NO_END.search(whole):
            yield from filter(None, [whole])
            whole = ""
    yield from filter(None, [whole])
