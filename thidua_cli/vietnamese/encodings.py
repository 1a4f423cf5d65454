"""What a wrong encoding does to Vietnamese: UTF-8 read as something else, lost letters, old fonts in short texts.

Beside these, what is typed for accents where nothing makes accents of it: signs (VIQR), letters (Telex).
"""

import re

from thidua_cli.vietnamese.text import strip_accents

# What stands for the bytes 80 to BF: in Latin-1, in Windows, or already lost.
_TAIL = "\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ\ufffd"
_AS_WINDOWS = rf"á[º»][{_TAIL}]|Æ[°¡]|Ä[\x82\x83\x90\x91‚ƒ‘©\ufffd]|Ã[{_TAIL}]|Å[¨©]"
_AS_MAC = r"·[ª∫]|∆[°∞]|ƒ[ëêÉ]|√[†°¢£®©™´¨≠≤≥µ∂∑∏]"
_MISREAD = re.compile(f"{_AS_WINDOWS}|{_AS_MAC}")
_LOST = re.compile(r"\ufffd|[^\W\d_]\?+[^\W\d_]")
_ADDRESS = ("://", "www.")
_WORDS_TO_ONE = 10

# The letters of TCVN3 by the plain letter that each of them is a form of.
_TCVN3 = {
    "a": "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË¡¢",
    "e": "ÌÐÎÏÑªÒÕÓÔÖ£",
    "i": "×ÝØÜÞ",
    "o": "ßãáâä«åèæçé¬êíëìî¤¥",
    "u": "ïóñòô\xadõøö÷ù¦",
    "y": "úýûüþ",
    "d": "®§",
}
_FROM_TCVN3 = str.maketrans({sign: letter for letter, signs in _TCVN3.items() for sign in signs})
_SIGN = "[µ¸¶·¹¨»¾¼½Æ©ÇËª®§¬«¦¡¢£¤¥ÎÏÑÖ×ØÜÞßåæçëîïñöø÷ûüþä]"
_OF_TCVN3 = re.compile(f"(?<=[A-Za-z]){_SIGN}|{_SIGN}(?=[A-Za-z])|(?<=[a-z])[ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝÐ]")
# VNI writes an accent behind its vowel, as a letter of its own; o with á, à, ã is Vietnamese as well.
_TONES, _ROOFS, _BOWLS = "øùûõïØÙÛÕÏ", "âáàåãäÂÁÀÅÃÄ", "êéèúüëÊÉÈÚÜË"
_ACCENT = re.compile(f"(?<=[aA])[{_TONES}{_ROOFS}{_BOWLS}]|(?<=[eoEO])[{_TONES}{_ROOFS}]|(?<=[uyôöUYÔÖ])[{_TONES}]")
_OF_VNI = re.compile(
    f"[aA][{_TONES}{_ROOFS}{_BOWLS}]|[eE][{_TONES}{_ROOFS}]|[oO][{_TONES}âåäÂÅÄ]|[uyôöUYÔÖ][{_TONES}]|[öÖñÑ]"
)
_FROM_VNI = str.maketrans("öÖñÑæÆîÎ", "uUdDiIyY")
# Long texts are searched for signs that Vietnamese lacks, and for accents behind a vowel that never has one behind it.
_RARE = re.compile("[?\ufffd·∆ƒ√ÆÄÅÃ§¦µ¸¶·¹¨»¾¼½©ÇËª®«¬¡¢£¤¥ÎÏÑÖ×ØÛÜÞßåæçëîïñöø÷ûüþäº]")
_PAIR = re.compile("[âáàãêéèúùõÂÁÀÃÊÉÈÚÙÕ](?<=[aA].)|[âáàãùõÂÁÀÃÙÕ](?<=[eE].)|[âùõÂÙÕ](?<=[oOuUyYôÔ].)")
_CAPITAL = re.compile("[ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝÐ](?<=[a-z].)")
_SYLLABLE = re.compile(
    r"(?:b|ch?|d|gh?|gi|h|kh?|l|m|ngh?|nh?|ph?|qu|r|s|th?|tr|v|x)?"
    r"(?:a[iouy]?|e[ou]?|i(?:a|eu?|u)?|o(?:a[ioy]?|eo?|i|o)?|u(?:a[iyo]?|eo?|i|o[iu]?|u|y[aeu]?)?|y(?:eu?|a)?)"
    r"(?:ch?|m|ng?|nh|p|t)?"
)
_ONLY_UNICODE = re.compile("[ăđơưĂĐƠƯ\u1ea0-\u1ef9]")  # â, ê and ô stand for other letters in old fonts
_ABBREVIATION = re.compile("[BCDĐGHKLMNPQRSTVX]{1,5}")
_SIGNS_BETWEEN = re.compile(r"[\s\d.,;:()/+&\-–]+")
# What Vietnamese lacks and nearly every name in Telex or VIQR has: asked of whole columns, it must be cheap.
_KEYS = re.compile("[fjwFJW^+]")
_VIQR = re.compile(r"[aeoAEO]\^|[aA]\((?=[a-zA-Z'`?~])|[ouOU]\+|[dD]{2}|[aeiouyAEIOUY][`~]")
_OF_VIQR = re.compile(r"[\^(+`~'?.]+|(?<=[dD])[dD]")
_TELEX = re.compile("(?P<pair>aa|ee|oo)|dd|[aou]w")
_TELEX_TONE = re.compile("(?<=[aeiouyw])[sfrxj](?=(?:ch?|m|ng?|nh|p|t)?$)|(?<=[mnpthgc])[sfrxj]$")
_FEWEST_KEYS, _SHORTEST_TYPED = 2, 5


