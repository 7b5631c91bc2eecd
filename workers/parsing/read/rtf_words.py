"""Control words of RTF by what they mean for a reader."""

from __future__ import annotations

CHARACTERS = {
    "tab": "\t",
    "nestcell": "\t",
    "line": "\n",
    "softline": "\n",
    "emdash": "—",
    "endash": "–",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "bullet": "•",
    "emspace": " ",
    "enspace": " ",
    "qmspace": " ",
    "zwj": "",
    "zwnj": "",
}
SYMBOLS = {"~": "\u00a0", "_": "-", "-": "", "\\": "\\", "{": "{", "}": "}", "\t": "\t"}

# Groups that hold no text of the document.
SKIPPED = frozenset(
    (
        "pict objdata info generator listtable listoverridetable rsidtbl themedata colorschememapping datastore "
        "latentstyles xmlnstbl fontemb fontfile falt panose bkmkstart bkmkend sp sn sv shprslt background template comment "
        "annotation atnid atnauthor nonshppict pgptbl wgrffmtfilter mmathPr filetbl revtbl userprops private fchars lchars "
        "footnoteseparator ftnsep ftnsepc aftnsep aftnsepc pntxtb pntxta do picprop docvar title author operator company "
        "category manager keywords subject doccomm hlinkbase creatim revtim printim buptim tc xe"
    ).split()
)
KNOWN_OPTIONAL = frozenset(("fldinst", "shpinst", "shptxt", "shppict", "listtext", "pntext", "footnote", "shp"))
ASIDE = {
    "header": "header",
    "headerl": "header",
    "headerr": "header",
    "headerf": "header",
    "footer": "footer",
    "footerl": "footer",
    "footerr": "footer",
    "footerf": "footer",
    "footnote": "footer",
}

# Windows character sets of fonts, and the code pages that Python knows for them.
CHARSETS = {
    77: "mac_roman",
    128: "cp932",
    129: "cp949",
    134: "gbk",
    136: "big5",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
}
