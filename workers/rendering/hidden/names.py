"""The person's names in every form a CV gives them, and those of referees."""

from __future__ import annotations

import re
from collections.abc import Iterable

from workers.cv import Cv
from workers.rendering.hidden import called
from workers.rendering.hidden.secret import LEFT, RIGHT, Guard, Reach, Secret, pattern, together, tokens
from workers.rendering.hidden.spelling import GAP, Script, Word, joined, script, short, words
from workers.rendering.hidden.whose import (
    PARTICLES,
    both_capital,
    family_guard,
    given_guard,
    is_address,
    is_filed,
    is_no_sentence,
    is_run_together,
    starts_upper,
)
from workers.rendering.letters import flat
from workers.rendering.traces import either, traces


def names(cv: Cv, hidden: str, code: str) -> Iterable[Secret]:
    seen, person = script(cv), cv.candidate
    given = words(person.first_name, seen) + words(person.middle_name, seen)
    family = words(person.last_name, seen)
    ending = _ending(seen)
    long = [word.form for word in (*given, *family) if len(word.plain) >= 4 and word.plain not in PARTICLES]
    if long:
        # `CV_Jean-Dupont.pdf`, `jean.dupont@`, `/in/jdupont`: the whole run goes, its other half gives the person away too.
        run = rf"[^\s,;()<>«»\"]*(?:{'|'.join(long)})[^\s,;()<>«»\"]*"
        yield Secret("name", pattern(run), hidden, Reach.TERMS, is_address)
    if given and family:
        yield Secret("name", pattern(LEFT + f"(?:{'|'.join(_full(given, family))})" + ending + RIGHT), code, Reach.TERMS, is_no_sentence)
        yield Secret("name", pattern(_initials(given, family)), code, Reach.PROSE, starts_upper)
        yield Secret("name", pattern(_shortened(given, family)), code, Reach.PROSE, both_capital)
        yield Secret("name", pattern(_filed(given, family)), hidden, Reach.NAMES, is_filed)
        yield from called.told(cv, seen, code, given, "|".join(_full(given, family)), _last(family))
    yield from called.by_marriage(cv, seen, code, given)
    yield from called.by_mail(cv, seen, code, given, family)
    yield from called.of_parents(hidden)
    yield from _alone(cv, family, given, code, ending)
    yield Secret("name", pattern(rf"^\W*{_OTHER_SCRIPT}\W*$|(?<=\(){_OTHER_SCRIPT}(?=\))"), code)


def referees(cv: Cv, hidden: str) -> Iterable[Secret]:
    titles = {flat(title).rstrip(".") for title in traces().words["titles"]}
    for reference in cv.references:
        called = [word for word in tokens(reference.name) if word not in titles]
        if len(called) > 1:
            yield Secret("reference", pattern(LEFT + together(called) + RIGHT), hidden, Reach.NAMES)
    label = r"(?:references?|referees?|recommandations?|personnes? a contacter)"
    yield Secret("reference", pattern(rf"(?:^|\n)\s*{label}\s*:\s*[^\n]+"), hidden, guard=_names_somebody(hidden))
    by = rf"{LEFT}{traces().any('recommended')}\s+(?:{traces().any('titles')}\s+)?"
    yield Secret("reference", pattern(by + r"[^\W\d_]+[\s-]+[^\W\d_]+(?:-[^\W\d_]+)?"), hidden, guard=both_capital)


def _names_somebody(hidden: str) -> Guard:
    """`Références : Mme Durand, 06 ...`; firms that list their clients as references name nobody."""
    called = re.compile(rf"{LEFT}{traces().any('titles', 'offices')}\s")
    return lambda text, match: hidden in text[match.start() : match.end()] or bool(called.search(match[0]))