def may_be_spoilt(text: str) -> bool:
    """Tell quickly, of one text or of many in one, whether any could be one of those below."""
    return any(sign.search(text) for sign in (_RARE, _PAIR, _CAPITAL, _KEYS))


def looks_misread(text: str) -> bool:
    """Tell whether a text was saved as UTF-8 and read as something else: ``Nguyá»…n``."""
    return not text.isascii() and _MISREAD.search(text) is not None


def looks_lost(text: str) -> bool:
    """Tell whether letters of a text are gone for good: ``Nguy?n``, or marks of replacement; an address is none."""
    found = len(_LOST.findall(text)) if "?" in text or "\ufffd" in text else 0
    return found > 0 and not any(sign in text for sign in _ADDRESS) and len(text.split()) <= found * _WORDS_TO_ONE


def old_font(text: str) -> str:
    """Return the old encoding (``VNI``, ``TCVN3``) that makes Vietnamese syllables of every word of a short text.

    Empty when none does. Words that only Unicode can spell are passed over; then one word beside them is too little.
    """
    if text.isascii():
        return ""
    words = [word for word in _SIGNS_BETWEEN.split(text) if word]
    old = [word for word in words if not _ONLY_UNICODE.search(word)]
    least = 1 if len(old) == len(words) else 2
    if sum(_OF_VNI.search(word) is not None for word in old) >= least:
        plain = [_ACCENT.sub("", word).translate(_FROM_VNI) for word in old]
        if all(map(_is_vietnamese, plain)):
            return "VNI"
    if sum(_OF_TCVN3.search(word) is not None for word in old) >= least:
        plain = [word.translate(_FROM_TCVN3) for word in old]
        if all(map(_is_vietnamese, plain)):
            return "TCVN3"
    return ""


def is_unconverted(text: str) -> bool:
    """Tell whether a short text is Vietnamese typed in VIQR or Telex that stayed as it was typed: ``Traafn Vawn Tuw``.

    Two keys or more must stand for accents, and make Vietnamese syllables of every word: names of others do not.
    """
    if not text.isascii() or len(text) < _SHORTEST_TYPED:
        return False
    signs = _VIQR.findall(text)
    if len(signs) >= _FEWEST_KEYS or any("^" in sign for sign in signs):
        return all(_is_vietnamese(_OF_VIQR.sub("", word)) for word in re.split(r"[\s\d,;:/&-]+", text) if word)
    words = [word for word in _SIGNS_BETWEEN.split(text) if word]
    keys = [key for word in words for key in _telex_keys(word)]
    # "Kim Soo Hee" has pairs of vowels, and no other key.
    sure = len(keys) >= _FEWEST_KEYS and any(key not in ("aa", "ee", "oo") for key in keys)
    return sure and all(_is_vietnamese(_without_telex(word)) for word in words)


def _telex_keys(word: str) -> list[str]:
    """Return the letters that stand for accents in a word that is no syllable as it stands."""
    if _is_vietnamese(word):
        return []
    plain = word.casefold()
    return [found[0] for found in (*_TELEX.finditer(plain), *_TELEX_TONE.finditer(plain))]


def _without_telex(word: str) -> str:
    """Return a word without the letters that stand for accents."""
    if _is_vietnamese(word):
        return word
    return _TELEX_TONE.sub("", _TELEX.sub(lambda found: found[0][0], word.casefold()), count=1)


def _is_vietnamese(word: str) -> bool:
    """Tell whether a word is a syllable, or an abbreviation that may stand among syllables."""
    return _ABBREVIATION.fullmatch(word) is not None or _SYLLABLE.fullmatch(strip_accents(word).casefold()) is not None
