"""The addresses for other programs, version 1: Dutch names with their units, pages, stable ids."""

from __future__ import annotations

from datetime import date, datetime

from django.http import HttpRequest
from ninja import Field, NinjaAPI, Query, Schema, Status
from ninja.errors import HttpError, ValidationError
from pydantic import ConfigDict

from model.errors import UserError
from model.finding import ELEMENTS, CheckResult
from model.reliability import Sureness
from model.run import Run
from reports import words
from reports.figures import coverage_figures, element_figures
from reports.matrix import Cell, Row
from reports.sentences import sentence
from web.gate import told_of
from web.identity import issue_id
from web.told import Told
from web.views.concept import as_page, judge_draft

api = NinjaAPI(
    title="Goedgeregeld",
    version="1",
    description=(
        "Metingen van de productpagina's van een gemeente op servicenorm 7 en 8 en op toegankelijkheid. "
        "Lezen kan met een sleutel (Authorization: Bearer) of ingelogd in de webapp; in de openbare stand zonder."
    ),
    docs_url=None,
    urls_namespace="api-1",
)

LARGEST_PAGE = 500


class Shown(Schema):
    """What is shown comes from frozen data; unknown fields in a question are refused."""

    model_config = ConfigDict(extra="forbid")


class Meting(Shown):
    """Een meting over de hele productcatalogus."""

    id: str
    begonnen: datetime
    klaar: datetime | None
    toestand: str = Field(description="bezig, volledig of onvolledig")
    reden: str
    site: str
    peildatum: date
    catalogus_sha256: str
    versie_goedgeregeld: str
    versie_axe: str
    versie_controles: dict[str, int]


class Dekking(Shown):
    """Het aandeel producten dat aan een norm voldoet. Aandelen zijn breuken van 1."""

    norm: int
    cluster: str | None = Field(description="null: alle clusters samen")
    zin: str
    lijn: float
    aantal_telt_mee: int
    aantal_voldoet: int
    aantal_voldoet_niet: int
    aantal_onbekend: int
    aantal_voldoet_niet_of_telt_niet_mee: int
    aantal_bij_andere_organisatie: int
    ondergrens: float | None
    bovengrens: float | None
    marge_ondergrens: float | None = Field(description="het aandeel als meetelt hoe vaak het programma zich vergist")
    marge_bovengrens: float | None
    marge_schatting: float | None
    marge_aantal_paginas: int | None = Field(description="pagina's waarover ook mensen oordeelden")
    oordeel: str


class Onderdeel(Shown):
    """Het aandeel producten met een onderdeel van servicenorm 7 in orde, met zijn marge."""

    onderdeel: str
    aantal_in_orde: int
    aantal_producten: int
    marge_ondergrens: float | None
    marge_bovengrens: float | None
    marge_schatting: float | None
    marge_aantal_paginas: int | None


class Zekerheid(Shown):
    """Hoe vaak mensen het eens waren met een oordeel als dit."""

    aantal_eens: int
    aantal_paginas: int
    aandeel: float
    ondergrens: float
    bovengrens: float
    rust_op: str = Field(description="reden: pagina's met dezelfde reden; controle: alle pagina's van deze controle")


class Citaat(Shown):
    """Woorden op een pagina waarop een oordeel rust."""

    adres: str
    selector: str
    tekst: str
    vindplaats: str = Field(description="adres dat de pagina opent bij deze woorden")


class Element(Shown):
    """Het oordeel over één onderdeel van één product."""

    product: str
    onderdeel: str
    oordeel: str
    lijkt_op: str | None = Field(None, description="het oordeel van het programma, waar een mens moet kijken")
    zekerheid: Zekerheid | None = None
    bericht: str
    om_over_te_nemen: str = Field("", description="zin die een redacteur kan invullen en plakken")
    citaten: list[Citaat]


class Product(Shown):
    """Een product met zijn oordelen."""

    id: str
    naam: str
    cluster: str
    eigenaar: str
    adres: str
    toestand: str
    servicenorm_7: str
    servicenorm_8: str
    oorzaak_onbekend_7: str
    oorzaak_onbekend_8: str
    onderdelen: dict[str, str]


class Knelpunt(Shown):
    """Een regel van axe in een onderdeel van de site. soort: knelpunt, goede gewoonte of nog te beoordelen."""

    id: str
    soort: str
    regel: str
    omschrijving: str
    impact: str
    succescriteria: list[str]
    en_301_549: list[str]
    onderdeel: str
    in_sjabloon: bool
    breedtes_in_pixels: list[int]
    aantal_paginas: int
    aantal_plaatsen: int


class Blad(Shown):
    """Welk deel van een lijst dit is."""

    aantal: int = Field(description="aantal regels van de hele lijst")
    vanaf: int
    volgende: int | None = Field(description="waarde van vanaf voor het volgende deel")


class Metingen(Blad):
    """Metingen, nieuwste eerst."""

    metingen: list[Meting]


class Producten(Blad):
    """Producten van een meting, op cluster en naam."""

    meting: str
    producten: list[Product]


