"""The pages a CV was read from, as pictures behind signed links: a recruiter sees where each value stood."""

from __future__ import annotations

from uuid import UUID

from db import files
from db.base import new_id
from db.models import Document
from workers import offload
from workers.parsing.read.sheet import SCALE, Sheet, sheets
from workers.services import audit_event, document, resume
from workers.services.caller import Caller, Scope

SHEET, DEADLINE = "SHEET", offload.DEADLINE
# Pixels of a picture for a point of an evidence's box, by kind of document.
SCALES = {SHEET: SCALE, document.PREVIEW: document.PREVIEW_DPI / 72}


async def of_resume(caller: Caller, identity: UUID) -> list[Document]:
    """One picture a page of the file as it was read; made once, and again when the links are about to expire."""
    caller.demand(Scope.READ)
    row = await resume.get(caller, identity)
    earlier = Document.visible(caller).filter(kind=SHEET, resume_id=identity)
    kept = await earlier.order_by("page")
    await audit_event.record(caller, "resume.file", row.id)
    if kept and not any(document.is_expiring(page) for page in kept):
        return kept
    drawn: list[Sheet] = await offload.run(sheets, await files.get(row.file, caller.sealer), deadline=DEADLINE)
    made = [
        await document.keep(caller, each.data, SHEET, each.media_type, resume_id=identity, page=number, pages=len(drawn), id=new_id())
        for number, each in enumerate(drawn)
    ]
    await document.forget(await earlier.filter(id__not_in=[page.id for page in made]))
    return made
