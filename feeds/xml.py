"""Reads XML from outside as a stream of small records; no document type, no entities, no tree, bounded memory."""

from __future__ import annotations

import codecs
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from xml.sax import SAXException, SAXParseException, handler
from xml.sax.xmlreader import AttributesNSImpl, Locator

from defusedxml import DefusedXmlException
from defusedxml.expatreader import create_parser

from model.errors import UserError

DEEPEST = 40  # elements inside each other; Samenwerkende Catalogi has 6, HTML in a body some 20
MOST_LEAVES = 5_000  # elements in one record
LONGEST_TEXT = 20_000  # characters of one element that are kept
LONGEST_TAG = 1_000_000  # bytes without any element or text: one giant tag or comment
_ENCODING = re.compile(rb"""^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']""")

Name = tuple[str | None, str]
"""Namespace and local name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """One element of a record. ``path`` holds local names below the record, ``text`` its own text with white space folded."""

    path: tuple[str, ...]
    attributes: Mapping[str, str]
    text: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One wanted element with everything in it. ``text`` is its own text, ``line`` where it starts (as an editor counts)."""

    name: Name
    line: int
    text: str
    leaves: tuple[Leaf, ...]

    def texts(self, *path: str) -> tuple[str, ...]:
        """The texts of all elements at this place, in order; empty ones too."""
        return tuple(leaf.text for leaf in self.leaves if leaf.path == path)

    def leaf(self, *path: str) -> Leaf | None:
        """The first element at this place."""
        return next((leaf for leaf in self.leaves if leaf.path == path), None)


def records(pieces: Iterable[bytes], wanted: Collection[Name], place: str) -> Iterator[Record]:
    """Each wanted element, as soon as it has been read whole; wanted elements inside wanted ones belong to the outer one.

    UserError for a document type (entities, bombs), broken XML, another encoding than it says, and for what is too deep or
    too much for one record. At most one record is held in memory.
    """
    parser = create_parser(forbid_dtd=True)
    parser.setFeature(handler.feature_namespaces, True)
    gathering = _Gathering(frozenset(wanted), parser)
    parser.setContentHandler(gathering)
    parser.setErrorHandler(handler.ErrorHandler())
    watch = _Encoding()
    quiet = 0
    try:
        for piece in pieces:
            watch.see(piece)
            seen = gathering.events
            parser.feed(piece)
            quiet = 0 if gathering.events != seen else quiet + len(piece)
            if quiet > LONGEST_TAG:
                raise _TooMuch("Eén tag is groter dan 1 MB")
            yield from gathering.take()
        parser.close()
        yield from gathering.take()
    except DefusedXmlException as error:
        message = (
            "In dit bestand staat een DOCTYPE of een entiteit. Die kan een computer laten vastlopen of bestanden laten lezen, "
            "en een feed heeft haar niet nodig. Er is niets overgenomen. Vraag de leverancier om een feed zonder DOCTYPE."
        )
        raise UserError(message, file=place) from error
    except _TooMuch as error:
        line = gathering.line
        raise UserError(f"{error}. Dit is geen gewone feed; er is niets overgenomen.", file=place, line=line) from error
    except SAXParseException as error:
        raise _broken(error.getMessage(), watch, place, gathering.line, (error.getColumnNumber() or 0) + 1) from error
    except (
        SAXException,
        LookupError,
        ValueError,
    ) as error:  # an encoding that Python does not know, or not in this way
        raise _broken(str(error), watch, place, gathering.line, None) from error


class _TooMuch(Exception):
    """More than a feed can hold."""


@dataclass(slots=True)
class _Open:
    """An element that has not ended yet."""

    name: str
    attributes: dict[str, str]
    line: int
    text: list[str] = field(default_factory=list)
    kept: int = 0


class _Gathering(handler.ContentHandler):
    """Gathers records from SAX events."""

    def __init__(self, wanted: frozenset[Name], locator: Locator) -> None:
        super().__init__()
        self.wanted = wanted
        self.events = 0
        self._depth = 0
        self._open: list[_Open] = []
        self._leaves: list[Leaf] = []
        self._name: Name = (None, "")
        self._ready: list[Record] = []
        self._locator = locator

    @property
    def line(self) -> int:
        """Where the parser is."""
        return self._locator.getLineNumber() or 0

    def take(self) -> list[Record]:
        """The records that became whole since the last time."""
        ready, self._ready = self._ready, []
        return ready

    def startElementNS(self, name: Name, qname: str | None, attrs: AttributesNSImpl) -> None:
        self.events += 1
        self._depth += 1
        if self._depth > DEEPEST:
            raise _TooMuch(f"Er staan meer dan {DEEPEST} elementen in elkaar")
        if not self._open and name not in self.wanted:
            return
        if not self._open:
            self._name = name
        attributes = {local: str(value)[:LONGEST_TEXT] for (_, local), value in attrs.items()}
        self._open.append(_Open(name=name[1], attributes=attributes, line=self.line))
        if len(self._open) + len(self._leaves) > MOST_LEAVES:
            raise _TooMuch(f"Eén product heeft meer dan {MOST_LEAVES} elementen")

    def characters(self, content: str) -> None:
        self.events += 1
        if self._open and self._open[-1].kept < LONGEST_TEXT:
            self._open[-1].text.append(content)
            self._open[-1].kept += len(content)

    def endElementNS(self, name: Name, qname: str | None) -> None:
        self.events += 1
        self._depth -= 1
        if not self._open:
            return
        ended = self._open.pop()
        text = " ".join("".join(ended.text)[:LONGEST_TEXT].split())
        if self._open:
            path = (*(each.name for each in self._open[1:]), ended.name)
            self._leaves.append(Leaf(path=path, attributes=ended.attributes, text=text, line=ended.line))
            return
        self._ready.append(Record(name=self._name, line=ended.line, text=text, leaves=tuple(self._leaves)))
        self._leaves = []


class _Encoding:
    """Watches whether a text that says it is UTF-8 is so."""

    def __init__(self) -> None:
        self.said = ""
        self.wrong = False
        self._decoder: codecs.IncrementalDecoder | None = None
        self._began = False

    def see(self, piece: bytes) -> None:
        """Take note of the next bytes."""
        if not self._began:
            self._began = True
            found = _ENCODING.match(piece[:400].removeprefix(codecs.BOM_UTF8))
            self.said = found[1].decode("ascii") if found else "UTF-8"
            wide = piece.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
            if self.said.upper() in ("UTF-8", "UTF8") and not wide:
                self._decoder = codecs.getincrementaldecoder("utf-8")()
        if self._decoder and not self.wrong:
            try:
                self._decoder.decode(piece)
            except UnicodeDecodeError:
                self.wrong = True


def _broken(said: str, watch: _Encoding, place: str, line: int, column: int | None) -> UserError:
    if watch.wrong:
        what = "Hier staat een teken dat geen UTF-8 is, terwijl het bestand zegt dat het UTF-8 is"
        advice = "Vraag de leverancier om het bestand als UTF-8 te maken, of om er de juiste tekenset boven te zetten."
    elif "encoding" in said:
        what, advice = f"De tekenset {watch.said!r} bestaat niet of klopt niet", "Vraag om een bestand in UTF-8."
    elif "no element" in said or "unclosed" in said:
        what, advice = "Het bestand houdt halverwege op", "Haal de feed opnieuw op."
    else:
        what, advice = f"Dit is geen goede XML ({said})", "Is het wel de XML-feed, en geen webpagina?"
    return UserError(f"{what}. {advice} Er is niets overgenomen.", file=place, line=line, column=column)
