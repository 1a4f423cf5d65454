"""``decisions.yaml`` as a file: a decision is added at its end; what stands in it is never rewritten."""

from collections.abc import Mapping, Sequence
from typing import Any

from thidua_cli.errors import ThiduaError
from thidua_cli.model.decision import Decision, DecisionFile
from thidua_cli.model.messages import validated
from thidua_cli.reading.origin import Record, YamlEntry
from thidua_cli.reading.yaml import parse_yaml
from thidua_cli.vietnamese.sameness import decision_key
from thidua_cli.writing.yaml_text import yaml_text

_HEAD = "# Quyết định khen thưởng của phong trào; lệnh thidua decide ghi thêm vào cuối tệp."


def with_decision(path: str, content: bytes | None, decision: dict[str, Any], remarks: Mapping[str, str]) -> bytes:
    """Return the content of the file with one more decision, given as plain data; None makes a new file.

    ``remarks`` are comments by the path of what they stand at: ``awarded[0].id``.
    It is read before it is handed out: a file with faults, or one that would not give all decisions back, raises
    `ThiduaError`.
    """
    old = _decisions(path, content) if content is not None else []
    comments = {f"decisions[0].{path}": remark for path, remark in remarks.items()}
    entry = yaml_text({"decisions": [decision]}, comments, "").removeprefix("\n\ndecisions:\n")
    if content is None:
        head = yaml_text({"format": "decisions/1"}, {}, _HEAD)
        extended = f"{head}\ndecisions:\n{entry}".encode()
    else:
        gap = b"" if content.endswith(b"\n") else b"\n"
        extended = content + gap + entry.encode()
    new, faults = validated(parse_yaml(yaml_text(decision, {}, "").encode(), path), Decision)
    if new is None:
        raise ThiduaError(faults[0].message, faults[0].hint or "xem lại điều vừa gõ rồi ghi lại")
    _refuse_double(path, new, old)
    if _decisions(path, extended, written=True) != [*old, new]:
        raise _not_at_its_end(path)
    return extended


def last_decision(path: str, content: bytes) -> Record[Decision]:
    """Return the decision at the end of what `with_decision` handed out, with its place in it."""
    decisions = _decisions(path, content)
    return Record(decisions[-1], YamlEntry(parse_yaml(content, path), f"decisions[{len(decisions) - 1}]"))


def _refuse_double(path: str, new: Decision, old: Sequence[Decision]) -> None:
    for one in old:
        if decision_key(one.number) == decision_key(new.number):
            message = f"{path} đã có Quyết định số {one.number}"
            raise ThiduaError(message, "không ghi hai lần; cần sửa thì sửa trong tệp")
        if one.id == new.id:
            raise ThiduaError(f"{path} đã có quyết định mang mã {one.id}", "thêm --id với một mã khác")


def _decisions(path: str, content: bytes, *, written: bool = False) -> list[Decision]:
    file, faults = validated(parse_yaml(content, path), DecisionFile)
    if file is None and written:
        raise _not_at_its_end(path)
    if file is None:
        message = f"{path} có {len(faults)} lỗi, lỗi đầu ở dòng {faults[0].line}: {faults[0].message}"
        raise ThiduaError(message, faults[0].hint or "sửa tệp rồi ghi lại")
    return list(file.decisions)


def _not_at_its_end(path: str) -> ThiduaError:
    hint = "để khóa decisions ở cuối tệp, mỗi quyết định bắt đầu bằng “  - id:” ở hàng riêng, rồi ghi lại"
    return ThiduaError(f"không ghi thêm được vào cuối {path}", hint)
