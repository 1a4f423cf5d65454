"""Who decides awards, as people name him: what is meant, and whether two texts can name one."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import chain

from thidua_cli.law.data_files import read
from thidua_cli.law.dated import Decider
from thidua_cli.law.deciders import deciders, recognise_decider
from thidua_cli.law.spelt_words import Keys, Word, Words, keys_of, phrase_at, phrases, said, same_word, words_of
from thidua_cli.vietnamese.text import fold

_JOINERS = frozenset(("va", "hoac", "cac", "cap"))
# YT may be the initials of Y tế; Ly and Ba are words.
_NO_SYLLABLE = re.compile("(?!.*[aeiou])(?!.+y$)[a-z]{2,}")


@dataclass(frozen=True, slots=True)
class Who:
    """Who decides, as it is typed: a post (``chủ tịch``), the body that it is of (``tỉnh A``), or one of them.

    ``noun`` is what kind of body it is; ``nouns`` are those of a body that is no more than that: ``huyện, thị xã``.
    ``committee``: the body is a People's Committee, of which ``body`` holds what follows. ``words`` are all of it.
    """

    words: Words
    post: Keys = ()
    body: Words = ()
    noun: str = ""
    nouns: frozenset[str] = frozenset()
    committee: bool = False
    board: Keys = ()

    @property
    def known(self) -> bool:
        """It is a post or a body, not any other words."""
        body = self.nouns or self.noun not in ("", *_lists().level_words)
        return bool(self.post or self.committee or body)

    @property
    def title(self) -> str:
        """The post without its body, as it stands over a signature; empty where it is none."""
        return said(self.words[: len(self.post)])

    @property
    def any_unit(self) -> bool:
        """It is whoever heads a unit: ``Thủ trưởng đơn vị``, ``cơ quan``, ``Thủ trưởng các sở, đơn vị, địa phương``."""
        if self.post in _lists().heads:
            return not self.body or _of_units(self.body)
        return bool(self.nouns) and self.nouns <= _lists().units

    @property
    def law(self) -> Decider | None:
        """The decider of the law; None when he is unknown, or whoever heads units of which the law tells several."""
        if self.any_unit and not _lists().wider.isdisjoint(units_in(self)):
            return None
        return recognise_decider(said(self.words))

    @property
    def deputy(self) -> bool:
        """It is a deputy."""
        return self.post[:1] == _lists().deputy

    @property
    def level(self) -> str:
        """The level of the awards that he decides: ``state``, ``ministry_province``, ``base``; empty if not known."""
        if self.deputy:
            return ""
        if found := self.law:
            return found.level
        if "trung uong" in " ".join(keys_of(self.body)):
            return "ministry_province"
        levels = {_lists().levels[noun] for noun in self.nouns or {self.noun} if noun in _lists().levels}
        return levels.pop() if len(levels) == 1 else ""

    @property
    def is_level(self) -> bool:
        """It is nothing but a level: ``cơ sở``, ``toàn quốc``."""
        return not self.post and bool(self.nouns) and self.nouns <= _lists().level_words


class _Lists:
    """The lists of ``deciders.yaml``, their words without accents."""

    def __init__(self) -> None:
        data = read("deciders")
        self.posts = phrases((*data["posts"], *data["heads"]))
        self.implied = {keys_of(words_of(post)): words_of(noun) for post, noun in data["posts"].items()}
        self.heads = frozenset(phrases(data["heads"]))
        self.short = {fold(short): words_of(post) for short, post in data["short_posts"].items()}
        self.units = frozenset(map(fold, data["units"]))
        self.wider = frozenset(map(fold, data["wider_units"]))
        self.deputy = keys_of(words_of(data["deputy"]))
        self.committee = keys_of(words_of(data["committee"]))
        self.in_full = phrases(data["in_full"])
        self.in_short = {keys_of(words_of(full)): words_of(short) for full, short in data["in_full"].items()}
        self.boards = phrases(data["boards"])
        self.addresses = phrases(data["addresses"])
        self.directors = frozenset(map(fold, data["directors"]))
        self.level_words = frozenset(map(fold, data["level_words"]))
        self.of_level = {fold(one): frozenset(map(fold, nouns)) for one, nouns in data["of_level"].items()}
        self.levels = {fold(office): one.level for one in deciders().values() for office in one.offices}
        self.levels |= {fold(word): level for word, level in data["level_words"].items()}
        self.administrative = frozenset(chain.from_iterable(self.of_level.values()))
        implied = filter(None, data["posts"].values())
        offices = chain(*(one.offices for one in deciders().values()), data["level_words"], *data["bodies"], implied)
        self.nouns = phrases(offices)
        self.listed = frozenset((*self.levels, "ban", "doan the"))
        self.kinds = self.nouns | phrases((*data["wider_units"], *data["of_units"]))


@cache
def _lists() -> _Lists:
    return _Lists()


@lru_cache(maxsize=4096)
def who(words: Words) -> Who:
    """Return who is meant by the words of a decider."""
    lists = _lists()
    words = words[phrase_at(words, lists.addresses) :]
    if words and (full := lists.short.get(words[0].key)):
        words = full + words[1:]
    post, implied, body = _taken_post(words)
    while body and (body[0].key == "cac" or keys_of(body[:2]) == ("nha", "truong")):
        body = body[1:]
    committee = not implied and keys_of(body[:4]) == lists.committee
    if committee:
        body = body[4:]
    elif implied and keys_of(body[: len(implied)]) != keys_of(implied):
        body = implied + body
    if in_full := phrase_at(body, lists.in_full):
        body = lists.in_short[keys_of(body[:in_full])] + body[in_full:]
    board = phrase_at(body, lists.boards)
    of_board = keys_of(body[:board]) if board < len(body) else ()
    body = body[len(of_board) :]
    start = int(keys_of(body[:1]) == ("cap",))
    nouns = _nouns(body[start:])
    if start and nouns:
        nouns = frozenset(chain.from_iterable(lists.of_level.get(noun, (noun,)) for noun in nouns))
    noun = " ".join(keys_of(body[start : start + phrase_at(body, lists.nouns, start)]))
    return Who(words, post, body, noun, nouns, committee, of_board)


def _taken_post(words: Words) -> tuple[Keys, Words, Words]:
    """Return the post that the words begin with, the body that it tells by itself, and what follows."""
    lists = _lists()
    if words and keys_of(words[:1]) == lists.deputy:
        post, _, rest = _taken_post(words[1:])
        return (*lists.deputy, *post), (), rest
    length = phrase_at(words, lists.posts)
    post = keys_of(words[:length])
    return post, lists.implied.get(post, ()), words[length:]


def _phrases_in(body: Words, known: Mapping[Keys, Words]) -> list[str]:
    """Return the phrases that a body is made of, without what joins them; none when it has other words."""
    found, at = [], 0
    while at < len(body):
        length = phrase_at(body, known, at)
        if length:
            found.append(" ".join(keys_of(body[at : at + length])))
        elif body[at].key not in _JOINERS:
            return []
        at += max(length, 1)
    return found


def _nouns(body: Words) -> frozenset[str]:
    """Return the nouns that a body is made of: one, or several as of ``bộ, ban, ngành``; empty when it has a name."""
    found = frozenset(_phrases_in(body, _lists().nouns))
    return found if len(found) == 1 or found <= _lists().listed else frozenset()


def _of_units(body: Words) -> bool:
    """Tell whether a body is no other than kinds of units, any unit among them."""
    return not (_lists().units | _lists().wider).isdisjoint(_phrases_in(body, _lists().kinds))


def units_in(one: Who) -> list[str]:
    """Return the kinds of units whose head is meant, ``co quan``, ``dia phuong``; none where the body has a name."""
    return _phrases_in(one.body, _lists().kinds)


def same_decider(one: str, other: str) -> bool:
    """Tell whether two texts can name one decider: one is the beginning of the other, or names any of its level.

    ``Giám đốc Sở`` is ``Giám đốc Sở Y tế``, ``UBND xã`` the chairman of one, ``Thủ trưởng đơn vị`` any head of a unit;
    heads of two bodies are two, and a deputy is nobody else. Accents count unless one is typed without any.
    """
    return can_be(who(words_of(one)), who(words_of(other)))


def says_no_more(one: str, other: str) -> bool:
    """Tell whether of two texts that can name one decider the first tells nothing that the other does not.

    ``Chủ tịch UBND tỉnh`` is the other's words in short, ``Chủ tịch UBND xã A`` tells which commune.
    """
    short, full = who(words_of(one)), who(words_of(other))
    return short.any_unit or set(keys_of(short.words)) <= set(keys_of(full.words))


def can_be(one: Who, other: Who) -> bool:
    """Tell of two deciders what `same_decider` tells of their texts."""
    law = {one.law, other.law} - {None}
    if len(law) > 1 or one.deputy != other.deputy:
        return False
    for some, whole in ((one, other), (other, one)):
        if some.any_unit and whole.known and whole.level in ("base", ""):
            return True
    heads = one.post in _lists().heads or other.post in _lists().heads
    if one.post and other.post and one.post != other.post and not heads:
        return False
    return _same_body(one, other)


def _as_party(one: Who) -> Who:
    """Return a Party committee as the Party organisation that it heads: ``Đảng ủy xã`` as ``Đảng bộ xã``."""
    nouns = frozenset(("dang bo",)) if one.nouns else one.nouns
    as_party = replace(one, body=words_of("đảng bộ") + one.body[2:], noun="dang bo", nouns=nouns)
    return as_party if one.noun == "dang uy" else one


def _same_body(one: Who, other: Who) -> bool:
    if not (one.board and other.board) or one.board == other.board:
        one, other = _as_party(one), _as_party(other)
    if not one.body or not other.body:
        return _same_post(one, other) or _same_post(other, one)
    if one.nouns and other.nouns:
        return not one.nouns.isdisjoint(other.nouns)
    if one.nouns or other.nouns:
        named, kind = (other, one.nouns) if one.nouns else (one, other.nouns)
        return named.noun in kind
    return _begins(one.body, other.body) or _begins(other.body, one.body)


def _same_post(one: Who, other: Who) -> bool:
    """Tell whether ``one``, of whom no body is told, can be ``other``: by the post, or as the head of a committee."""
    if one.body or (one.committee and not other.committee and other.noun not in ("", *_lists().administrative)):
        return False
    return one.post == other.post if one.post and other.post else one.committee and other.committee


def _begins(one: Words, other: Words) -> bool:
    """Tell whether one body is the beginning of the other, where words may be initials: ``Sở NV``."""
    beginning, whole = _plain(one), _plain(other)
    at = 0
    for word in beginning:
        if at == len(whole):
            return False
        length = 1 if same_word(word, whole[at]) else _initials(word, whole[at:])
        if not length:
            return False
        at += length
    return True


def _plain(body: Words) -> list[Word]:
    return [word for word in body if word.key not in _JOINERS]


def _initials(word: Word, words: Sequence[Word]) -> int:
    """Return how many of the words a word that is no syllable has the initials of; 0 if it has not."""
    letters = word.key
    if not _NO_SYLLABLE.fullmatch(letters) or len(letters) > len(words):
        return 0
    initials = "".join(one.key[:1] for one in words[: len(letters)])
    return len(letters) if initials == letters else 0


def completed(decider: Who, bodies: Iterable[str]) -> Who:
    """Return a decider with the whole name of his body, the first of ``bodies`` of which it can be the beginning.

    ``Giám đốc Sở`` in a plan of Sở Xây dựng is its director; so is ``Giám đốc``. ``Chủ tịch`` is that of a committee.
    """
    body = next((body for text in bodies if _is_of(decider, body := who(words_of(text)))), None)
    if body is None:
        return decider
    return replace(decider, body=body.body, noun=body.noun, nouns=body.nouns, committee=body.committee)


def _is_of(decider: Who, body: Who) -> bool:
    if not decider.body:
        directed = decider.post[-2:] == ("giam", "doc") and body.noun in _lists().directors
        chaired = decider.post[-2:] == ("chu", "tich") and body.committee
        return not decider.committee and (directed or chaired)
    same_kind = decider.noun == body.noun and decider.committee == body.committee
    return same_kind and len(body.body) > len(decider.body) and _begins(decider.body, body.body)
