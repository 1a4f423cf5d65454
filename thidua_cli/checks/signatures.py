"""What is wrong with a signature block as typed: a sign before the post, a deputy who signs for nobody, two names."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from thidua_cli.model.plan import Signer

_SIGNS = {
    "KT": ("deputy_for", "chức vụ cấp trưởng"),
    "TM": ("on_behalf", "tập thể được thay mặt"),
    "TL": ("by_order_of", "chức vụ người ra lệnh ký"),
    "TUQ": ("authorised_by", "chức vụ người ủy quyền"),
}
_SIGN = re.compile(
    rf"\s*(?P<sign>{'|'.join('/?'.join(sign) for sign in _SIGNS)})(?:\s*[./]\s*|\s+)(?P<whom>.*)",
    re.IGNORECASE | re.DOTALL,
)
_ACTING = re.compile(r"\s*(?:q\s*[./]|quyền\s)\s*(?P<post>.+)", re.IGNORECASE | re.DOTALL)
_DEPUTY = re.compile(r"\s*phó\s", re.IGNORECASE)
_SEVERAL = re.compile(r"\svà\s|[,;/&+\n]")


class Fault(NamedTuple):
    """A fault of one key of a block, and how to mend it."""

    key: str
    message: str
    hint: str


def faults(signer: Signer, *, of_head: bool) -> Iterator[Fault]:
    """Yield what is wrong with a block; ``of_head``: it is one that the head of a body signs, or another for him."""
    post = signer.post
    if acting := _ACTING.fullmatch(post):
        hint = f"ghi post: {acting['post']}, acting: true; chữ Q. in tự động"
        yield Fault("post", f"chức vụ người ký “{post}” ghi cả chữ Q.", hint)
    elif typed := _SIGN.fullmatch(post):
        yield _signed(post, typed["sign"].upper().replace("/", ""), typed["whom"])
    elif of_head and _DEPUTY.match(post) and not _signs_for(signer):
        hint = "ghi deputy_for: chức vụ cấp trưởng; chữ KT. in tự động"
        yield Fault("post", f"cấp phó ({post}) ký mà chưa ghi ký thay ai", hint)
    if signer.name and _SEVERAL.search(signer.name.strip()):
        hint = "mỗi người ký là một mục của signers; không ghi chức vụ trong name"
        yield Fault("name", f"họ tên người ký “{signer.name}” không phải của một người", hint)


def _signed(post: str, sign: str, whom: str) -> Fault:
    key, what = _SIGNS[sign]
    hint = f"ghi {key}: {whom or what}; post: chức vụ của chính người ký; chữ {sign}. in tự động"
    return Fault("post", f"chức vụ người ký “{post}” ghi cả chữ {sign}.", hint)


def _signs_for(signer: Signer) -> bool:
    return any((signer.deputy_for, signer.on_behalf, signer.by_order_of, signer.authorised_by, signer.acting))
