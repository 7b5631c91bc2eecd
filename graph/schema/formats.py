from __future__ import annotations

from enum import Enum

import strawberry


@strawberry.enum(description="A format other systems speak.")
class ExchangeFormat(Enum):
    JSON_RESUME = strawberry.enum_value("json-resume", description="JSON Resume 1.0.")
    EUROPASS_XML = strawberry.enum_value("europass-xml", description="Europass SkillsPassport 3.4, XML.")
    EUROPASS_JSON = strawberry.enum_value("europass-json", description="Europass SkillsPassport 3.4, JSON.")
    HR_OPEN = strawberry.enum_value("hr-open", description="HR Open 4, Candidate, JSON.")
