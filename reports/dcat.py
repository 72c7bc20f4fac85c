"""The open data's own description for a data portal: DCAT-AP-NL 3.0 (Geonovum), as JSON-LD or Turtle."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

from rdflib import BNode, Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCAT, DCTERMS, FOAF, RDF, XSD

from reports.open_data import LICENSE
from reports.tertaal_report import TertaalReport

_VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
_EU = "http://publications.europa.eu/resource/authority/"
_OWMS = "http://standaarden.overheid.nl/owms/terms/"
_IANA = "https://www.iana.org/assignments/media-types/"
FORMS = {"jsonld": "json-ld", "ttl": "turtle"}
"""How a file's name ends, and what rdflib calls that form."""


def dcat(reports: Sequence[TertaalReport], *, base: str, csv_name: str, contact: str) -> Graph:
    """Catalog, dataset and distribution. ``base`` is the address (with a closing slash) at which the files are published.

    ``contact`` is the organisation's mail or web address; who works there stands nowhere. ``reports`` are oldest first, at
    least one.
    """
    first, last = reports[0], reports[-1]
    municipality = last.told.municipality
    graph = Graph()
    for prefix, space in (("dcat", DCAT), ("dct", DCTERMS), ("foaf", FOAF), ("vcard", _VCARD)):
        graph.bind(prefix, space)
    place = URIRef(f"{_OWMS}{quote(municipality.replace(' ', '_'))}_(gemeente)")
    catalog, dataset, file = (URIRef(base + part) for part in ("#catalogus", "#dekking", csv_name))
    _agent(graph, place, municipality)
    title = f"Servicenormen 7 en 8: productinformatie van de gemeente {municipality}"
    description = (
        f"Per tertaal en cluster: hoeveel producten van de gemeente {municipality} op de website vertellen hoe en waar "
        "inwoners iets regelen, wat het kost en hoe lang het duurt (servicenorm 7), en hoeveel online aan te vragen zijn "
        "(servicenorm 8). "
        "Automatisch gemeten met Goedgeregeld; wat niet vaststaat, staat er als onbekend bij."
    )
    for node, kind in ((catalog, DCAT.Catalog), (dataset, DCAT.Dataset)):
        graph.add((node, RDF.type, kind))
        graph.add((node, DCTERMS.title, Literal(title, lang="nl")))
        graph.add((node, DCTERMS.description, Literal(description, lang="nl")))
        graph.add((node, DCTERMS.publisher, place))
        graph.add((node, DCTERMS.language, URIRef(f"{_EU}language/NLD")))
        graph.add((node, DCAT.contactPoint, _contact(graph, municipality, contact)))
    graph.add((catalog, DCTERMS.license, URIRef(LICENSE)))
    graph.add((catalog, DCAT.dataset, dataset))
    graph.add((dataset, DCTERMS.identifier, Literal(str(dataset))))
    graph.add((dataset, DCTERMS.creator, place))
    graph.add((dataset, DCTERMS.accessRights, URIRef(f"{_EU}access-right/PUBLIC")))
    graph.add((dataset, DCAT.theme, URIRef(f"{_EU}data-theme/GOVE")))
    graph.add((dataset, DCTERMS.accrualPeriodicity, URIRef(f"{_EU}frequency/ANNUAL_3")))
    graph.add((dataset, DCTERMS.modified, Literal(last.told.day.isoformat(), datatype=XSD.date)))
    for word in ("dienstverlening", "servicenormen", "productinformatie", "gemeente"):
        graph.add((dataset, DCAT.keyword, Literal(word, lang="nl")))
    period = BNode()
    graph.add((dataset, DCTERMS.temporal, period))
    graph.add((period, RDF.type, DCTERMS.PeriodOfTime))
    graph.add((period, DCAT.startDate, Literal(first.tertaal.first.isoformat(), datatype=XSD.date)))
    graph.add((period, DCAT.endDate, Literal(last.tertaal.last.isoformat(), datatype=XSD.date)))
    graph.add((dataset, DCAT.distribution, file))
    _file(graph, file, base, title, last)
    return graph


def _agent(graph: Graph, place: URIRef, municipality: str) -> None:
    graph.add((place, RDF.type, FOAF.Agent))
    graph.add((place, FOAF.name, Literal(f"Gemeente {municipality}", lang="nl")))


def _contact(graph: Graph, municipality: str, contact: str) -> BNode:
    node = BNode()
    graph.add((node, RDF.type, _VCARD.Kind))
    graph.add((node, _VCARD.fn, Literal(f"Gemeente {municipality}")))
    if "@" in contact:
        graph.add((node, _VCARD.hasEmail, URIRef(f"mailto:{contact}")))
    elif contact:
        graph.add((node, _VCARD.hasURL, URIRef(contact)))
    return node


def _file(graph: Graph, file: URIRef, base: str, title: str, last: TertaalReport) -> None:
    graph.add((file, RDF.type, DCAT.Distribution))
    graph.add((file, DCTERMS.title, Literal(f"{title} (CSV)", lang="nl")))
    graph.add(
        (file, DCTERMS.description, Literal("Een regel per tertaal, norm en cluster, beschreven met CSVW.", lang="nl"))
    )
    graph.add((file, DCAT.accessURL, file))
    graph.add((file, DCAT.downloadURL, file))
    graph.add((file, DCTERMS.license, URIRef(LICENSE)))
    graph.add((file, DCTERMS["format"], URIRef(f"{_EU}file-type/CSV")))
    graph.add((file, DCAT.mediaType, URIRef(f"{_IANA}text/csv")))
    graph.add((file, DCTERMS.conformsTo, URIRef("http://www.w3.org/ns/csvw")))
    graph.add((file, DCTERMS.modified, Literal(last.told.day.isoformat(), datatype=XSD.date)))
