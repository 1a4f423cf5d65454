"""The sessions of a campaign: ``council.*`` beside the plan and every file in ``council/``, each read for itself."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from thidua_cli.campaign.files_of import same_named, session_files, unread_sessions, unread_singles
from thidua_cli.campaign.sitting import Sitting
from thidua_cli.findings.diagnostic import Diagnostic
from thidua_cli.findings.outcome import Unread
from thidua_cli.lists.council_session import Doubts, doubts_of, nothing_known
from thidua_cli.model.council import Council
from thidua_cli.reading.origin import Record

Read = Callable[[Path], Sitting | Doubts]
"""Returns the session of a file, or what is not known of it where it is none, or cannot be read."""


@dataclass
class Sessions:
    """The sessions that were read; doubts on those that were not; files in ``council/`` that no reader takes."""

    read: list[Sitting] = field(default_factory=list)
    unread: list[Doubts] = field(default_factory=list)
    strangers: list[Unread] = field(default_factory=list)


def load_sessions(folder: Path, beside: Path | None, read: Read, unlisted: Sequence[OSError] = ()) -> Sessions:
    """Return the sessions of a campaign; ``beside`` is the file beside the plan, None where there is none or two.

    ``unlisted`` tells of folders of sessions that could not be looked into. Where a file is not read, votes may
    stand in that one.
    """
    sessions = Sessions()
    for file in [*([beside] if beside else ()), *session_files(folder)]:
        session = read(file)
        if isinstance(session, Sitting):
            sessions.read.append(session)
        else:
            sessions.unread.append(session)
    doubled = same_named(folder, "council")
    if not beside and doubled:
        sessions.unread.append(nothing_known(str(doubled[0])))
    sessions.unread += [nothing_known(str(error.filename)) for error in unlisted]
    sessions.strangers = list(unread_sessions(folder))
    unread = [*sessions.strangers, *unread_singles(folder, "council")]
    if unread and sessions.read:
        sessions.unread.append(Doubts(unread[0].file, votes=True))
    elif unread and not sessions.unread:
        cause, _, mend = unread[0].reason.partition("; ")
        sessions.unread.append(nothing_known(unread[0].file, f"tệp Hội đồng chưa được đọc ({cause})", mend))
    return sessions


def typed_session(record: Record[Council]) -> Sitting:
    """Return the session of a YAML file."""
    return Sitting(record, doubts_of(record))


def not_a_session(file: str, faults: Iterable[Diagnostic]) -> Doubts:
    """Return the doubts on a YAML file that is no session: they stand where its first fault does."""
    place = next((fault.spot for fault in faults if fault.file == file), None)
    return replace(nothing_known(file), place=place)
