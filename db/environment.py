"""Every setting of the product, read once from the environment into one frozen dataclass.

Each field's metadata names its variable and says what it does; README lists them all and a test compares.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from functools import cache
from pathlib import Path
from typing import Any


def _named(name: str, meaning: str) -> dict[str, str]:
    return {"name": name, "meaning": meaning}


@dataclass(frozen=True)
class Environment:
    data: Path = field(default=Path(".data"), metadata=_named("CVGRAPH_DATA", "folder of the embedded database, files, keys and queue"))
    database_url: str = field(
        default="", metadata=_named("DATABASE_URL", "postgres://user:password@host/name; empty: SQLite in the data folder")
    )
    redis_url: str = field(
        default="", metadata=_named("REDIS_URL", "redis://host:6379/0; empty: an embedded Valkey and a worker inside the server")
    )
    files: str = field(
        default="",
        metadata=_named("CVGRAPH_FILES", "where files are kept: a folder or s3://bucket/prefix; empty: files/ in the data folder"),
    )
    master_key: str = field(
        default="",
        metadata=_named("CVGRAPH_MASTER_KEY", "32 bytes in base64 that wrap every account's key; empty: made once in the data folder"),
    )
    public_url: str = field(
        default="", metadata=_named("CVGRAPH_PUBLIC_URL", "address that clients reach us under; empty: http://127.0.0.1:PORT")
    )
    port: int = field(default=8000, metadata=_named("PORT", "port of the server"))
    processes: int = field(default=os.cpu_count() or 1, metadata=_named("CVGRAPH_PROCESSES", "child processes that read and print CVs"))
    templates: str = field(
        default="", metadata=_named("CVGRAPH_TEMPLATES", "folder with further layouts, one folder each; sandboxed Jinja2")
    )
    taxonomy: str = field(
        default="", metadata=_named("CVGRAPH_TAXONOMY", "folder with tables that `cvgraph taxonomy import` wrote, read beside ours")
    )
    development: bool = field(
        default=False, metadata=_named("CVGRAPH_DEVELOPMENT", "GraphiQL, introspection and readable suggestions (on in make run)")
    )
    origins: str = field(
        default="*",
        metadata=_named("CVGRAPH_ORIGINS", "web pages that may call the API from a browser: origins, comma between them, or * for any"),
    )
    rate_limit: int = field(default=600, metadata=_named("CVGRAPH_RATE_LIMIT", "requests a minute and key"))
    upload_limit: int = field(default=10_000_000, metadata=_named("CVGRAPH_UPLOAD_LIMIT", "bytes of the largest file accepted"))
    allow_private_targets: bool = field(
        default=False,
        metadata=_named("CVGRAPH_ALLOW_PRIVATE_TARGETS", "webhooks and feeds may call loopback and plain http; development only"),
    )
    smtp_url: str = field(
        default="",
        metadata=_named("CVGRAPH_SMTP_URL", "smtp://user:password@host:587 (STARTTLS) or smtps://host:465; empty: no e-mail is sent"),
    )
    mail_from: str = field(
        default="CVGraph <no-reply@example.org>",
        metadata=_named("CVGRAPH_MAIL_FROM", "sender of e-mails"),
    )
    open_sandbox: bool = field(
        default=False, metadata=_named("CVGRAPH_OPEN_SANDBOX", "anybody may make a sandbox key of their own (on in make run)")
    )
    metrics_token: str = field(
        default="", metadata=_named("CVGRAPH_METRICS_TOKEN", "bearer token that /metrics asks for; empty: /metrics is closed")
    )
    telemetry: str = field(
        default="", metadata=_named("OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector:4318 that spans are sent to; empty: none are made")
    )
    log_level: str = field(
        default="INFO", metadata=_named("CVGRAPH_LOG_LEVEL", "DEBUG, INFO, WARNING or ERROR; logs never hold personal data")
    )

    @classmethod
    def read(cls, variables: Mapping[str, str]) -> Environment:
        """Read the settings; a value that cannot be read raises ValueError naming the variable."""
        given = {}
        for setting in fields(cls):
            name, text = setting.metadata["name"], variables.get(setting.metadata["name"], "").strip()
            if text:
                given[setting.name] = _value(name, type(setting.default), text)
        return cls(**given)

    @property
    def database(self) -> str:
        return self.database_url or f"sqlite://{(self.data / 'cvgraph.sqlite3').absolute()}"

    @property
    def public(self) -> str:
        return (self.public_url or f"http://127.0.0.1:{self.port}").rstrip("/")


def _value(name: str, kind: Any, text: str) -> Any:
    try:
        return _truth(text) if kind is bool else Path(text) if issubclass(kind, Path) else kind(text)
    except ValueError as error:
        raise ValueError(f"{name} must be {kind.__name__}, not '{text}'") from error


def _truth(text: str) -> bool:
    words = {"1": True, "true": True, "yes": True, "on": True, "0": False, "false": False, "no": False, "off": False}
    if text.lower() not in words:
        raise ValueError(text)
    return words[text.lower()]


@cache
def environment() -> Environment:
    return Environment.read(os.environ)
