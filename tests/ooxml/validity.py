"""Would Word open it? All that is wrong with the bytes of a .docx, by the schemas and by the rules beside them."""

import zipfile
from collections.abc import Iterator

from tests.ooxml.compatibility import compatibility_faults, readings
from tests.ooxml.container import Package, container_faults
from tests.ooxml.schemas import schema
from tests.ooxml.word_rules import word_faults


def faults(data: bytes) -> list[str]:
    """Return the faults of a Word file, each with the part it is in; an empty list means that it is valid."""
    try:
        package = Package(data)
    except zipfile.BadZipFile as problem:
        return [f"is no zip: {problem}"]
    return [*container_faults(package), *_schema_faults(package), *word_faults(package)]


def assert_valid_docx(data: bytes) -> None:
    """Fail with all the faults of a Word file, if it has any."""
    found = faults(data)
    assert not found, "\n".join(found)


def _schema_faults(package: Package) -> Iterator[str]:
    for name, root in package.roots.items():
        yield from (f"{name}: {fault}" for fault in compatibility_faults(root))
        for reader, tree in readings(root).items():
            if not schema().validate(tree):
                yield from (f"{name}, line {e.line}, read by {reader}: {e.message}" for e in schema().error_log)
