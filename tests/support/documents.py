"""Real documents, good and hostile, made on the spot: nothing here is a stub or a fixed blob.

Every function returns the bytes of one file.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from functools import cache

import docx
import pillow_heif
from docx.enum.text import WD_BREAK
from docx.shared import Cm, Pt
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen import canvas

CERTIFICATE = (
    "This is to certify that according to the register of births kept by the Civil Registry Office of the "
    "city of Samarkand the person named below was born on the fourteenth day of March nineteen ninety one. "
    "The entry was made in the register under number 1187 and this certificate is issued on the ground of "
    "that entry at the request of the applicant for presentation abroad."
)
LETTER_RU = (
    "Настоящим подтверждается, что гражданин Рахимов Тимур Азизович обучался в университете на очном "
    "отделении и успешно завершил полный курс наук по специальности переводчик."
)


def pdf(
    pages: int = 1, text: str = CERTIFICATE, *, title: str = "Certificate", password: str | None = None
) -> bytes:
    """A PDF of `pages` A4 pages, each with `text` wrapped in 11-point Helvetica under a numbered heading.

    An empty text gives pages with a drawn frame only, as a scan has no text layer. With a password it is
    encrypted and opens only with that password.
    """
    out = io.BytesIO()
    encrypt = StandardEncryption(password, canPrint=0) if password else None
    page = canvas.Canvas(out, pagesize=A4, encrypt=encrypt, invariant=1)
    page.setTitle(title)
    width, height = A4
    for number in range(1, pages + 1):
        if text:
            page.setFont("Helvetica-Bold", 14)
            page.drawString(72, height - 72, f"{title} {number}")
            page.setFont("Helvetica", 11)
            y = height - 110
            for line in _wrap(text, 85):
                page.drawString(72, y, line)
                y -= 15
        else:
            page.rect(72, 72, width - 144, height - 144)
        page.showPage()
    page.save()
    return out.getvalue()


def _wrap(text: str, width: int) -> list[str]:
    lines, line = [], ""
    for word in text.split():
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return [*lines, line] if line else lines


def owner_locked_pdf() -> bytes:
    """A PDF that opens without a password but may not be printed or changed."""
    out = io.BytesIO()
    page = canvas.Canvas(out, encrypt=StandardEncryption("", ownerPassword="owner", canPrint=0), invariant=1)
    page.drawString(72, 700, "Free to read")
    page.showPage()
    page.save()
    return out.getvalue()


def broken_pdf() -> bytes:
    """A PDF header followed by noise."""
    return b"%PDF-1.7\n" + bytes(range(256)) * 40


def truncated_pdf(pages: int = 3) -> bytes:
    """A real PDF cut off in the middle."""
    content = pdf(pages)
    return content[: len(content) // 2]


def lying_pdf(claimed: int = 5_000) -> bytes:
    """A one-page PDF whose page tree claims `claimed` pages."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count %d>>" % claimed,
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>",
    ]
    return _assemble_pdf(objects)


def many_pages_pdf(pages: int) -> bytes:
    """A small PDF of very many empty pages."""
    kids = b" ".join(b"%d 0 R" % (number + 3) for number in range(pages))
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, pages)]
    objects += [b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"] * pages
    return _assemble_pdf(objects)


def _assemble_pdf(objects: list[bytes]) -> bytes:
    out = io.BytesIO()
    out.write(b"%PDF-1.7\n")
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    table = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.writelines(b"%010d 00000 n \n" % offset for offset in offsets)
    out.write(b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table))
    return out.getvalue()


def word(
    paragraphs: list[str] | None = None,
    *,
    pages: int = 1,
    size: float = 12,
    table_rows: int = 0,
    external_image: bool = False,
) -> bytes:
    """A DOCX through python-docx: `paragraphs` on each of `pages` pages (explicit page breaks between them),
    A4 with margins of 2 cm, and a table of two columns on the last page."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2)
    document.styles["Normal"].font.size = Pt(size)
    document.styles["Normal"].font.name = "Times New Roman"
    for number in range(pages):
        for text in paragraphs if paragraphs is not None else [CERTIFICATE]:
            paragraph = document.add_paragraph(text)
        if number < pages - 1:
            paragraph.add_run().add_break(WD_BREAK.PAGE)
    if table_rows:
        table = document.add_table(rows=table_rows, cols=2)
        for number, row in enumerate(table.rows):
            row.cells[0].text, row.cells[1].text = f"Item {number}", "Value of the item"
    if external_image:
        document.part.relate_to(
            "http://169.254.169.254/latest/meta-data",
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image",
            is_external=True,
        )
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def edit_zip(content: bytes, changes: dict[str, bytes | None]) -> bytes:
    """A ZIP with some entries replaced, added, or (None) left out."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as source,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for entry in source.infolist():
            if entry.filename not in changes:
                target.writestr(entry.filename, source.read(entry))
        for name, data in changes.items():
            if data is not None:
                target.writestr(name, data)
    return out.getvalue()


