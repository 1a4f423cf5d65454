"""The schemas of Word parts: ECMA-376 (first edition) and the small ones beside it, compiled into one."""

import zipfile
from functools import cache
from io import BytesIO
from pathlib import Path

from lxml import etree

_FOLDER = Path(__file__).parent / "xsd"
_ZIP = "ecma-376-1st-edition.zip"
_XS = "{http://www.w3.org/2001/XMLSchema}"


@cache
def schema() -> etree.XMLSchema:
    """Return the schema of every element that a part of a Word file may begin with."""
    files = _files()
    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(_Memory({**files, **_rooms(files)}))
    imports = [f'<xs:import namespace="{name}" schemaLocation="{_room(name)}"/>' for name in _namespaces(files)]
    driver = f'<xs:schema xmlns:xs="{_XS[1:-1]}">{"".join(imports)}</xs:schema>'
    return etree.XMLSchema(etree.parse(BytesIO(driver.encode()), parser))


class _Memory(etree.Resolver):
    """Hands the compiler the files by their names; nothing is read from anywhere else."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self.files = files

    def resolve(self, url: str, _public: str, context: object) -> object:
        return self.resolve_string(self.files[url.rpartition("/")[2]], context, base_url=url)


def _files() -> dict[str, bytes]:
    """Return the schema files by name, each import led to the one room of its namespace.

    libxml2 follows only the first of several imports of a namespace, and none without a location; Ecma's files
    import DrawingML piece by piece, and the XML namespace without location.
    """
    with zipfile.ZipFile(_FOLDER / _ZIP) as archive:
        found = {name: archive.read(name) for name in archive.namelist()}
    found |= {path.name: path.read_bytes() for path in _FOLDER.glob("*.xsd")}
    return {name: _redirected(content) for name, content in found.items()}


def _redirected(content: bytes) -> bytes:
    root = etree.fromstring(content)
    for element in root.iter(f"{_XS}import"):
        element.set("schemaLocation", _room(element.get("namespace", "")))
    return etree.tostring(root)


def _namespaces(files: dict[str, bytes]) -> dict[str, list[str]]:
    """Return the names of the files of each namespace."""
    found: dict[str, list[str]] = {}
    for name, content in sorted(files.items()):
        found.setdefault(etree.fromstring(content).get("targetNamespace", ""), []).append(name)
    return found


def _rooms(files: dict[str, bytes]) -> dict[str, bytes]:
    """Return one file for each namespace that takes all the files of it in."""
    rooms = {}
    for namespace, names in _namespaces(files).items():
        includes = "".join(f'<xs:include schemaLocation="{name}"/>' for name in names)
        text = f'<xs:schema xmlns:xs="{_XS[1:-1]}" targetNamespace="{namespace}">{includes}</xs:schema>'
        rooms[_room(namespace)] = text.encode()
    return rooms


def _room(namespace: str) -> str:
    return "room-" + "".join(letter if letter.isalnum() else "-" for letter in namespace) + ".xsd"