class Elementen(Blad):
    """Oordelen van een meting."""

    meting: str
    elementen: list[Element]


class Knelpunten(Blad):
    """Knelpunten van een meting, zwaarste eerst."""

    meting: str
    knelpunten: list[Knelpunt]


class Dekkingen(Shown):
    """De dekking van beide normen, in totaal en per cluster."""

    meting: str
    dekking: list[Dekking]
    onderdelen: list[Onderdeel]


class Concept(Shown):
    """Een pagina die nog niet is gepubliceerd."""

    html: str = Field(description="de pagina in HTML, of gewone tekst", max_length=3_000_000)
    naam: str = Field("", description="naam van het product", max_length=300)
    adres: str = Field("", description="adres waarop de pagina komt te staan", max_length=2000)


class Toets(Shown):
    """De oordelen over een concept."""

    elementen: list[Element]


class Fout(Shown):
    """Wat er mis is en wat u kunt doen."""

    fout: str


class Deel(Schema):
    """Which part of a list is asked."""

    vanaf: int = Field(0, ge=0, le=10_000_000, description="hoeveel regels worden overgeslagen")
    aantal: int = Field(100, ge=1, le=LARGEST_PAGE, description="hoeveel regels hoogstens worden gegeven")
    meting: str = Field("", description="id van de meting; leeg: de nieuwste", max_length=200)


@api.get("/metingen", response=Metingen, url_name="metingen", summary="Alle metingen, nieuwste eerst")
def runs(request: HttpRequest, deel: Query[Deel]) -> object:
    """Lijst van metingen."""
    told = told_of(request)
    shown, page = _part(told.runs, deel)
    return {**page, "metingen": [_run(told, run) for run in shown]}


@api.get("/metingen/{meting_id}", response={200: Meting, 404: Fout}, url_name="meting", summary="Eén meting")
def one_run(request: HttpRequest, meting_id: str) -> object:
    """Een meting met haar versies en haar toestand."""
    told = told_of(request)
    run = next((run for run in told.runs if run.id == meting_id), None)
    return _run(told, run) if run else Status(404, {"fout": "Deze meting bestaat niet."})


@api.get(
    "/dekking",
    response=Dekkingen,
    url_name="dekking",
    summary="Dekking van servicenorm 7 en 8, in totaal en per cluster",
)
def coverage(request: HttpRequest, meting: str = "") -> object:
    """Dezelfde cijfers als in het rapport."""
    told = _measured(request)
    found = [
        {"norm": norm.norm, "cluster": name, "zin": sentence(part), **coverage_figures(part)}
        for norm in told.overview().norms
        for name, part in [(None, norm), *norm.by_cluster.items()]
    ]
    everything = told.overview()
    names = Onderdeel.model_fields
    elements = [
        {
            name: value
            for name, value in {"onderdeel": each, **element_figures(everything, each)}.items()
            if name in names
        }
        for each in ELEMENTS
    ]
    return {"meting": told.run.id, "dekking": found, "onderdelen": elements}


@api.get("/producten", response=Producten, url_name="producten", summary="Producten met hun oordelen")
def products(request: HttpRequest, deel: Query[Deel], cluster: str = "", norm7: str = "", norm8: str = "") -> object:
    """De producten van de catalogus. De keuzes heten zoals in het adres van het scherm Producten."""
    from web.views.products import chosen_rows

    told = _measured(request)
    everything = told.overview()
    rows = chosen_rows(told, everything, {"cluster": cluster, "norm7": norm7, "norm8": norm8})
    shown, page = _part(rows, deel)
    return {**page, "meting": told.run.id, "producten": [_product(row) for row in shown]}


@api.get("/producten/{product_id}", response={200: Product, 404: Fout}, url_name="product", summary="Eén product")
def one_product(request: HttpRequest, product_id: str, meting: str = "") -> object:
    """Een product met zijn oordelen."""
    row = next((row for row in _measured(request).overview().rows if row.product.id == product_id), None)
    return _product(row) if row else Status(404, {"fout": "Dit product staat niet in de productcatalogus."})


@api.get("/elementen", response=Elementen, url_name="elementen", summary="Oordelen per onderdeel, met citaten")
def elements(
    request: HttpRequest, deel: Query[Deel], product: str = "", onderdeel: str = "", oordeel: str = ""
) -> object:
    """Eén regel per product en onderdeel."""
    told = _measured(request)
    cells = [
        (row, cell)
        for row in told.overview().rows
        if not product or row.product.id == product
        for cell in row.cells
        if (not onderdeel or cell.question == onderdeel) and (not oordeel or cell.outcome.value == oordeel)
    ]
    shown, page = _part(cells, deel)
    found = [_element(row.product.id, cell.question, cell.outcome.value, cell) for row, cell in shown]
    return {**page, "meting": told.run.id, "elementen": found}