@cache
def zip_bomb(megabytes: int = 600) -> bytes:
    """A DOCX of some hundred kilobytes that inflates to `megabytes` in one of its parts."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(word())) as source,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for entry in source.infolist():
            target.writestr(entry.filename, source.read(entry))
        with target.open("word/media/image1.bmp", "w", force_zip64=True) as part:
            block = bytes(1024 * 1024)
            for _ in range(megabytes):
                part.write(block)
    return out.getvalue()


def lying_zip_bomb(megabytes: int = 64) -> bytes:
    """A DOCX with a part that declares 10 bytes and inflates to `megabytes`."""
    name = b"word/media/image1.bmp"
    content = bytearray(edit_zip(word(), {name.decode(): bytes(megabytes * 1024 * 1024)}))
    real = struct.pack("<I", megabytes * 1024 * 1024)
    at = content.find(real)
    while at >= 0:
        content[at : at + 4] = struct.pack("<I", 10)
        at = content.find(real, at + 4)
    return bytes(content)


def overlapping_zip_bomb(copies: int = 50) -> bytes:
    """A DOCX whose directory lists the same packed megabyte many times."""
    content = edit_zip(word(), {"word/media/0000.bin": bytes(1024 * 1024)})
    end = content.rindex(b"PK\x05\x06")
    directory = struct.unpack_from("<I", content, end + 16)[0]
    entry_at = content.rindex(b"PK\x01\x02", 0, end)
    entry = content[entry_at:end]
    copied = b"".join(entry.replace(b"0000.bin", b"%04d.bin" % number) for number in range(1, copies))
    count = struct.unpack_from("<H", content, end + 10)[0] + copies - 1
    size = end - directory + len(copied)
    record = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, count, count, size, directory, 0)
    return content[:end] + copied + record


def entity_bomb() -> bytes:
    """A DOCX whose main part declares entities that expand exponentially."""
    entities = '<!ENTITY a0 "aaaaaaaaaa">' + "".join(
        f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)
    )
    xml = (
        f"<?xml version='1.0'?><!DOCTYPE d [{entities}]>"
        "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>"
        "<w:body><w:p><w:r><w:t>&a9;</w:t></w:r></w:p></w:body></w:document>"
    )
    return edit_zip(word(), {"word/document.xml": xml.encode()})


def macro_word() -> bytes:
    """A macro-enabled document (DOCM) under the name of a DOCX."""
    with zipfile.ZipFile(io.BytesIO(word())) as source:
        types = source.read("[Content_Types].xml").decode()
    types = types.replace(
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        "application/vnd.ms-word.document.macroEnabled.main+xml",
    )
    return edit_zip(word(), {"[Content_Types].xml": types.encode(), "word/vbaProject.bin": b"\x00"})


def spreadsheet() -> bytes:
    """An XLSX, which is a ZIP too."""
    import openpyxl

    out = io.BytesIO()
    openpyxl.Workbook().save(out)
    return out.getvalue()


def plain_zip() -> bytes:
    """A ZIP that is no document."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("readme.txt", "hello")
    return out.getvalue()


