"""Counting, in the child process as the server runs it: good files, broken ones, and hostile ones."""

from __future__ import annotations

import stat
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from reportlab.lib.units import cm
from reportlab.lib.utils import simpleSplit

from backend.core.files import sandbox
from backend.core.files.analyse.counting import TextCounter
from backend.core.files.analyse.options import Limits
from backend.core.files.analysis import analyse_file
from backend.core.files.config import FilesSettings
from backend.core.files.errors import REJECTIONS, from_rejection
from backend.core.files.kinds import FileKind, Rejected
from backend.core.files.types import FileAnalysis, StandardPage, StandardPageUnit, analysis_from_json
from tests.support import documents as d

WITHOUT_OFFICE = FilesSettings(office="")


@pytest.fixture
def analyse(tmp_path: Path) -> Callable[..., FileAnalysis]:
    def run(
        content: bytes,
        name: str = "file",
        *,
        settings: FilesSettings = WITHOUT_OFFICE,
        standard_page: StandardPage = StandardPage(),  # noqa: B008 - frozen
    ) -> FileAnalysis:
        path = tmp_path / "content"
        path.write_bytes(content)
        return analyse_file(path, name, standard_page=standard_page, settings=settings).analysis

    return run


def refused(
    analyse: Callable[..., FileAnalysis], content: bytes, name: str = "file", **options: Any
) -> Rejected:
    with pytest.raises(Rejected) as caught:
        analyse(content, name, **options)
    from_rejection(caught.value).detail  # noqa: B018 - every code must have its message and parameters
    return caught.value


def test_a_pdf_is_counted_from_its_content(analyse: Callable[..., FileAnalysis]) -> None:
    found = analyse(d.pdf(3))
    words_a_page = len(d.CERTIFICATE.split()) + len(["Certificate", "1"])
    assert (found.pages, found.method, found.confidence) == (3, "pdf", Decimal("1.00"))
    assert found.words == 3 * words_a_page
    assert found.characters == 3 * len(f"Certificate 1 {d.CERTIFICATE}")
    assert found.characters_no_spaces == 3 * len(f"Certificate1{d.CERTIFICATE.replace(' ', '')}")
    assert found.standard_pages == (Decimal(found.characters) / 1800).quantize(Decimal("0.01"))


def test_a_scan_has_pages_and_no_text_figures(analyse: Callable[..., FileAnalysis]) -> None:
    found = analyse(d.pdf(2, ""))
    assert (found.pages, found.pages_without_text) == (2, 2)
    assert (found.words, found.characters, found.standard_pages) == (None, None, None)


def test_a_pdf_that_only_forbids_printing_is_read(analyse: Callable[..., FileAnalysis]) -> None:
    assert analyse(d.owner_locked_pdf()).words == 3


def test_docx_follows_page_breaks_and_content(analyse: Callable[..., FileAnalysis]) -> None:
    found = analyse(d.word(pages=4))
    assert (found.pages, found.method) == (4, "docx_layout_estimate")
    assert found.words == 4 * len(d.CERTIFICATE.split())
    assert found.characters == 4 * len(d.CERTIFICATE)


def test_docx_pages_grow_with_text_size_and_tables(analyse: Callable[..., FileAnalysis]) -> None:
    small = analyse(d.word([d.CERTIFICATE] * 30, size=8)).pages
    large = analyse(d.word([d.CERTIFICATE] * 30, size=16)).pages
    assert large >= 2 * small
    table = analyse(d.word(table_rows=200))
    assert table.pages >= 4
    assert table.words == len(d.CERTIFICATE.split()) + 200 * 6


def test_a_long_docx_is_within_a_tenth_of_its_typeset_length(analyse: Callable[..., FileAnalysis]) -> None:
    # The reference is typeset with the font's real metrics: lines by word, spacing as python-docx's template
    # has it (1.15 lines, 10 points after a paragraph).
    paragraph = " ".join([d.CERTIFICATE] * 3)
    lines = len(simpleSplit(paragraph, "Times-Roman", 12, 17 * cm))
    height = 60 * (lines * 12 * 1.15 * 1.15 + 10)
    assert analyse(d.word([paragraph] * 60)).pages == pytest.approx(height / (25.7 * cm), rel=0.1)


def edited(content: bytes, old: bytes, new: bytes) -> bytes:
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        xml = archive.read("word/document.xml")
    assert old in xml
    return d.edit_zip(content, {"word/document.xml": xml.replace(old, new)})


