"""What counts how much: settings of an account or of one call."""

from __future__ import annotations

import msgspec

from workers.errors import InvalidInput


class Weights(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """Any numbers from 0 up; only their proportions count."""

    must_have: float = 34.0
    nice_to_have: float = 8.0
    occupation: float = 22.0
    years: float = 12.0
    study: float = 6.0
    languages: float = 6.0
    place: float = 2.0
    text: float = 12.0

    @property
    def normalised(self) -> Weights:
        """The same proportions with a sum of 1. Raises InvalidInput where one is negative, not a number, or all are 0."""
        values = {name: float(getattr(self, name)) for name in self.__struct_fields__}
        known = zip(self.__struct_encode_fields__, values.values(), strict=True)
        wrong = next((name for name, value in known if not 0 <= value < 1e9), None)
        if wrong:
            raise InvalidInput(f"The weight of {wrong} must be a number from 0 up.", field=("weights", wrong))
        total = sum(values.values())
        if total <= 0:
            raise InvalidInput("All weights are 0. Give at least one part a weight above 0.", field=("weights",))
        return Weights(**{name: value / total for name, value in values.items()})


DEFAULT_WEIGHTS = Weights()
