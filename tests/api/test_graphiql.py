"""The explorer is for development; it brings the sandbox's key and asks no other machine where its scripts were fetched."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph import graphiql

HTML = '<script src="https://unpkg.com/react@18.2.0/umd/react.js"></script>React.useState(parameters.headers)'


def test_scripts_come_from_here_where_they_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(graphiql, "FOLDER", tmp_path)
    assert "https://unpkg.com/react@18.2.0/umd/react.js" in graphiql.page(HTML, None)
    (tmp_path / "react" / "umd").mkdir(parents=True)
    (tmp_path / "react" / "umd" / "react.js").write_text("")
    assert 'src="/graphiql/react/umd/react.js"' in graphiql.page(HTML, None)


def test_the_key_is_filled_in() -> None:
    assert r'parameters.headers || "{\"Authorization\":\"Bearer SBX_x\"}"' in graphiql.page(HTML, "SBX_x")