def test_words_own_page_marks_are_believed_where_they_fit(analyse: Callable[..., FileAnalysis]) -> None:
    content = edited(
        d.word(pages=3), b'<w:br w:type="page"/>', b'<w:br w:type="page"/><w:lastRenderedPageBreak/>'
    )
    found = analyse(content)
    assert (found.pages, found.method, found.confidence) == (3, "docx_rendered_breaks", Decimal("0.90"))


def test_lost_and_invented_page_marks_are_not_believed(analyse: Callable[..., FileAnalysis]) -> None:
    plain = d.word([*[d.CERTIFICATE] * 199, "Last"])
    honest = analyse(plain)
    assert honest.pages > 15
    for mark in (b"<w:t>Last", b"<w:t>This is"):  # one mark; one in each of 199 paragraphs
        found = analyse(edited(plain, mark, b"<w:lastRenderedPageBreak/>" + mark))
        assert (found.pages, found.confidence) == (honest.pages, Decimal("0.50"))


def test_hidden_and_deleted_text_is_not_counted(analyse: Callable[..., FileAnalysis]) -> None:
    hidden = b"<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret words</w:t></w:r>"
    deleted = b"<w:del><w:r><w:delText>gone words</w:delText></w:r></w:del>"
    content = edited(
        d.word(["seen"]), b"<w:r><w:t>seen</w:t></w:r>", b"<w:r><w:t>seen</w:t></w:r>" + hidden + deleted
    )
    assert analyse(content).words == 1


def test_doc_text_is_read_through_its_piece_table(analyse: Callable[..., FileAnalysis]) -> None:
    found = analyse(d.old_word(f"{d.LETTER_RU}\n\x13 HYPERLINK x \x14link\x15"), "письмо.doc")
    assert (found.method, found.words) == ("doc_layout_estimate", len(d.LETTER_RU.split()) + 1)


@pytest.mark.parametrize("encoding", ["utf-8", "cp1251", "utf-16"])
def test_plain_text_is_counted_the_same_in_every_encoding(
    encoding: str, analyse: Callable[..., FileAnalysis]
) -> None:
    found = analyse(f"{d.LETTER_RU}\r\n\r\n{d.LETTER_RU}".encode(encoding))
    assert found.words == 2 * len(d.LETTER_RU.split())
    assert found.characters == 2 * len(d.LETTER_RU)
    assert found.pages == 1


def test_form_feeds_begin_pages_of_plain_text(analyse: Callable[..., FileAnalysis]) -> None:
    assert analyse(b"one\ftwo\fthree").pages == 3


@pytest.mark.parametrize(
    ("content", "pages", "confidence"),
    [
        (d.jpeg(orientation=6), 1, "1.00"),
        (d.png(), 1, "1.00"),
        (d.png(frames=5), 1, "0.50"),
        (d.heic(), 1, "1.00"),
        (d.heic(3), 3, "0.50"),
    ],
)
def test_images(content: bytes, pages: int, confidence: str, analyse: Callable[..., FileAnalysis]) -> None:
    found = analyse(content)
    assert (found.pages, found.confidence, found.words) == (pages, Decimal(confidence), None)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (d.pdf(password="x"), "pdf_encrypted"),
        (d.broken_pdf(), "pdf_broken"),
        (d.truncated_pdf(), "pdf_broken"),
        (d.lying_pdf(), "pdf_broken"),
        (b"%PDF-1.4\n", "pdf_broken"),
        (d.zip_bomb(), "archive_bomb"),
        (d.overlapping_zip_bomb(), "archive_bomb"),
        (d.entity_bomb(), "archive_bomb"),
        (d.lying_zip_bomb(), "document_broken"),
        (d.word()[:5000], "document_broken"),
        (d.edit_zip(d.word(), {"word/document.xml": b"<w:document><w:body>"}), "document_broken"),
        (d.edit_zip(d.word(), {"word/document.xml": None}), "document_broken"),
        (d.edit_zip(d.word(), {"word/document.xml": b"<a>" * 100_000}), "document_broken"),
        (d.macro_word(), "document_macros"),
        (d.spreadsheet(), "file_type_not_allowed"),
        (d.plain_zip(), "file_type_not_allowed"),
        (d.encrypted_word(), "document_encrypted"),
        (d.old_word(encrypted=True), "document_encrypted"),
        (d.old_spreadsheet(), "file_type_not_allowed"),
        (d.ole({"WordDocument": b"x"}, loop=True), "document_broken"),
        (d.old_word()[:1500], "document_broken"),
        (d.huge_png(), "image_too_large"),
        (d.png()[:60], "image_broken"),
        (d.jpeg()[:500], "image_broken"),
        (d.heic()[:200], "image_broken"),
        (b"   \n\t\r\n ", "file_empty"),
    ],
)
def test_every_fault_has_its_code(content: bytes, code: str, analyse: Callable[..., FileAnalysis]) -> None:
    assert refused(analyse, content).code == code