def _full(given: list[Word], family: list[Word]) -> Iterable[str]:
    """Jean-Paul Dupont, Dupont Jean-Paul, Jean Dupont, J.-P. Dupont, JP Dupont, Dupont J., Jean D., jdupont, J e a n D u p o n t."""
    last = _last(family)
    called = "|".join(dict.fromkeys([*(joined(given[:count]) for count in range(len(given), 0, -1)), *map(re.escape, short(given))]))
    yield rf"(?:{called}){GAP}(?:[a-z]\.?\s+)?{last}"
    yield rf"{last}{GAP}(?:{called})"
    yield rf"(?:{called})\s+{re.escape(family[0].plain[0])}(?:\.|{RIGHT}(?=\W*$|\s*[,;:)]))"
    letters = [r"[.\s\-]{0,3}".join(re.escape(word.plain[0]) for word in given[:count]) for count in range(len(given), 0, -1)]
    yield rf"(?:{'|'.join(letters)})[.\s\-_]{{1,3}}{last}"
    yield rf"{last}[\s,]{{1,3}}(?:{'|'.join(letters)})(?:\.|{RIGHT})"
    close = joined(family, "")
    tight = "|".join(letter.replace(chr(92) + "s", "") for letter in letters)
    yield f"(?:{tight}){close}"
    yield f"{close}(?:{tight})"
    yield from _letter_by_letter(given, family)


def _shortened(given: list[Word], family: list[Word]) -> str:
    """`Éléo Dubosq`, `Srini V.`, `Th. Kourouma`: people cut a first name where they like; the family name says whose it is."""
    name = given[0].plain
    cut = "|".join(re.escape(name[:count]) for count in range(len(name) - 1, 2, -1)) or "(?!)"
    shorter = "|".join(re.escape(name[:count]) + r"\." for count in (2, 3, 4))
    first = re.escape(family[0].plain[0])
    behind = rf"(?:[a-z]\.\s?)?{_last(family)}"
    return rf"{LEFT}(?:(?:{cut}|{shorter}){GAP}{behind}|{_last(family)}{GAP}(?:{shorter})(?:\s?[a-z]\.)?|(?:{cut})\s+{first}\.){RIGHT}"


def _filed(given: list[Word], family: list[Word]) -> str:
    """`TMK_facade.dwg`, `plans-tmk.pdf`, `cv_jd.docx`: initials between the signs of a file name."""
    letters = "".join(word.plain[0] for word in (*given, *family))
    if len(letters) < 3:
        return rf"(?<![\w.-]){traces().any('file_words')}[_.-]{letters}[\w.-]*\.[a-z]{{2,5}}{RIGHT}"
    return rf"(?<![\w.-])(?:[\w-]+[_.-])?{letters}[_.-](?:[\w.-]*\.)?[a-z]{{2,5}}{RIGHT}"


def _last(family: list[Word]) -> str:
    """`de La Fontaine`, `Lafontaine`, `Fontaine`; of two family names, each."""
    main = [word for word in family if word.plain not in PARTICLES] or family
    forms = [joined(family), joined(family[-len(main) - 1 :], ""), joined(main)]
    forms += [joined(house, gap) for house in _houses(family) for gap in (GAP, "")] if len(main) > 1 else []
    return f"(?:{'|'.join(dict.fromkeys(forms))})"


def _houses(family: list[Word]) -> list[list[Word]]:
    """`de la Cruz Hernández`: de la Cruz, and Hernández; names of three letters are words as well."""
    houses: list[list[Word]] = [[]]
    for word in family:
        houses[-1].append(word)
        if word.plain not in PARTICLES:
            houses.append([])
    return [house for house in houses if house and len(house[-1].plain) >= 4]


def _letter_by_letter(given: list[Word], family: list[Word]) -> Iterable[str]:
    last = "".join(word.plain for word in family)
    if len(last) >= 5:
        yield _spaced(last)
    if len(given[0].plain) + len(family[-1].plain) >= 6:
        yield rf"{_spaced(given[0].plain)}\s{{1,4}}{_spaced(last)}"


def _spaced(word: str) -> str:
    return r"\s".join(map(re.escape, word))


def _ending(seen: Script) -> str:
    """`Dupont's`, `les Duponts`."""
    return f"{either((*traces().words['inflections'], *seen.suffixes))}?"


