"""Lines of other files that speak of a nomination and mean none: what is wrong with them, and what may be meant."""

from collections.abc import Sequence

from thidua_cli.campaign.entry import Entry
from thidua_cli.campaign.resolved import ResolvedCampaign
from thidua_cli.model.called import Called
from thidua_cli.vietnamese.address import own_name
from thidua_cli.vietnamese.guesses import Guesses
from thidua_cli.vietnamese.sameness import same_name
from thidua_cli.vietnamese.text import listing


def borne(said: Called) -> str:
    """Return what several nominations have in common that a line may mean: ``mã DN-03``, ``tên Lê Văn C``."""
    return f"mã {said.id}" if said.id else f"tên {said.name}"


def name_beside(said: Called) -> str:
    """Return the remedy for an id that several bear and no name stands beside; empty for any other line."""
    return "sửa mã trùng trong danh sách, hoặc ghi cả họ tên ở đây" if said.id and not said.name else ""


def other_name(said: Called, of_id: Sequence[Entry]) -> tuple[str, str] | None:
    """Return message and remedy for a line of which the id is known, and of somebody else than it names."""
    if not (said.id and said.name and of_id):
        return None
    message = f"mã {said.id} trong danh sách là {of_id[0].nomination.name}, ở đây ghi {said.name}"
    return message, "sửa mã cho đúng người, hoặc sửa tên như trong danh sách"


def meant_perhaps(said: Called, context: ResolvedCampaign, guesses: Guesses) -> str:
    """Return the question whether the nearest id or name is meant; empty where none is near.

    Of an id that nobody bears, the name beside it tells more than ids that are spelt alike.
    """
    same = context.of_name(said.name) if said.id and said.name else ()
    of_name = [one for one in same if same_name(one.nomination.name, said.name or "")]
    ids = [one.nomination.id for one in of_name if one.nomination.id]
    if ids:
        return f"{said.name} trong danh sách mang mã {listing(ids, 'và')}"
    if of_name:
        return f"{said.name} trong danh sách chưa có mã: ghi mã ấy vào cột “Mã đề nghị” của danh sách"
    if said.id:
        near = guesses.nearest(said.id, context.ids)
    else:
        near = guesses.nearest(own_name(said.name or ""), context.names)
    return f"có phải “{near}”?" if near else ""
