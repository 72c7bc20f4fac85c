"""The accessibility faults that can be planted in the replica, by axe rule and element."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SeededFault:
    """One planted fault: on the page ``path`` the rule ``rule`` fails at the element that carries ``mark``.

    ``mark`` is a value of the attribute data-fout in the element's markup; ``selector`` finds it in its own document.
    ``frame`` says where that lies: "" the page itself, "frame", "geneste frame", "frame van andere server" or "schaduw".
    ``viewport`` is the only width in CSS pixels at which it shows, None for all. ``needs_review`` is True where axe cannot
    decide (incomplete). ``shared`` is True for a fault in the template, which returns on every page of a build.
    """

    rule: str
    path: str
    mark: str
    selector: str
    frame: str = ""
    viewport: int | None = None
    needs_review: bool = False
    shared: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FaultKind:
    """A fault as it can be planted. ``markup`` comes at the end of the main content, ``after`` behind the footer.

    ``{mark}`` is filled with the fault's mark, ``{site}`` and ``{forms}`` with the servers' addresses. ``document`` is the
    body of a framed document that holds the fault, ``inner`` that of a frame inside that frame. ``whole`` changes the page
    itself: lang, lang-invalid, title or viewport.
    """

    rule: str
    key: str
    markup: str = ""
    after: str = ""
    document: str = ""
    inner: str = ""
    frame: str = ""
    whole: str = ""
    viewport: int | None = None
    needs_review: bool = False


PICTURE = '<img src="/bestanden/brug.svg" width="300" height="100" data-fout="{mark}">'
ICON = '<svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true"><circle cx="12" cy="12" r="9"/></svg>'

KINDS_OF_FAULT: tuple[FaultKind, ...] = (
    FaultKind(rule="image-alt", key="foto", markup=f"<p>{PICTURE}</p>"),
    FaultKind(
        rule="color-contrast",
        key="lichtgrijs",
        markup='<p data-fout="{mark}" style="color:#a3a3a3">Deze pagina is het laatst bekeken door de webredactie.</p>',
    ),
    FaultKind(
        rule="label",
        key="veld",
        markup='<p>Was deze pagina duidelijk? <input type="text" size="20" data-fout="{mark}"></p>',
    ),
    FaultKind(
        rule="select-name",
        key="keuze",
        markup='<p><select data-fout="{mark}"><option>Noord</option><option>Zuid</option></select></p>',
    ),
    FaultKind(rule="link-name", key="pictogram", markup=f'<p><a href="/nieuws/" data-fout="{{mark}}">{ICON}</a></p>'),
    FaultKind(
        rule="button-name", key="knop", markup=f'<p><button type="button" data-fout="{{mark}}">{ICON}</button></p>'
    ),
    FaultKind(rule="heading-order", key="kop", markup='<h5 data-fout="{mark}">Onderwerpen in de buurt</h5>'),
    FaultKind(rule="empty-heading", key="lege-kop", markup='<h2 class="utrecht-heading-2" data-fout="{mark}"></h2>'),
    FaultKind(rule="html-has-lang", key="taal", whole="lang"),
    FaultKind(rule="html-lang-valid", key="taalcode", whole="lang-invalid"),
    FaultKind(
        rule="valid-lang",
        key="woord",
        markup='<p>Dit heet ook wel <span lang="engels" data-fout="{mark}">city</span>.</p>',
    ),
    FaultKind(rule="document-title", key="titel", whole="title"),
    FaultKind(rule="meta-viewport", key="zoom", whole="viewport"),
    FaultKind(
        rule="duplicate-id-aria",
        key="dubbel",
        markup='<p id="uitleg-{mark}" data-fout="{mark}">Wijk</p><p id="uitleg-{mark}">Buurt</p>'
        '<input type="text" aria-labelledby="uitleg-{mark}">',
        needs_review=True,
    ),
    FaultKind(
        rule="aria-required-attr",
        key="schuif",
        markup='<div role="slider" tabindex="0" aria-label="Lettergrootte" data-fout="{mark}">Letters</div>',
    ),
    FaultKind(
        rule="aria-valid-attr",
        key="tikfout",
        markup='<p aria-labeld="kaart" data-fout="{mark}">Kijk ook eens op de plattegrond.</p>',
    ),
    FaultKind(
        rule="aria-valid-attr-value",
        key="waarde",
        markup='<p><button type="button" aria-expanded="open" data-fout="{mark}">Meer lezen</button></p>',
    ),
    FaultKind(
        rule="aria-hidden-focus",
        key="verborgen",
        markup='<p aria-hidden="true" data-fout="{mark}"><a class="utrecht-link" href="/nieuws/">Nieuws uit de wijk</a></p>',
    ),
    FaultKind(
        rule="nested-interactive",
        key="genest",
        markup='<div role="button" tabindex="0" data-fout="{mark}">Delen '
        '<a class="utrecht-link" href="/nieuws/">nieuws</a></div>',
    ),
    FaultKind(rule="list", key="lijst", markup='<ul data-fout="{mark}"><p>Noord</p><li>Zuid</li></ul>'),
    FaultKind(rule="listitem", key="bolletje", markup='<div><li data-fout="{mark}">Los bolletje</li></div>'),
    FaultKind(
        rule="definition-list",
        key="begrip",
        markup='<dl data-fout="{mark}"><p>Wijk</p><dt>Noord</dt><dd>Boven</dd></dl>',
    ),
    FaultKind(
        rule="td-headers-attr",
        key="tabel",
        markup='<table class="utrecht-table" data-fout="{mark}">'
        '<tr><th id="wijk-{mark}" scope="col">Wijk</th><th scope="col">Naam</th></tr>'
        '<tr><td headers="bestaat-niet-{mark}">Noord</td><td>Havenbuurt</td></tr></table>',
    ),
    FaultKind(
        rule="svg-img-alt",
        key="tekening",
        markup='<p><svg role="img" width="40" height="40" data-fout="{mark}"><circle cx="20" cy="20" r="15"/></svg></p>',
    ),
    FaultKind(
        rule="tabindex",
        key="tabvolgorde",
        markup='<p><a class="utrecht-link" href="/nieuws/" tabindex="3" data-fout="{mark}">Nieuws</a></p>',
    ),
    FaultKind(
        rule="autocomplete-valid",
        key="aanvullen",
        markup='<p><label>Uw wijk <input type="text" autocomplete="wijknaam" data-fout="{mark}"></label></p>',
    ),
    FaultKind(
        rule="link-in-text-block",
        key="kleurlink",
        markup='<p>Lees verder in <a href="/nieuws/" style="color:#2b4a3e;text-decoration:none" data-fout="{mark}">'
        "het nieuws</a> van vandaag.</p>",
    ),
    FaultKind(rule="region", key="los", after='<div data-fout="{mark}">Deze tekst staat buiten de pagina.</div>'),
    FaultKind(
        rule="landmark-unique",
        key="zijmenu",
        markup='<nav data-fout="{mark}"><a class="utrecht-link" href="/nieuws/">Noord</a></nav>'
        '<nav><a class="utrecht-link" href="/privacy/">Zuid</a></nav>',
    ),
    FaultKind(
        rule="frame-title",
        key="kaart",
        markup='<iframe src="/frames/{mark}" width="300" height="120" data-fout="{mark}"></iframe>',
        document="<p>Plattegrond van de buurt.</p>",
    ),
    FaultKind(
        rule="image-alt",
        key="in-frame",
        markup='<iframe src="/frames/{mark}" width="320" height="160" title="Foto van de wijk"></iframe>',
        document=f"<p>{PICTURE}</p>",
        frame="frame",
    ),
    FaultKind(
        rule="label",
        key="in-vreemd-frame",
        markup='<iframe src="{forms}/frames/{mark}" width="320" height="120" title="Uw mening"></iframe>',
        document='<p>Uw cijfer <input type="text" size="3" data-fout="{mark}"></p>',
        frame="frame van andere server",
    ),
    FaultKind(
        rule="link-name",
        key="in-genest-frame",
        markup='<iframe src="/frames/{mark}" width="360" height="200" title="Wijkkrant"></iframe>',
        document='<iframe src="/frames/{mark}-binnen" width="320" height="120" title="Voorpagina"></iframe>',
        inner=f'<p><a href="/nieuws/" data-fout="{{mark}}">{ICON}</a></p>',
        frame="geneste frame",
    ),
    FaultKind(
        rule="button-name",
        key="in-schaduw",
        markup='<stad-beoordeling data-merk="{mark}"></stad-beoordeling>',
        frame="schaduw",
    ),
    FaultKind(
        rule="image-alt",
        key="alleen-smal",
        markup=f'<p class="stad-smal">{PICTURE}</p>',
        viewport=320,
    ),
    FaultKind(
        rule="color-contrast",
        key="op-foto",
        markup='<div class="stad-fotovlak"><p data-fout="{mark}">De brug bij avond</p></div>',
        needs_review=True,
    ),
)

HEADER_FAULT = ("button-name", "kop-zoekknop", "loket")
"""The fault in the shared header: rule, mark, and the build on whose every page it stands."""