def _initials(given: list[Word], family: list[Word]) -> str:
    """`J.D.`, `J.-P. D.`; bare `JD` only behind a word that announces initials, for it is a diploma and a product too."""
    first, last = [re.escape(word.plain[0]) for word in given], re.escape(family[0].plain[0])
    dotted = r"[\s\-]?".join(rf"{letter}\." for letter in first)
    bare = f"(?:{'|'.join(''.join(first[:count]) for count in range(len(first), 0, -1))}){last}"
    announced = rf"{LEFT}{either(traces().words['initials_after'])}\s*:?(?<=[\s:])\s*{bare}{RIGHT}"
    line = rf"^\s*{bare}\s*$"
    houses = r"[\s\-]{0,2}".join(_initial(word) for word in family)
    whole = rf"{LEFT}(?:{dotted}|{first[0]}\.)[\s\-]?{houses}|" if len(family) > 1 else ""
    titled = (
        rf"{LEFT}{either((*traces().words['titles'], *traces().words['offices']))}\s+{_house_letters(family)}{RIGHT}|"
        if len(family) > 1
        else ""
    )
    return rf"{titled}{whole}{LEFT}(?:{dotted}|{first[0]}\.)[\s\-]?{last}\.?{RIGHT}|{announced}|{line}"


def _house_letters(family: list[Word]) -> str:
    """`C.-D.`, `O-W` of Mme C.-D., Sister O-W."""
    return r"\.?[\s\-]".join(re.escape(word.plain[0]) for word in family if word.plain not in PARTICLES) + r"\.?"


def _initial(word: Word) -> str:
    """`L. du P.`: particles are written out."""
    return word.form if word.plain in PARTICLES else rf"{re.escape(word.plain[0])}\."


# Names of another script stand alone in a CV of ours: whole lines, or in brackets behind the name.
_OTHER_SCRIPT = (
    r"[\u0590-\u07ff\u0900-\u1fff\u3040-\u9fff\uac00-\ud7af][\u0590-\u07ff\u0900-\u1fff\u3040-\u9fff\uac00-\ud7af \u200c\u200d'·-]{1,40}"
)


def _alone(cv: Cv, family: list[Word], given: list[Word], code: str, ending: str) -> Iterable[Secret]:
    own = frozenset((*(word.plain for word in (*family, *given)), *tokens(code)))
    forms = [joined(family, r"[\s\-']{1,2}")] if len("".join(word.plain for word in family)) >= 3 else []
    if len(family) > 1:
        forms.append(_last(family))
    forms += [word.form for word in family if len(word.plain) >= 3 and word.plain not in PARTICLES]
    if forms := list(dict.fromkeys(forms)):
        expression = LEFT + f"(?:{'|'.join(forms)})" + ending + RIGHT
        yield Secret("name", pattern(expression), code, Reach.NAMES, family_guard(cv, own), spares=True)
    if long := [word.form for word in family if len(word.plain) >= 5 and word.plain not in PARTICLES]:
        called = f"(?:{joined(given, '[_.-]?')}|{joined(given[:1])})" if given else "(?!)"
        run = rf"(?:{called}[_.-]?)?(?:{'|'.join(long)})(?:[_.-]?{called})?"
        yield Secret("name", pattern(run), code, Reach.NAMES, is_run_together, spares=True)
    if family and len(family[-1].plain) < 3:
        yield Secret("name", pattern(rf"{LEFT}{traces().any('titles', 'offices')}\s+{joined(family)}{RIGHT}"), code, guard=starts_upper)
    firsts = [word.form for word in given if len(word.plain) >= 3] + [name for name in short(given) if len(name) >= 3]
    if firsts:
        expression = LEFT + f"(?:{'|'.join(firsts)})" + ending + RIGHT
        guard = given_guard(cv, own, frozenset(word.plain for word in given))
        yield Secret("name", pattern(expression), code, Reach.PROSE, guard, spares=True)
