"""The retrieval index: for each term the numbers of those who have it, packed, so that a million resumes are a few megabytes.

A term of matching is 22 bits of a digest of its name; two names that meet there cost a wasted comparison and nothing else, for
the score is made from the features themselves.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache
from uuid import UUID

from tortoise import fields
from tortoise.models import Model

from db.models.account import Account

TERM_BITS, NUMBER_BITS, PIECE_BITS = 22, 23, 16
LAYOUT = 1
MOST = (1 << NUMBER_BITS) - 1


class Corpus(Model):
    """All resumes, or all jobs, of one account's real or sandbox data. `length` is the sum of their lengths in words; `layout` tells
    how its postings are kept: those of an older one are made again after an upgrade.

    What is usual in a corpus is settled when it has doubled: in between a score does not move because others applied.
    """

    id = fields.IntField(primary_key=True)
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField("models.Account", related_name="corpora", on_delete=fields.CASCADE)
    account_id: UUID
    sandbox = fields.BooleanField(default=False)
    kind = fields.CharField(max_length=6)
    size = fields.IntField(default=0)
    length = fields.FloatField(default=0)
    settled_size = fields.IntField(default=0)
    settled_length = fields.FloatField(default=0)
    last_number = fields.IntField(default=0)
    layout = fields.SmallIntField(default=LAYOUT)

    class Meta:
        table = "corpus"
        unique_together = (("account_id", "sandbox", "kind"),)


class Posting(Model):
    """Who has a term, in pieces of 65,536 numbers. `key`: corpus, term, piece, from the highest bits to the lowest; `numbers` as
    `workers.matching.postings` packs them."""

    key = fields.BigIntField(primary_key=True)
    numbers = fields.BinaryField()

    class Meta:
        table = "posting"


class TermCount(Model):
    """`key`: corpus, term. How many of the corpus have the term, now and when the corpus was last settled."""

    key = fields.BigIntField(primary_key=True)
    count = fields.IntField(default=0)
    settled = fields.IntField(default=0)

    class Meta:
        table = "term_count"


@lru_cache(maxsize=65536)
def term_id(name: str) -> int:
    """The term's 22 bits, never 0."""
    return int.from_bytes(hashlib.blake2b(name.encode(), digest_size=4).digest()) % ((1 << TERM_BITS) - 1) + 1


def count_key(corpus: int, term: int) -> int:
    return corpus << TERM_BITS | term


def posting_key(corpus: int, term: int, number: int) -> int:
    return count_key(corpus, term) << NUMBER_BITS | number


def piece_key(posting: int) -> int:
    """The piece in which a posting stands: the lowest bits of the number are inside."""
    return posting >> PIECE_BITS
