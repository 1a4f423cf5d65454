"""The catalogue of codes: what each finding means, why it matters, a wrong and a right example."""

from dataclasses import dataclass
from functools import cache
from importlib.resources.abc import Traversable

from thidua_cli.findings.diagnostic import Severity


@dataclass(frozen=True, slots=True)
class Rule:
    """One code of the catalogue, as ``thidua explain`` shows it. All texts are Vietnamese."""

    code: str
    stage: str
    severity: Severity
    title: str
    why: str
    wrong: str
    right: str
    basis: str = ""


@cache
def rules() -> dict[str, Rule]:
    """Return every rule by its code, in the order of the catalogue."""
    import yaml

    text = catalogue_file().read_text(encoding="utf-8")
    entries = yaml.load(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    return {
        code: Rule(code=code, **{**entry, "severity": Severity(entry["severity"])}) for code, entry in entries.items()
    }


def catalogue_file() -> Traversable:
    """Return the data file that the catalogue is read from."""
    from importlib.resources import files

    return files(__package__).joinpath("catalogue.yaml")


def severity_of(code: str) -> Severity:
    """Return the severity that the catalogue gives to ``code``; an unknown code raises KeyError."""
    return rules()[code].severity