def old_word(text: str = CERTIFICATE, *, encrypted: bool = False) -> bytes:
    """A minimal DOC (Word 97): an OLE file with a text of one UTF-16 piece."""
    body = text.replace("\n", "\r").encode("utf-16-le")
    start = 0x400
    main = bytearray(start + len(body))
    struct.pack_into("<HH", main, 0, 0xA5EC, 0x00C1)
    struct.pack_into("<H", main, 0x0A, 0x0200 | (0x0100 if encrypted else 0))
    struct.pack_into("<6i", main, 0x4C, len(body) // 2, 0, 0, 0, 0, 0)
    plc = struct.pack("<II", 0, len(body) // 2) + struct.pack("<HIH", 0, start, 0)
    clx = b"\x02" + struct.pack("<I", len(plc)) + plc
    struct.pack_into("<II", main, 0x01A2, 0, len(clx))
    main[start:] = body
    return ole({"WordDocument": bytes(main), "1Table": clx})


def encrypted_word() -> bytes:
    """A DOCX with a password, which is an OLE file around an encrypted package."""
    return ole({"EncryptionInfo": bytes(248), "EncryptedPackage": bytes(6000)})


def old_spreadsheet() -> bytes:
    """An XLS in outline."""
    return ole({"Workbook": bytes(5000)})


def ole(streams: dict[str, bytes], *, loop: bool = False) -> bytes:
    """A compound file with 512-byte sectors; every stream is padded past the mini-stream's limit.

    With `loop` the first stream's chain runs in a circle.
    """
    sector = 512
    fat: list[int] = [0xFFFFFFFD]  # sector 0 is the FAT itself
    blocks: list[bytes] = []
    entries = [("Root Entry", 5, 0xFFFFFFFE, 0)]

    def store(data: bytes) -> int:
        first = len(fat)
        count = -(-len(data) // sector)
        for number in range(count):
            blocks.append(data[number * sector : (number + 1) * sector].ljust(sector, b"\0"))
            fat.append(first + number + 1 if number < count - 1 else 0xFFFFFFFE)
        return first

    for name, data in streams.items():
        padded = data.ljust(4096, b"\0")
        entries.append((name, 2, store(padded), len(padded)))
    if loop:
        fat[len(fat) - 1] = entries[1][2]
    raw = b""
    for name, kind, first, size in entries:
        encoded = name.encode("utf-16-le") + b"\0\0"
        entry = encoded.ljust(64, b"\0") + struct.pack("<HBB", len(encoded), kind, 1)
        entry += struct.pack("<III", 0xFFFFFFFF, 0xFFFFFFFF, 1 if kind == 5 else 0xFFFFFFFF)
        entry += bytes(36) + struct.pack("<IQ", first, size)
        raw += entry
    directory = store(raw)
    assert len(fat) <= sector // 4, "one FAT sector only: use shorter streams"
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<IIIIIIIII", 0, 1, directory, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    header += struct.pack("<109I", 0, *[0xFFFFFFFF] * 108)
    table = struct.pack("<128I", *fat, *[0xFFFFFFFF] * (128 - len(fat)))
    return header + table + b"".join(blocks)


def jpeg(width: int = 320, height: int = 240, *, orientation: int | None = None) -> bytes:
    """A photograph; with an EXIF orientation as telephones write it."""
    image = Image.linear_gradient("L").resize((width, height)).convert("RGB")
    out = io.BytesIO()
    exif = Image.Exif()
    if orientation:
        exif[0x0112] = orientation
    image.save(out, "JPEG", exif=exif)
    return out.getvalue()


def png(width: int = 64, height: int = 64, *, frames: int = 1) -> bytes:
    """A PNG; animated where it has several frames."""
    images = [Image.new("RGB", (width, height), (index * 40 % 256, 90, 120)) for index in range(frames)]
    out = io.BytesIO()
    images[0].save(out, "PNG", save_all=frames > 1, append_images=images[1:])
    return out.getvalue()


def heic(pictures: int = 1) -> bytes:
    """A HEIC file of one or several pictures."""
    container = pillow_heif.HeifFile()
    for index in range(pictures):
        container.add_from_pillow(Image.new("RGB", (64, 64), (index * 50 % 256, 10, 10)))
    out = io.BytesIO()
    container.save(out)
    return out.getvalue()


def huge_png(width: int = 60_000, height: int = 60_000) -> bytes:
    """A tiny PNG that declares enormous dimensions."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(bytes(1000)))
        + chunk(b"IEND", b"")
    )


def png_pdf_polyglot() -> bytes:
    """A PNG that PDF readers open as a PDF: the header stands in a chunk of its first kilobyte."""
    image = png()
    data = b"x\0" + pdf()
    chunk = struct.pack(">I", len(data)) + b"teXt" + data + struct.pack(">I", zlib.crc32(b"teXt" + data))
    return image[:33] + chunk + image[33:]


def jpeg_zip_polyglot() -> bytes:
    """A photograph with a ZIP behind it, which unpackers open."""
    return jpeg() + plain_zip()


def pdf_zip_polyglot() -> bytes:
    """A PDF that is an archive as well."""
    return pdf() + plain_zip()
