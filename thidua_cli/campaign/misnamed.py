"""Lines of other files that speak of a nomination and mean none: what is wrong with them, and what may be meant."""

from collections.abc import Sequence

from thidua_cli.campaign.entry import Entry
from thidua_cli.model.called import Called
from thidua_cli.vietnamese.address import own_name
from thidua_cli.vietnamese.guesses import Guesses


def borne(said: Called) -> str:
    """Return what several nominations have in common that a line may mean: ``mã DN-03``, ``tên Lê Văn C``."""
    return f"mã {said.id}" if said.id else f"tên {said.name}"


def other_name(said: Called, of_id: Sequence[Entry]) -> tuple[str, str] | None:
    """Return message and remedy for a line of which the id is known, and of somebody else than it names."""
    if not (said.id and said.name and of_id):
        return None
    message = f"mã {said.id} trong danh sách là {of_id[0].nomination.name}, ở đây ghi {said.name}"
    return message, "sửa mã hoặc tên cho khớp; tên trong danh sách đã đúng thì bỏ tên ở đây, chỉ để mã"


def meant_perhaps(said: Called, entries: Sequence[Entry], guesses: Guesses) -> str:
    """Return the question whether the nearest id or name is meant; empty where none is near."""
    if said.id:
        near = guesses.nearest(said.id, [one.nomination.id for one in entries if one.nomination.id])
    else:
        near = guesses.nearest(own_name(said.name or ""), [one.nomination.name for one in entries])
    return f"có phải “{near}”?" if near else ""
