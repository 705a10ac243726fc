"""Functions of pdfium that are called for every letter or word, told of by bare addresses: five times as fast.

None of them lets other threads in, which takes longer than what they do. Those of an index are told nothing of their
arguments, since ctypes then hands on what it is given without a look: a page or its text must come from `handle_of`,
room for an answer is an array of ctypes.
"""

import ctypes
from typing import Any

import pypdfium2.raw as pdfium


def _indexed(function: Any, result: Any) -> Any:
    return ctypes.PYFUNCTYPE(result)(_address(function))


def _held(function: Any, result: Any, *others: Any) -> Any:
    return ctypes.PYFUNCTYPE(result, ctypes.c_void_p, *others)(_address(function))


def _address(function: Any) -> int:
    return ctypes.cast(function, ctypes.c_void_p).value or 0


object_at = _indexed(pdfium.FPDFText_GetTextObject, ctypes.c_void_p)
"""The address of the text object of a character; None where it has none."""
box_at = _indexed(pdfium.FPDFText_GetLooseCharBox, ctypes.c_int)
"""Writes four floats (left, top, right, bottom) to an array; 0 where there is no such character."""
origin_at = _indexed(pdfium.FPDFText_GetCharOrigin, ctypes.c_int)
"""Writes a double to each of two arrays."""
angle_at = _indexed(pdfium.FPDFText_GetCharAngle, ctypes.c_float)
code_at = _indexed(pdfium.FPDFText_GetUnicode, ctypes.c_uint)
is_generated = _indexed(pdfium.FPDFText_IsGenerated, ctypes.c_int)
size_at = _indexed(pdfium.FPDFText_GetFontSize, ctypes.c_double)
matrix_at = _indexed(pdfium.FPDFText_GetMatrix, ctypes.c_int)
"""Writes six floats to an array."""
drawn_at = _indexed(pdfium.FPDFPage_GetObject, ctypes.c_void_p)
"""The address of an object of a page."""

font_of = _held(pdfium.FPDFTextObj_GetFont, ctypes.c_void_p)
"""The address of the font of a text object, whose own address is given; so below."""
mode_of = _held(pdfium.FPDFTextObj_GetTextRenderMode, ctypes.c_int)
kind_of = _held(pdfium.FPDFPageObj_GetType, ctypes.c_int)
count_held = _held(pdfium.FPDFFormObj_CountObjects, ctypes.c_int)
held_at = _held(pdfium.FPDFFormObj_GetObject, ctypes.c_void_p, ctypes.c_ulong)
"""The address of an object within a form."""


def handle_of(handle: Any) -> ctypes.c_void_p:
    """Return a handle of pdfium as the functions of an index take it."""
    return ctypes.cast(handle, ctypes.c_void_p)
