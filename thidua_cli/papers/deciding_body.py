"""Who decides an award, as a paper needs him: whether he is of the issuing body, his line of authority, his ids."""

from collections.abc import Iterator

from thidua_cli.law.decider_names import can_be, who
from thidua_cli.law.possible_deciders import possible_deciders
from thidua_cli.law.spelt_words import said, words_of
from thidua_cli.model.plan import Signer
from thidua_cli.papers.issuing import Issuing
from thidua_cli.vietnamese.bodies import whole_post
from thidua_cli.vietnamese.text import fold


def is_of(decided_by: str, issuing: Issuing) -> bool:
    """Tell whether a decision of ``decided_by`` is a paper of this body: one of its signers signs it, or for him."""
    decider, body = who(words_of(decided_by)), issuing.issuer.name
    posts = [post for signer in issuing.signers for post in _posts(signer)]
    return any(fold(post) == fold(decided_by) or can_be(decider, who(words_of(f"{post} {body}"))) for post in posts)


def head_of(issuing: Issuing) -> str:
    """Return the post in whose name the first signer signs: that of the head where a deputy signs for him."""
    return next((signer.on_behalf or next(_posts(signer)) for signer in issuing.signers), "")


def _posts(signer: Signer) -> Iterator[str]:
    yield from filter(None, (signer.deputy_for, signer.authorised_by, signer.post, signer.on_behalf))


def authority(decided_by: str, issuing: Issuing) -> str:
    """Return the line of authority: the post of the decider with the whole name of the body.

    ``Chủ tịch UBND xã`` in a paper of UBND xã A is ``Chủ tịch Ủy ban nhân dân xã A``.
    """
    decider, body = who(words_of(decided_by)), issuing.issuer.name
    if not is_of(decided_by, issuing):
        return decided_by
    post = head_of(issuing) if decider.any_unit else said(decider.words)
    return whole_post(post, body)


def deciding(decided_by: str, issuing: Issuing) -> frozenset[str]:
    """Return the ids of all who the decider may be, as the law knows them; empty where that is not clear."""
    found = possible_deciders(decided_by)
    return found if len(found) == 1 else possible_deciders(authority(decided_by, issuing)) or found
