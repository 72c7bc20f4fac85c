"""Whatever bytes a server sends, reading them gives a page, soon."""

from __future__ import annotations

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from model.page import LinkKind
from pages import parse_page

URL = "https://www.voorbeeld.nl/product"


def page_text(html: str) -> str:
    return "\n".join(section.text for section in parse_page(html.encode(), url=URL).sections)


@settings(max_examples=150, deadline=None)
@given(
    st.binary(max_size=600),
    st.sampled_from(["", "text/html; charset=utf-8", "text/html; charset=utf-16", "x/y; charset=??"]),
)
def test_no_bytes_make_reading_fail(body: bytes, content_type: str) -> None:
    assert parse_page(body, url=URL, content_type=content_type).url == URL


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<table>",
                "<tr>",
                "<td",
                "colspan=x>",
                "</td>",
                "<main>",
                "<h1>",
                "<details>",
                "<summary>",
                "<a",
                "href='http://['>",
                "<dl>",
                "<dt>",
                "<dd>",
                "<br>",
                "<frameset>",
                "<svg>",
                "tekst",
                "&#0;",
                "&nbsp;",
                "<button>",
                "<form",
                "action=x>",
                "<input",
                "type=submit>",
            ]
        ),
        max_size=60,
    )
)
def test_no_heap_of_tags_makes_reading_fail(tags: list[str]) -> None:
    assert isinstance(parse_page("".join(tags).encode(), url=URL).sections, tuple)


def test_a_page_of_ten_megabytes_is_read_within_seconds() -> None:
    body = (
        "<html><body><main><h1>Groot</h1>" + "<p>Dit is een gewone zin van een grote pagina.</p>" * 200_000
    ).encode()
    started = time.monotonic()
    page = parse_page(body, url=URL)
    assert len(page.sections[0].blocks) > 100_000
    assert time.monotonic() - started < 30


def test_ten_thousand_levels_deep_is_no_reason_to_fail() -> None:
    page = parse_page(b"<html><body><h1>Diep</h1>" + b"<div>" * 10_000 + b"bodem", url=URL)
    assert page.sections[0].heading == "Diep"


def test_a_hundred_thousand_links_are_read() -> None:
    body = "<main><h1>Links</h1><p>" + "<a href='/a'>a</a> " * 100_000 + "</p></main>"
    assert len(parse_page(body.encode(), url=URL).sections[0].links) == 100_000


def test_headings_written_as_bold_paragraphs_are_sections() -> None:
    page = parse_page(b"<body><h1>Akte</h1><p><b>Kosten</b></p><p>&euro; 12</p></body>", url=URL)
    assert [section.heading for section in page.sections] == ["Akte", "Kosten"]


def test_a_table_cell_knows_its_column_and_row_also_across_columns() -> None:
    html = (
        "<main><h1>Pas</h1><table><tr><th>Soort</th><th colspan='2'>Tarief</th></tr>"
        "<tr><td>Gewone pas</td><td>€ 5</td><td>€ 9</td></tr></table></main>"
    )
    labels = {block.text: block.labels for _, block in parse_page(html.encode(), url=URL).blocks()}
    assert labels["€ 5"] == ("Tarief", "Gewone pas")
    assert labels["€ 9"] == ("Tarief", "Gewone pas")


def test_the_only_cell_of_a_first_row_heads_the_whole_table() -> None:
    html = "<main><h1>Pas</h1><table><tr><th>Kosten 2024</th></tr><tr><td>Pas</td><td>€ 5</td></tr></table></main>"
    labels = {block.text: block.labels for _, block in parse_page(html.encode(), url=URL).blocks()}
    assert "Kosten 2024" in labels["€ 5"]


def test_a_row_of_figures_is_no_head_for_the_row_below_it() -> None:
    html = (
        "<main><h1>Pas</h1><table><tr><td>Pas</td><td>€ 5</td></tr><tr><td>Kaart</td><td>€ 9</td></tr></table></main>"
    )
    labels = {block.text: block.labels for _, block in parse_page(html.encode(), url=URL).blocks()}
    assert labels["€ 9"] == ("Kaart",)


def test_upper_case_tags_several_articles_and_lines_broken_by_br_are_read() -> None:
    html = "<BODY><ARTICLE><H1>Pas</H1><P>een<BR>twee</P></ARTICLE><ARTICLE><H2>Kosten</H2><P>drie</P></ARTICLE></BODY>"
    assert page_text(html).split("\n") == ["Pas", "een", "twee", "Kosten", "drie"]


def test_text_in_divs_only_is_read_line_by_line() -> None:
    assert page_text("<div>Pas</div><div><div>Kosten</div><div>€ 5</div></div>").split("\n") == ["Pas", "Kosten", "€ 5"]


def test_a_broken_euro_sign_is_read_as_it_stands() -> None:
    assert "â‚¬ 5" in page_text("<main><p>De pas kost op dit moment nog steeds â‚¬ 5</p></main>")


def test_a_button_a_link_that_looks_like_one_and_a_form_are_told_apart() -> None:
    html = (
        "<main><h1>Pas</h1><p>Zie <a href='/a'>hier</a>.</p><a class='utrecht-button-link' href='/b'>Aanvragen</a>"
        "<form action='https://formulieren.voorbeeld.nl/c'><button>Verder</button></form></main>"
    )
    links = [link for section in parse_page(html.encode(), url=URL).sections for link in section.links]
    assert [(link.kind, link.url.rsplit("/", 1)[1]) for link in links] == [
        (LinkKind.LINK, "a"),
        (LinkKind.KNOP, "b"),
        (LinkKind.FORMULIER, "c"),
    ]


def test_a_closed_panel_is_read_and_marked() -> None:
    page = parse_page(
        "<main><h1>Pas</h1><details><summary>Wat kost het?</summary><p>€ 5</p></details><p>Tot slot.</p></main>".encode(),
        url=URL,
    )
    assert [(section.heading, section.collapsed) for section in page.sections] == [
        ("Pas", False),
        ("Wat kost het?", True),
        ("Pas", False),
    ]