@pytest.mark.parametrize(
    ("content", "detected"), [(d.spreadsheet(), "xlsx"), (d.plain_zip(), "zip"), (d.old_spreadsheet(), "xls")]
)
def test_a_container_of_something_else_is_named(
    content: bytes, detected: str, analyse: Callable[..., FileAnalysis]
) -> None:
    assert refused(analyse, content).params["detected"] == detected
    mismatch = refused(analyse, content, "letter.docx")
    assert (mismatch.code, mismatch.params["detected"]) == ("file_type_mismatch", detected)


def test_a_document_of_before_word_97_and_a_text_that_is_no_letter(
    analyse: Callable[..., FileAnalysis],
) -> None:
    word_95 = bytearray(d.old_word())
    (version,) = [at for at in range(len(word_95)) if word_95[at : at + 4] == b"\xec\xa5\xc1\x00"]
    word_95[version + 2 : version + 4] = (0x68).to_bytes(2, "little")
    assert refused(analyse, bytes(word_95)).code == "document_too_old"
    settings = replace(WITHOUT_OFFICE, limits=Limits(text_bytes=99))
    too_large = refused(analyse, b"a" * 100, settings=settings)
    assert (too_large.code, too_large.params["limit"]) == ("text_too_large", 99)
    assert analyse(b"a" * 99, settings=settings).pages == 1


def test_every_rejection_of_the_child_is_declared() -> None:
    codes = {error.code for error in REJECTIONS}
    folder = Path(sandbox.ROOT, "backend", "core", "files")
    import re

    raised = set()
    for source in folder.rglob("*.py"):
        raised |= set(re.findall(r'Rejected\(\s*"([a-z_]+)"', source.read_text()))
    assert raised == codes


def test_limits_on_pages(analyse: Callable[..., FileAnalysis]) -> None:
    settings = replace(WITHOUT_OFFICE, limits=Limits(pages=50))
    for content in (d.many_pages_pdf(51), d.word(["x"], pages=51), b"x\f" * 51):
        assert refused(analyse, content, settings=settings).code == "too_many_pages"
    assert analyse(d.many_pages_pdf(50), settings=settings).pages == 50


def test_limits_on_archives(analyse: Callable[..., FileAnalysis]) -> None:
    plain = d.word()
    for limits, reason in (
        (Limits(archive_entries=5), "entries"),
        (Limits(archive_total=20_000), "total_size"),
        (Limits(archive_entry=5_000), "entry_size"),
        (Limits(archive_ratio=2, archive_ratio_floor=1000), "ratio"),
    ):
        found = refused(analyse, plain, settings=replace(WITHOUT_OFFICE, limits=limits))
        assert (found.code, found.params["reason"]) == ("archive_bomb", reason)


def test_the_child_dies_of_its_memory_limit_and_the_parent_does_not(
    analyse: Callable[..., FileAnalysis],
) -> None:
    content = d.png(8000, 8000)  # 192 MB decoded, some hundred kilobytes packed
    tight = replace(WITHOUT_OFFICE, limits=Limits(memory=150 * 1024 * 1024))
    found = refused(analyse, content, settings=tight)
    assert (found.code, found.params["resource"]) == ("analysis_limit_exceeded", "memory")
    assert analyse(content).pages == 1


def test_the_child_dies_of_its_processor_and_wall_limits(analyse: Callable[..., FileAnalysis]) -> None:
    content = b"a b\n" * 5_000_000
    found = refused(analyse, content, settings=replace(WITHOUT_OFFICE, limits=Limits(cpu_seconds=1)))
    assert found.params["resource"] == "cpu"
    begun = time.monotonic()
    found = refused(analyse, content, settings=replace(WITHOUT_OFFICE, limits=Limits(wall_seconds=1)))
    assert found.params["resource"] == "time"
    assert time.monotonic() - begun < 5


def test_a_killed_child_is_a_refusal_and_a_child_that_cannot_start_is_our_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "x"
    path.write_bytes(b"hello")

    def become(script: str) -> None:
        program = tmp_path / "python"
        program.write_text(f"#!/bin/sh\n{script}\n")
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setattr(sandbox.sys, "executable", str(program))

    become("kill -KILL $$")
    with pytest.raises(Rejected) as caught:
        sandbox.run(path, FileKind.TXT, Limits())
    assert caught.value.params == {"resource": "memory"}
    become("kill -SEGV $$")
    with pytest.raises(Rejected) as caught:
        sandbox.run(path, FileKind.TXT, Limits())
    assert (caught.value.code, caught.value.params) == ("document_broken", {"reason": "crash"})
    become("exit 1")
    with pytest.raises(sandbox.SandboxFault):
        sandbox.run(path, FileKind.TXT, Limits())
    become("exit 3")
    with pytest.raises(Rejected) as caught:
        sandbox.run(path, FileKind.TXT, Limits())
    assert caught.value.params == {"reason": "parser"}


