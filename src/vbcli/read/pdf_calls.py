"""Functions of pdfium that are called for every letter or word, told of by bare addresses: three times as fast.

Handles go in and out as numbers, and none of them lets other threads in, which takes longer than what they do.
"""

import ctypes
from typing import Any

import pypdfium2.raw as pdfium


def _bare(function: Any, result: Any, *arguments: Any) -> Any:
    return ctypes.PYFUNCTYPE(result, *arguments)(ctypes.cast(function, ctypes.c_void_p).value or 0)


_INDEXED = (ctypes.c_void_p, ctypes.c_int)

object_at = _bare(pdfium.FPDFText_GetTextObject, ctypes.c_void_p, *_INDEXED)
"""The address of the text object of a character; None where it has none."""
box_at = _bare(pdfium.FPDFText_GetLooseCharBox, ctypes.c_int, *_INDEXED, ctypes.c_void_p)
"""Writes four floats (left, top, right, bottom) to an address; 0 where there is no such character."""
origin_at = _bare(pdfium.FPDFText_GetCharOrigin, ctypes.c_int, *_INDEXED, ctypes.c_void_p, ctypes.c_void_p)
"""Writes two doubles to two addresses."""
angle_at = _bare(pdfium.FPDFText_GetCharAngle, ctypes.c_float, *_INDEXED)
code_at = _bare(pdfium.FPDFText_GetUnicode, ctypes.c_uint, *_INDEXED)
is_generated = _bare(pdfium.FPDFText_IsGenerated, ctypes.c_int, *_INDEXED)
size_at = _bare(pdfium.FPDFText_GetFontSize, ctypes.c_double, *_INDEXED)
matrix_at = _bare(pdfium.FPDFText_GetMatrix, ctypes.c_int, *_INDEXED, ctypes.c_void_p)
"""Writes six floats to an address."""
font_of = _bare(pdfium.FPDFTextObj_GetFont, ctypes.c_void_p, ctypes.c_void_p)
"""The address of the font of a text object."""
mode_of = _bare(pdfium.FPDFTextObj_GetTextRenderMode, ctypes.c_int, ctypes.c_void_p)
drawn_at = _bare(pdfium.FPDFPage_GetObject, ctypes.c_void_p, *_INDEXED)
kind_of = _bare(pdfium.FPDFPageObj_GetType, ctypes.c_int, ctypes.c_void_p)


def address_of(handle: Any) -> int:
    """Return the address that a handle of pdfium holds."""
    return ctypes.cast(handle, ctypes.c_void_p).value or 0
