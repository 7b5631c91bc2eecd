"""Two CVs, one in French and one in English, that print every field a CV can print, as people write and not as forms ask."""

from __future__ import annotations

CASES = ("fr-every-field", "en-every-field")
# What the file says about itself, and what a plain text cannot show.
NOT_PRINTED = {"resumeId", "parsedAt", "ocrApplied", "warnings[]", "candidate.hasPhoto"}
