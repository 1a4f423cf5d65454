"""Files changed at random: bytes, trees of YAML, lines of CSV and of papers, parts of .xlsx and .docx."""

import io
import json
import zipfile
from collections.abc import Callable
from random import Random
from typing import Any

from lxml import etree

from tests.model.plans import Steps, at, nodes

TEXTS = [
    *("", " ", "~", "0", "-1", "3", "9" * 400, "1e999", "1,5", "10%", "101%", "0,0001%", "12,5 %", "x", "7/9", "0/0"),
    *("2024-02-30", "0001-01-01", "9999-12-31", "31/12/2100", "issue", "29/2/2023", "1/1/1", "5/2024", "2024", "26"),
    *("**", "***a***", "*a* **b*", "{{ 7*7 }}", "{% x %}", "<script>", "&amp;", "&#0;", "]]>", "a" * 5000, "ă " * 3000),
    *("=1+1", "@SUM(1)", "../../x", "con", "%s%n", "{0}", "\\", "'", '"', "“", "a\nb", "a\r\nb", "a;b,c\td", "|", "&a"),
    *("*a", "!x", "# a", "- a", "a: b", "[", "]", "}", "…", "...", "e" + "\u0301" * 3000, "İ", "٣", "½", "１２", "𝟙"),
    *(
        "collective",
        "individual",
        "rest",
        "unit",
        "year",
        "headcount",
        "nominated",
        "down",
        "interim",
        "award",
        "final",
    ),
    *("giay_khen", "lao_dong_tien_tien", "chien_si_thi_dua_toan_quoc", "hinh_thuc_khac", "CSTĐCS 2023, 2024;;"),
    *("Quyết định số 1/QĐ-UBND ngày 30/02/2024", "90 ngày đêm", "giai đoạn 2020-1990", "quý V/2024", "Hoà Bình"),
    *("Hoµn thµnh tèt nhiÖm vô ®­îc giao", "\u202eabc", "👨‍👩‍👧", "\U000e0041", "\ufffe", "\x1b[2J", "\x9b31m", "\x00"),
    *("\u2028", "\x85", "\x7f", "\u2066", "_x001B_", "." * 3000, "Đơn vị: …", "1. Phòng", "- …;", '"' * 3),
]


def text(random: Random, old: str = "") -> str:
    """Return a hostile text, or ``old`` with one in it, cut or doubled."""
    at = random.randrange(len(old) + 1)
    new = random.choice(TEXTS)
    return random.choice([new, old[:at] + new + old[at:], old[:at], old[at:], old + old, old.upper()])


def of_bytes(random: Random, content: bytes) -> bytes:
    """Return the bytes with a few cut, doubled or replaced."""
    for _ in range(random.randrange(1, 6)):
        at, more = random.randrange(len(content) + 1), random.randrange(1, 30)
        put = random.choice([b"", random.randbytes(more), content[at : at + more] * 2, text(random).encode()])
        content = content[:at] + put + content[at + more :]
    return content


def of_lines(random: Random, content: bytes) -> bytes:
    """Return the lines with a few moved, cut, doubled or changed."""
    lines = content.decode("utf-8", "replace").split("\n")
    for _ in range(random.randrange(1, 8)):
        at = random.randrange(len(lines))
        lines[at : at + random.randrange(3)] = [text(random, lines[at])] * random.randrange(1, 3)
    return "\n".join(lines).encode("utf-8", "replace")


def of_yaml(random: Random, content: bytes) -> bytes:
    """Return a tree of YAML with a few of its values changed, dropped, doubled, wrapped or moved."""
    import yaml

    tree = yaml.load(content, Loader=yaml.CBaseLoader)
    for _ in range(random.choice([1, 1, 2, 3, 8])):
        places: list[Steps] = [(), *nodes(tree)]
        inner = random.choice(places)
        if inner:
            _change(random, tree, inner, at(tree, random.choice(places)))
    return json.dumps(tree, ensure_ascii=random.random() < 0.2).encode("utf-8", "replace")


def _change(random: Random, tree: Any, path: Steps, other: Any) -> None:
    holder, step = at(tree, path[:-1]), path[-1]
    value = holder[step]
    ways: list[Callable[[], Any]] = [
        lambda: text(random, value if isinstance(value, str) else ""),
        lambda: None,
        lambda: [value],
        lambda: {text(random)[:50]: value},
        lambda: json.loads(json.dumps(other)),
    ]
    if random.random() < 0.15:
        del holder[step]
    else:
        holder[step] = random.choice(ways)()


def of_zip(random: Random, content: bytes) -> bytes:
    """Return an .xlsx, .ods or .docx with one of its parts emptied, cut, swapped, or its XML changed."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for _ in range(random.randrange(1, 3)):
        telling = [name for name in parts if "sheet" in name or "document.xml" in name]
        name = random.choice([*parts, *telling * 4])
        way = random.randrange(8)
        if way == 0:
            parts[name] = random.choice([b"", parts[random.choice([*parts])]])
        elif way == 1:
            parts[name] = of_bytes(random, parts[name])
        else:
            parts[name] = _xml(random, parts[name])
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return stream.getvalue() if random.random() < 0.9 else of_bytes(random, stream.getvalue())


def _xml(random: Random, content: bytes) -> bytes:
    try:
        tree = etree.fromstring(content)
    except etree.XMLSyntaxError:
        return of_bytes(random, content)
    for _ in range(random.randrange(1, 6)):
        node = random.choice([*tree.iter(etree.Element)])
        way = random.randrange(5)
        if way == 0 and node.getparent() is not None:
            node.getparent().remove(node)
        elif way == 1:
            node.append(etree.fromstring(etree.tostring(random.choice([*tree.iter(etree.Element)]))))
        elif way == 2 and node.attrib:
            node.set(random.choice([*node.attrib]), _for_xml(text(random)))
        else:
            node.text = _for_xml(text(random, node.text or ""))
    return etree.tostring(tree)


def _for_xml(given: str) -> str:
    return "".join(letter for letter in given if letter.isprintable() or letter in "\n\t\x85")