@api.get("/knelpunten", response=Knelpunten, url_name="knelpunten", summary="Toegankelijkheid per regel en onderdeel")
def issues(request: HttpRequest, deel: Query[Deel], soort: str = "") -> object:
    """Wat de automatische test vond. Dit zegt nooit of de site aan de wet voldoet."""
    told = _measured(request)
    found = [issue for issue in told.accessibility().issues if not soort or issue.kind.value == soort]
    shown, page = _part(found, deel)
    lines = [
        {
            "id": issue_id(issue),
            "soort": issue.kind.value,
            "regel": issue.rule_id,
            "omschrijving": issue.name,
            "impact": words.IMPACT_WORDS.get(issue.impact, issue.impact),
            "succescriteria": [criterion.number for criterion in issue.criteria] + list(issue.other_criteria),
            "en_301_549": [criterion.clause for criterion in issue.criteria],
            "onderdeel": issue.component,
            "in_sjabloon": issue.template,
            "breedtes_in_pixels": list(issue.viewports),
            "aantal_paginas": len(issue.pages),
            "aantal_plaatsen": len(issue.places),
        }
        for issue in shown
    ]
    return {**page, "meting": told.run.id, "knelpunten": lines}


@api.post("/toets", response={200: Toets, 400: Fout}, url_name="toets", summary="Beoordeel een pagina vóór publicatie")
def draft(request: HttpRequest, concept: Concept) -> object:
    """Voor een CMS: stuur de pagina en toon de redacteur de oordelen. Er wordt niets bewaard."""
    if concept.adres and not concept.adres.startswith(("http://", "https://")):
        raise UserError("Het adres begint niet met http:// of https://.")
    _, results = judge_draft(as_page(concept.html), name=concept.naam, url=concept.adres)
    return {"elementen": [_element("concept", each.check_id, each.finding.outcome.value, each) for each in results]}


@api.exception_handler(UserError)
def told_mistake(request: HttpRequest, mistake: UserError) -> object:
    """A person's mistake, in Dutch."""
    return api.create_response(request, {"fout": str(mistake)}, status=400)


@api.exception_handler(ValidationError)
def wrong_question(request: HttpRequest, mistake: ValidationError) -> object:
    """A question in the wrong form: which field, and what is wrong with it."""
    places = sorted({str(each["loc"][-1]) for each in mistake.errors})
    message = f"Deze vraag klopt niet. Kijk naar: {', '.join(places)}. Wat mag, staat in /api/v1/openapi.json."
    return api.create_response(request, {"fout": message}, status=422)


@api.exception_handler(HttpError)
def refused(request: HttpRequest, mistake: HttpError) -> object:
    """What the framework itself refuses, such as a body that is no JSON."""
    return api.create_response(request, {"fout": "Deze vraag is geen geldige JSON."}, status=mistake.status_code)


def _measured(request: HttpRequest) -> Told:
    told = told_of(request)
    if told.chosen is None:
        raise UserError("Er is nog geen meting.")
    return told


def _part(lines: object, deel: Deel) -> tuple[list[object], dict[str, object]]:
    whole = list(lines)  # type: ignore[call-overload]
    end = deel.vanaf + deel.aantal
    return whole[deel.vanaf : end], {
        "aantal": len(whole),
        "vanaf": deel.vanaf,
        "volgende": end if end < len(whole) else None,
    }


def _run(told: Told, run: Run) -> dict[str, object]:
    return {
        "id": run.id,
        "begonnen": run.started_at,
        "klaar": run.finished_at,
        "toestand": run.state.value,
        "reden": run.reason,
        "site": run.site,
        "peildatum": told.summary(run).day,
        "catalogus_sha256": run.catalog_sha256,
        "versie_goedgeregeld": run.tool_version,
        "versie_axe": run.axe_version,
        "versie_controles": dict(run.check_versions),
    }


def _product(row: Row) -> dict[str, object]:
    return {
        "id": row.product.id,
        "naam": row.product.name,
        "cluster": row.cluster,
        "eigenaar": row.product.owner,
        "adres": row.address,
        "toestand": row.state.value,
        "servicenorm_7": row.seven.met.value,
        "servicenorm_8": row.eight.met.value,
        "oorzaak_onbekend_7": row.seven.cause,
        "oorzaak_onbekend_8": row.eight.cause,
        "onderdelen": {cell.question: cell.outcome.value for cell in row.cells},
    }


def _sureness(found: Sureness | None) -> dict[str, object] | None:
    if found is None:
        return None
    low, high = found.interval
    return {
        "aantal_eens": found.agreed,
        "aantal_paginas": found.pages,
        "aandeel": found.share,
        "ondergrens": low,
        "bovengrens": high,
        "rust_op": "reden" if found.of_reason else "controle",
    }


def _element(product: str, question: str, outcome: str, said: Cell | CheckResult) -> dict[str, object]:
    return {
        "product": product,
        "onderdeel": question,
        "oordeel": outcome,
        "lijkt_op": said.leaning.value if said.leaning else None,
        "zekerheid": _sureness(said.sureness),
        "bericht": said.message,
        "om_over_te_nemen": said.paste,
        "citaten": [
            {
                "adres": each.url,
                "selector": each.selector,
                "tekst": each.quote,
                "vindplaats": each.link if each.quote else each.url,
            }
            for each in (said.evidence if isinstance(said, Cell) else said.finding.evidence)
        ],
    }