def test_the_child_inherits_no_secrets_and_imports_no_django(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GUILDHALL_SECRET_KEY", "s3cret")
    program = tmp_path / "python"
    program.write_text(
        f'#!/bin/sh\nenv > {tmp_path}/environment\necho \'{{"counts":{{"pages":1,"method":"x","confidence":1}}}}\'\n'
    )
    program.chmod(0o700)
    monkeypatch.setattr(sandbox.sys, "executable", str(program))
    sandbox.run(tmp_path, FileKind.TXT, Limits())
    assert "s3cret" not in (tmp_path / "environment").read_text()
    monkeypatch.undo()
    code = (
        "import sys, backend.core.files.analyse.__main__ as m\n"
        "from backend.core.files.kinds import FileKind\n"
        "[m.load(kind) for kind in FileKind]\n"
        "print([name for name in sys.modules if name.split('.')[0] == 'django'])"
    )
    done = subprocess.run(
        [sys.executable, "-E", "-s", "-c", code], cwd=sandbox.ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def fake_office(folder: Path, body: str) -> str:
    """A program that is called as LibreOffice is."""
    program = folder / "soffice"
    program.write_text(
        "#!/bin/sh\n"
        'while [ $# -gt 1 ]; do if [ "$1" = --outdir ]; then out="$2"; fi; shift; done\n'
        f'mkdir -p "$out"; {body}\n'
    )
    program.chmod(0o700)
    return str(program)


def test_libreoffice_gives_the_pages_of_word_documents(
    analyse: Callable[..., FileAnalysis], tmp_path: Path
) -> None:
    (tmp_path / "result.pdf").write_bytes(d.pdf(7))
    program = fake_office(tmp_path, f'cp {tmp_path}/result.pdf "$out/document.pdf"')
    settings = replace(WITHOUT_OFFICE, office=program)
    found = analyse(d.word(pages=2), settings=settings)
    assert (found.pages, found.method, found.confidence) == (7, "libreoffice", Decimal("0.95"))
    assert found.words == 2 * len(d.CERTIFICATE.split())
    assert analyse(d.old_word(), settings=settings).method == "libreoffice"


def test_a_failing_libreoffice_leaves_the_estimate(
    analyse: Callable[..., FileAnalysis], tmp_path: Path
) -> None:
    for body in ("exit 77", "sleep 60", 'echo junk > "$out/document.pdf"'):
        settings = replace(WITHOUT_OFFICE, office=fake_office(tmp_path, body), office_seconds=1)
        assert analyse(d.word(pages=2), settings=settings).method == "docx_layout_estimate"


def test_a_document_that_refers_outside_is_never_converted(
    analyse: Callable[..., FileAnalysis], tmp_path: Path
) -> None:
    program = fake_office(tmp_path, f"touch {tmp_path}/called")
    found = analyse(d.word(external_image=True), settings=replace(WITHOUT_OFFICE, office=program))
    assert found.method == "docx_layout_estimate"
    assert not (tmp_path / "called").exists()


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (StandardPage(), "0.21"),
        (StandardPage(StandardPageUnit.WORDS, 250), "0.27"),
        (StandardPage(StandardPageUnit.CHARACTERS_NO_SPACES, 1000), "0.31"),
    ],
)
def test_standard_pages_follow_the_business_definition(
    page: StandardPage, expected: str, analyse: Callable[..., FileAnalysis]
) -> None:
    # 371 characters, 305 without spaces, 67 words
    found = analyse(d.word(), standard_page=page)
    assert found.standard_pages == Decimal(expected)
    assert analysis_from_json(found.as_json()) == found


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("", (0, 0, 0)),
        ("  two   words \n", (2, 9, 8)),
        ("co\u00adop\u200b", (1, 4, 4)),
        ("и\u0306", (1, 1, 1)),
        ("می\u200cخواهم", (1, 7, 7)),
        ("你好 world", (3, 8, 7)),
        ("a — b", (3, 5, 3)),
    ],
)
def test_counting(text: str, figures: tuple[int, int, int]) -> None:
    counter = TextCounter()
    counter.add(text)
    assert (counter.words, counter.characters, counter.characters_no_spaces) == figures
