"""What a document without pages is made of: paragraphs, tables, frames and columns, in the order of the file.

The readers of DOCX, ODT, RTF, HTML and text speak this tongue; `galley.lay` prints it on virtual pages. Lengths in points.
"""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

WHITE = 0xFFFFFF
# A ground that the file paints in a way we cannot tell: nothing on it is judged by its colour.
UNKNOWN = -1
# Letters that are black, and white on a dark ground.
AUTO = -1


class Run(NamedTuple):
    """Text of one look. `\\t` goes to the next tab stop, `\\n` begins a line; `hidden` says why nobody sees it."""

    text: str
    size: float = 10.0
    bold: bool = False
    italic: bool = False
    colour: int = 0
    uri: str = ""
    hidden: str = ""
    ground: int | None = None


class Tab(NamedTuple):
    """A tab stop, measured from the left edge of the text; `kind` is left, right or center."""

    position: float
    kind: str = "left"


class Paragraph(NamedTuple):
    """`left` is the indent of every line, `first` what the first one is moved by; `bullet` stands before the text."""

    runs: tuple[Run, ...]
    align: str = "left"
    left: float = 0.0
    right: float = 0.0
    first: float = 0.0
    tabs: tuple[Tab, ...] = ()
    before: float = 0.0
    after: float = 0.0
    leading: float = 1.2
    style: str = ""
    bullet: str = ""
    ground: int | None = None


class Cell(NamedTuple):
    """A table cell at `x` from the left edge of its table; `rows` is how many rows it covers."""

    blocks: tuple[Block, ...]
    x: float
    width: float
    rows: int = 1
    ground: int | None = None


class Table(NamedTuple):
    rows: tuple[tuple[Cell, ...], ...]
    x: float = 0.0


class Frame(NamedTuple):
    """A text box. `x` and `y` from the corner of the page, or `y` from the line it hangs on; None: where the text stands."""

    blocks: tuple[Block, ...]
    width: float
    height: float = 0.0
    x: float | None = None
    y: float | None = None
    from_page: bool = False
    wraps: bool = True
    ground: int | None = None


class Image(NamedTuple):
    """A picture; without `x` it stands in the text."""

    width: float
    height: float
    x: float | None = None
    y: float | None = None
    from_page: bool = False


class Break(NamedTuple):
    """`kind` is page or column."""

    kind: str


class Columns(NamedTuple):
    """Newspaper columns: (x, width) each, filled one after the other, or evenly where another section follows on the page."""

    blocks: tuple[Block, ...]
    columns: tuple[tuple[float, float], ...]
    balanced: bool = False


class Sheet(NamedTuple):
    """The paper. A4 with two centimetres of margin unless the file says otherwise."""

    width: float = 595.0
    height: float = 842.0
    left: float = 56.0
    top: float = 56.0
    right: float = 56.0
    bottom: float = 56.0

    @property
    def text_width(self) -> float:
        return max(72.0, self.width - self.left - self.right)

    @property
    def text_height(self) -> float:
        return max(144.0, self.height - self.top - self.bottom)


A4 = Sheet()

Block: TypeAlias = Paragraph | Table | Frame | Image | Break | Columns
