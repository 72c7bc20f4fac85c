"""Official feeds of 600 products in our own words, after the standards, with known faults and known changes."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from crawler.catalog import COLUMNS

SITE = "https://www.rotterdam.nl"
TODAY = date(2026, 11, 24)
OPEN = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<overheidproduct:scproducten xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:overheid="http://standaarden.overheid.nl/owms/terms/" '
    'xmlns:overheidproduct="http://standaarden.overheid.nl/product/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xsi:schemaLocation="http://standaarden.overheid.nl/product/terms/ http://standaarden.overheid.nl/sc/4.0/xsd/sc.xsd">\n'
)
CLOSE = "</overheidproduct:scproducten>\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """One product as the feed writes it; every optional element of the standard is there."""

    number: str
    title: str
    url: str
    language: str = "nl"
    modified: str = "2026-10-01"
    authority: str = "Rotterdam"
    audiences: tuple[str, ...] = ("particulier",)
    abstract: str = "Vraag het product aan bij de gemeente."
    online: str = "digid"
    apply_url: str = "https://formulieren.rotterdam.nl/aanvraag"
    upl: tuple[str, str] = ("paspoort", "http://standaarden.overheid.nl/owms/terms/paspoort")

    def xml(self) -> str:
        place = 'scheme="overheid:Gemeente" resourceIdentifier="http://standaarden.overheid.nl/owms/terms/Rotterdam_(gemeente)"'
        upl = f'scheme="overheid:UniformeProductnaam" resourceIdentifier={quoteattr(self.upl[1])}'
        related = 'scheme="overheid:UniformeProductnaam" resourceIdentifier="http://standaarden.overheid.nl/owms/terms/rijbewijs"'
        html = f"<h1>{self.title}</h1><p>Lees hier hoe het werkt.</p>"
        audiences = "".join(
            f'<dcterms:audience scheme="overheid:Doelgroep">{escape(each)}</dcterms:audience>'
            for each in self.audiences
        )
        apply_url = (
            f"<overheidproduct:aanvraagURL resourceIdentifier={quoteattr(self.apply_url)}/>" if self.apply_url else ""
        )
        return (
            '<overheidproduct:scproduct owms-version="4.0"><overheidproduct:meta><overheidproduct:owmskern>'
            f"<dcterms:identifier>{escape(self.url)}</dcterms:identifier><dcterms:title><![CDATA[{self.title}]]></dcterms:title>"
            f"<dcterms:language>{self.language}</dcterms:language>"
            '<dcterms:type scheme="overheid:Informatietype">productbeschrijving</dcterms:type>'
            f"<dcterms:modified>{self.modified}</dcterms:modified>"
            f"<dcterms:spatial {place}>Rotterdam</dcterms:spatial>"
            f"<overheid:authority {place}>{escape(self.authority)}</overheid:authority>"
            f"</overheidproduct:owmskern><overheidproduct:owmsmantel>{audiences}<dcterms:subject>Burgerzaken</dcterms:subject>"
            f"<dcterms:abstract>{escape(self.abstract)}</dcterms:abstract></overheidproduct:owmsmantel><overheidproduct:scmeta>"
            f"<overheidproduct:productID>{escape(self.number)}</overheidproduct:productID>"
            f"<overheidproduct:onlineAanvragen>{escape(self.online)}</overheidproduct:onlineAanvragen>{apply_url}"
            "<overheidproduct:eenmaligAanmelden>nee</overheidproduct:eenmaligAanmelden>"
            '<overheidproduct:contactpunt resourceIdentifier="https://www.rotterdam.nl/contact"/>'
            f"<overheidproduct:uniformeProductnaam {upl}>{escape(self.upl[0])}</overheidproduct:uniformeProductnaam>"
            f"<overheidproduct:gerelateerdProduct {related}>rijbewijs</overheidproduct:gerelateerdProduct>"
            "</overheidproduct:scmeta></overheidproduct:meta><overheidproduct:body><overheidproduct:productHTML>"
            f"<![CDATA[{html}]]></overheidproduct:productHTML></overheidproduct:body>"
            "</overheidproduct:scproduct>\n"
        )


def products(amount: int = 600) -> list[Made]:
    """Products without a fault."""
    return [Made(number=str(n), title=f"Product {n}", url=f"{SITE}/product-{n}") for n in range(amount)]


def feed(made: list[Made]) -> str:
    """The whole file."""
    return OPEN + "".join(each.xml() for each in made) + CLOSE


def catalog(file: Path, made: list[Made], extra: str = "notitie") -> Path:
    """A catalog that says the same as the products, with hand-made cells in the other columns and in one column more."""
    lines = [",".join((*COLUMNS, extra))]
    for each in made:
        cells = {
            "id": f"p-{each.number}",
            "naam": each.title,
            "urls": each.url,
            "cluster": "Dienstverlening",
            "doelgroep": "inwoner",
            "thema": f"Thema {each.number}",
            "upl": each.upl[0],
            "online_mogelijk": "ja",
            "kosten_van_toepassing": "nee",
            "termijn_van_toepassing": "onbekend",
            "eigenaar": '"Team ""Web"", zuid"',
            extra: "met de hand",
        }
        lines.append(",".join(cells.get(column, "") for column in (*COLUMNS, extra)))
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file


FAULTS: dict[str, dict[str, Any]] = {
    "geen_titel": {"title": ""},
    "geen_adres": {"url": "/product-x"},
    "dubbel_adres": {"url": f"{SITE}/product-0/"},
    "dubbel_nummer": {"number": "0"},
    "buiten_de_site": {"url": "https://www.elders.example/product"},
    "andere_gemeente": {"authority": "Barendrecht"},
    "andere_taal": {"language": "en"},
    "online_onbekend": {"online": "soms"},
    "geen_aanvraagadres": {"apply_url": ""},
    "geen_datum": {"modified": "gisteren"},
    "toekomst": {"modified": "2031-01-01"},
    "doelgroep_onbekend": {"audiences": ("dieren",)},
    "upl_onbekend": {"upl": ("vliegend tapijt", "http://standaarden.overheid.nl/owms/terms/vliegend_tapijt")},
    "upl_strijdig": {"upl": ("paspoort", "http://standaarden.overheid.nl/owms/terms/rijbewijs")},
    "formule": {"title": '=HYPERLINK("http://x.example")'},
}
"""Each kind of fault with what it changes in a product."""


def planted(made: list[Made], first: int) -> list[Made]:
    """The products with one fault of each kind, from the place ``first`` on."""
    faulty = [replace(made[first + place], **change) for place, change in enumerate(FAULTS.values())]
    return [*made[:first], *faulty, *made[first + len(faulty) :]]


def sdg_product(name: str, uri: str, **text: object) -> dict[str, Any]:
    """One product as the SDG API gives it."""
    product = {name: text.pop(name) for name in ("productAanwezig", "productValtOnder") if name in text}
    return {
        "url": f"https://sdg.example/api/v1/producten/{name}",
        "uuid": f"uuid-{name}",
        "upnLabel": name,
        "upnUri": uri,
        "publicatieDatum": "2026-09-01",
        "productAanwezig": True,
        "productValtOnder": None,
        "verantwoordelijkeOrganisatie": {"owmsPrefLabel": "Rotterdam", "owmsIdentifier": "http://x.example/r"},
        "locaties": [],
        "doelgroep": "eu-burger",
        "beschikbareTalen": ["nl", "en"],
        "vertalingen": [
            {"taal": "en", "titel": "Passport", "datumWijziging": "2026-09-02T10:00:00Z"},
            {"taal": "nl", "titel": name.capitalize(), "datumWijziging": "2026-09-03T10:00:00Z", **text},
        ],
        **product,
    }


def sdg_page(products: list[dict[str, Any]], following: str | None = None) -> bytes:
    """One page of the API's list."""
    return json.dumps({"count": len(products), "next": following, "previous": None, "results": products}).encode()
