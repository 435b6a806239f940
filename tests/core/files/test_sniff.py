"""What a file is, by its bytes; and what its name becomes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.core.files.analysis import identify
from backend.core.files.kinds import FILE_TYPES, FileKind, Rejected
from backend.core.files.names import MAX_NAME, clean_name, content_disposition
from backend.core.files.sniff import sniff, text_encoding
from tests.support import documents as d

GOOD = [
    (d.pdf(), FileKind.PDF),
    (b"\n\xef\xbb\xbf"[1:] + d.pdf(), FileKind.PDF),
    (d.word(), FileKind.DOCX),
    (d.old_word(), FileKind.DOC),
    (d.jpeg(), FileKind.JPEG),
    (d.png(), FileKind.PNG),
    (d.heic(), FileKind.HEIC),
    (b"plain text\n", FileKind.TXT),
    (b"BMW is a car, MZ is a motorcycle", FileKind.TXT),
    (d.LETTER_RU.encode(), FileKind.TXT),
    (d.LETTER_RU.encode("cp1251"), FileKind.TXT),
    (d.LETTER_RU.encode("utf-16"), FileKind.TXT),
    ("سلام دنیا".encode(), FileKind.TXT),
]
BAD = [
    (b"", "file_empty", None),
    (bytes(range(256)), "file_type_not_allowed", "unknown"),
    (b"GIF89a\x01\x00\x01\x00\x00", "file_type_not_allowed", "gif"),
    (b"MZ\x90\x00\x03", "file_type_not_allowed", "exe"),
    (b"<!DOCTYPE html><script>alert(1)</script>", "file_type_not_allowed", "html"),
    (b"  <svg xmlns='http://www.w3.org/2000/svg'/>", "file_type_not_allowed", "svg"),
    (b"#!/bin/sh\nrm -rf /\n", "file_type_not_allowed", "script"),
    (b"{\\rtf1 hello}", "file_type_not_allowed", "rtf"),
    (b"\x00\x00\x00\x20ftypavif\x00\x00\x00\x00avifmif1", "file_type_not_allowed", "avif"),
    (b"\x00\x00\x00\x18ftypisom\x00\x00\x00\x00isommp42", "file_type_not_allowed", "mp4"),
    (d.png_pdf_polyglot(), "file_polyglot", "pdf"),
    (b"GIF89a;" + d.pdf(), "file_polyglot", "pdf"),
    (d.jpeg_zip_polyglot(), "file_polyglot", "zip"),
    (d.pdf_zip_polyglot(), "file_polyglot", "zip"),
]


def write(folder: Path, content: bytes) -> Path:
    path = folder / "file"
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(("content", "kind"), GOOD)
def test_known_types_are_found_by_content(content: bytes, kind: FileKind, tmp_path: Path) -> None:
    assert sniff(write(tmp_path, content)) is kind


@pytest.mark.parametrize(("content", "code", "detected"), BAD)
def test_other_content_is_refused_with_its_cause(
    content: bytes, code: str, detected: str | None, tmp_path: Path
) -> None:
    with pytest.raises(Rejected) as caught:
        sniff(write(tmp_path, content))
    assert caught.value.code == code
    assert caught.value.params.get("detected") == detected


def test_a_zip_inside_a_pdf_does_not_make_it_a_polyglot(tmp_path: Path) -> None:
    content = d.pdf().replace(b"%%EOF", b"% " + d.plain_zip() + b"\n%%EOF")
    assert sniff(write(tmp_path, content)) is FileKind.PDF


@pytest.mark.parametrize(
    ("name", "content", "detected"),
    [
        ("passport.pdf", b"not a pdf at all", "txt"),
        ("passport.pdf", bytes(range(256)), "unknown"),
        ("passport.pdf", d.plain_zip(), "zip"),
        ("contract.docx", d.pdf(), "pdf"),
        ("photo.JPG", d.pdf(), "pdf"),
        ("notes.txt", d.old_word(), "ole"),
        ("photo.png", b"GIF89a\x01\x00\x01\x00\x00", "gif"),
    ],
)
def test_an_extension_of_another_family_is_a_mismatch(
    name: str, content: bytes, detected: str, tmp_path: Path
) -> None:
    with pytest.raises(Rejected) as caught:
        identify(write(tmp_path, content), name)
    assert caught.value.code == "file_type_mismatch"
    assert caught.value.params["detected"] == detected


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("IMG_0001.jpg", d.heic(), FileKind.HEIC),
        ("letter.doc", d.word(), FileKind.DOCX),
        ("scan", d.pdf(), FileKind.PDF),
        ("scan.bin", d.pdf(), FileKind.PDF),
    ],
)
def test_innocent_confusions_are_accepted(name: str, content: bytes, kind: FileKind, tmp_path: Path) -> None:
    assert identify(write(tmp_path, content), name) is kind


@pytest.mark.parametrize(
    ("name", "kind", "cleaned"),
    [
        ("Passport.PDF", FileKind.PDF, "Passport.pdf"),
        ("../../etc/passwd", FileKind.TXT, "passwd.txt"),
        ("C:\\Users\\me\\scan.pdf", FileKind.PDF, "scan.pdf"),
        ("invoice\u202efdp.exe", FileKind.PDF, "invoicefdp.exe.pdf"),
        ("a\x00b\r\nc.pdf", FileKind.PDF, "abc.pdf"),
        ("\ud800bad.pdf", FileKind.PDF, "bad.pdf"),
        ("run.js", FileKind.TXT, "run.js.txt"),
        ("IMG.jpg", FileKind.HEIC, "IMG.heic"),
        ("CON.pdf", FileKind.PDF, "_CON.pdf"),
        ("", FileKind.PNG, "file.png"),
        ("...", FileKind.PNG, "file.png"),
        (".htaccess", FileKind.TXT, "htaccess.txt"),
        ("می‌خواهم.pdf", FileKind.PDF, "می‌خواهم.pdf"),
        ("Свидетельство о рождении.docx", FileKind.DOCX, "Свидетельство о рождении.docx"),
        ("x" * 5000 + ".pdf", FileKind.PDF, "x" * (MAX_NAME - 4) + ".pdf"),
    ],
)
def test_names_are_made_safe(name: str, kind: FileKind, cleaned: str) -> None:
    assert clean_name(name, kind) == cleaned


@given(st.text(st.characters(exclude_categories=())), st.sampled_from(FileKind))
def test_a_cleaned_name_is_always_safe_and_stable(name: str, kind: FileKind) -> None:
    cleaned = clean_name(name, kind)
    assert 1 <= len(cleaned) <= MAX_NAME
    assert not set(cleaned) & set('/\\\0\r\n"<>:|?*\u202e')
    assert cleaned.rpartition(".")[2] in FILE_TYPES[kind].extensions
    assert not cleaned.startswith((".", " "))
    assert clean_name(cleaned, kind) == cleaned
    header = content_disposition(cleaned)
    assert header.isascii()
    assert "\n" not in header


def test_content_disposition_carries_any_name() -> None:
    header = content_disposition('Свид".pdf')
    assert header == ("attachment; filename=\"_____.pdf\"; filename*=UTF-8''%D0%A1%D0%B2%D0%B8%D0%B4%22.pdf")


def test_the_encoding_of_a_sample_may_end_inside_a_character() -> None:
    content = "Привет".encode()
    assert text_encoding(content[:-1]) == "utf-8"
    assert text_encoding(content[:-1], final=True) != "utf-8"
