from __future__ import annotations

import datetime as dt
from enum import Enum

import strawberry

from db import models
from graph.schema.context import Info
from graph.schema.node import Node, Nodes, uuid_of
from graph.schema.payload import UserError, payload
from workers.services import document, sheet


@strawberry.enum(description="What a document is.")
class DocumentKind(Enum):
    PDF = strawberry.enum_value("PDF", description="A printed CV.")
    PREVIEW = strawberry.enum_value("PREVIEW", description="One page of a CV as PNG.")
    SHEET = strawberry.enum_value("SHEET", description="One page of the file a CV was read from, as PNG or SVG.")


@strawberry.type(description="A printed CV, or a picture of a page, behind a link that needs no key and expires.")
class Document(Node):
    kind: DocumentKind = strawberry.field(description="What it is.")
    url: str = strawberry.field(description="Signed link; anybody who has it may fetch the document until it expires or is revoked.")
    media_type: str = strawberry.field(description="application/pdf, image/png or image/svg+xml.")
    page: int = strawberry.field(description="Page a picture shows, from 0.")
    pages: int = strawberry.field(description="Pages of the whole CV.")
    scale: float | None = strawberry.field(description="Pixels of a picture for each point of an evidence's box; null for a PDF.")
    expires_at: dt.datetime = strawberry.field(description="When the link stops, UTC.")

    @classmethod
    def show(cls, row: models.Document) -> Document:
        return cls(
            id=strawberry.ID(str(row.id)),
            created_at=row.created_at,
            kind=DocumentKind(row.kind),
            url=document.url(row),
            media_type=row.media_type,
            page=row.page,
            pages=row.pages,
            scale=sheet.SCALES.get(row.kind),
            expires_at=row.expires_at,
        )


Nodes.register(models.Document, Document.show)


@strawberry.type(description="The document whose link stopped, its file erased.")
class DocumentRevokePayload:
    revoked_document_id: strawberry.ID | None = strawberry.field(default=None, description="Id of the document.")
    user_errors: list[UserError] = strawberry.field(default_factory=list, description="What the caller can mend.")


@payload(DocumentRevokePayload)
async def document_revoke(info: Info, id: strawberry.ID) -> DocumentRevokePayload:
    await document.revoke(info.context.caller, uuid_of(id))
    return DocumentRevokePayload(revoked_document_id=id)
