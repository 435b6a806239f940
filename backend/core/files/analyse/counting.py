"""Counting words and characters, the same way for every format.

Text is counted in blocks (a paragraph, a line of a plain text, a page of a PDF). In a block, Unicode is
composed (NFC), every run of white space is one space and the ends are trimmed, so that a line broken by the
layout counts like the same line unbroken. Characters that have no width (soft hyphens, joiners, direction
marks) and control characters are not counted. A word is what stands between spaces; every Chinese or
Japanese character is a word of its own, as word processors count them.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

# A hyphen at the end of a laid-out line is kept: whether it belongs to the word cannot be known.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]"
)
_IDEOGRAPH = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")


@dataclass(slots=True)
class TextCounter:
    """Adds up blocks of text."""

    words: int = 0
    characters: int = 0
    characters_no_spaces: int = 0

    def add(self, block: str) -> bool:
        """Count a block; tells whether it held anything."""
        if not block.isascii():
            block = _INVISIBLE.sub("", unicodedata.normalize("NFC", block))
        else:
            block = _INVISIBLE.sub("", block)
        words = block.split()
        if not words:
            return False
        letters = sum(map(len, words))
        self.characters_no_spaces += letters
        self.characters += letters + len(words) - 1
        self.words += len(words)
        if not block.isascii():
            for word in words:
                ideographs = len(_IDEOGRAPH.findall(word))
                if ideographs:
                    rest = len(_IDEOGRAPH.sub(" ", word).split())
                    self.words += ideographs + rest - 1
        return True
