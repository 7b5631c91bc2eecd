"""Accounts: made with a data key of their own."""

from __future__ import annotations

from db.base import new_id
from db.models import Account
from db.secrets import new_data_key
from workers.errors import InvalidInput


async def create(name: str, email: str | None = None) -> Account:
    """A new account; its name must not be blank."""
    if not name.strip():
        raise InvalidInput("An account needs a name", field=("name",))
    identity = new_id()
    _, wrapped = new_data_key(str(identity))
    return await Account.create(id=identity, name=name.strip(), email=email, wrapped_key=wrapped)


async def named(name: str) -> Account:
    """The account of that name, made if there is none: how the command line speaks of accounts."""
    return await Account.filter(name=name).order_by("id").first() or await create(name)
