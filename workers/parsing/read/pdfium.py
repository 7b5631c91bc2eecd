"""pdfium's questions that are asked of every word and every object drawn, with handles as plain numbers.

pypdfium2 makes an object of every handle; here it stays an address, None where pdfium gives none. That halves the cost of
a question, and there are thousands on a page. `address` turns pypdfium2's own handles and buffers into such numbers.
"""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2.raw as pdfium

_HANDLE, _INT, _OUT = ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p


def address(handle: Any) -> int:
    return ctypes.cast(handle, ctypes.c_void_p).value or 0


def _plain(function: Any, result: Any, *arguments: Any) -> Any:
    return ctypes.PYFUNCTYPE(result, *arguments)(address(function))


object_count = _plain(pdfium.FPDFPage_CountObjects, _INT, _HANDLE)
object_at = _plain(pdfium.FPDFPage_GetObject, _HANDLE, _HANDLE, _INT)
object_kind = _plain(pdfium.FPDFPageObj_GetType, _INT, _HANDLE)
object_bounds = _plain(pdfium.FPDFPageObj_GetBounds, _INT, _HANDLE, _OUT, _OUT, _OUT, _OUT)
object_matrix = _plain(pdfium.FPDFPageObj_GetMatrix, _INT, _HANDLE, _OUT)
fill_colour = _plain(pdfium.FPDFPageObj_GetFillColor, _INT, _HANDLE, _OUT, _OUT, _OUT, _OUT)
stroke_colour = _plain(pdfium.FPDFPageObj_GetStrokeColor, _INT, _HANDLE, _OUT, _OUT, _OUT, _OUT)
draw_mode = _plain(pdfium.FPDFPath_GetDrawMode, _INT, _HANDLE, _OUT, _OUT)
has_transparency = _plain(pdfium.FPDFPageObj_HasTransparency, _INT, _HANDLE)
form_count = _plain(pdfium.FPDFFormObj_CountObjects, _INT, _HANDLE)
form_object = _plain(pdfium.FPDFFormObj_GetObject, _HANDLE, _HANDLE, ctypes.c_ulong)
segment_count = _plain(pdfium.FPDFPath_CountSegments, _INT, _HANDLE)
segment_at = _plain(pdfium.FPDFPath_GetPathSegment, _HANDLE, _HANDLE, _INT)
segment_kind = _plain(pdfium.FPDFPathSegment_GetType, _INT, _HANDLE)
segment_point = _plain(pdfium.FPDFPathSegment_GetPoint, _INT, _HANDLE, _OUT, _OUT)
clip_of = _plain(pdfium.FPDFPageObj_GetClipPath, _HANDLE, _HANDLE)
clip_count = _plain(pdfium.FPDFClipPath_CountPaths, _INT, _HANDLE)
clip_segment_count = _plain(pdfium.FPDFClipPath_CountPathSegments, _INT, _HANDLE, _INT)
clip_segment = _plain(pdfium.FPDFClipPath_GetPathSegment, _HANDLE, _HANDLE, _INT, _INT)
mark_count = _plain(pdfium.FPDFPageObj_CountMarks, _INT, _HANDLE)
mark_at = _plain(pdfium.FPDFPageObj_GetMark, _HANDLE, _HANDLE, ctypes.c_ulong)
mark_name = _plain(pdfium.FPDFPageObjMark_GetName, _INT, _HANDLE, _OUT, ctypes.c_ulong, _OUT)
mark_value = _plain(pdfium.FPDFPageObjMark_GetParamBlobValue, _INT, _HANDLE, ctypes.c_char_p, _OUT, ctypes.c_ulong, _OUT)
letter_box = _plain(pdfium.FPDFText_GetLooseCharBox, _INT, _HANDLE, _INT, _OUT)
letter_is_guessed = _plain(pdfium.FPDFText_HasUnicodeMapError, _INT, _HANDLE, _INT)
letter_object = _plain(pdfium.FPDFText_GetTextObject, _HANDLE, _HANDLE, _INT)
text_font = _plain(pdfium.FPDFTextObj_GetFont, _HANDLE, _HANDLE)
text_size = _plain(pdfium.FPDFTextObj_GetFontSize, _INT, _HANDLE, _OUT)
text_mode = _plain(pdfium.FPDFTextObj_GetTextRenderMode, _INT, _HANDLE)
font_name = _plain(pdfium.FPDFFont_GetBaseFontName, ctypes.c_size_t, _HANDLE, _OUT, ctypes.c_size_t)
font_flags = _plain(pdfium.FPDFFont_GetFlags, _INT, _HANDLE)
