"""The catalogue of codes: what each finding means, why it matters, a wrong and a right example."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Literal

from thidua_cli.files import read_data
from thidua_cli.findings.diagnostic import Severity

CATALOGUE = Path(__file__).with_name("catalogue.yaml")


class Stage(StrEnum):
    """When a finding is made."""

    READING = "reading"
    PLAN = "plan"
    NOMINATIONS = "nominations"
    INTAKE = "intake"
    TEMPLATE = "template"
    PAPERS = "papers"

    @property
    def vietnamese(self) -> str:
        """The words that users read."""
        words = {
            Stage.READING: "khi đọc tệp",
            Stage.PLAN: "khi xét kế hoạch",
            Stage.NOMINATIONS: "khi xét danh sách đề nghị",
            Stage.INTAKE: "khi đọc kế hoạch cũ",
            Stage.TEMPLATE: "khi xét mẫu Word",
            Stage.PAPERS: "khi so giấy tờ với số liệu",
        }
        return words[self]


@dataclass(frozen=True, slots=True)
class Rule:
    """One code of the catalogue, as ``thidua explain`` shows it. All texts are Vietnamese.

    ``hint`` is the remedy that a finding tells when its check says none more exactly.
    ``scope`` is what a finding speaks against: the record at its place, or a list, of which it names but one record.
    ``sent`` tells whether a dossier may be sent back for it: what comes after the dossiers no unit can mend.
    """

    code: str
    stage: Stage
    severity: Severity
    title: str
    why: str
    wrong: str
    right: str
    hint: str = ""
    basis: str = ""
    scope: Literal["entry", "list"] = "entry"
    sent: bool = True


_SENT = {"yes": True, "no": False}


@cache
def rules() -> dict[str, Rule]:
    """Return every rule by its code, in the order of the catalogue."""
    entries = read_data(CATALOGUE)
    for entry in entries.values():
        entry |= {"stage": Stage(entry["stage"]), "severity": Severity(entry["severity"])}
        entry["sent"] = _SENT[entry.get("sent", "yes")]
    return {code: Rule(code, **entry) for code, entry in entries.items()}


def severity_of(code: str) -> Severity:
    """Return the severity that the catalogue gives to ``code``; an unknown code raises KeyError."""
    return rules()[code].severity
