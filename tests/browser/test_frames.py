"""Frames of any origin and depth and open shadow roots are tested; those that are not are named."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Audit, Site, document, faults

pytestmark = pytest.mark.browser


def test_frames_of_any_origin_and_depth_and_shadow_roots_are_tested(site: Site, audit: Audit) -> None:
    site.pages = {
        "/top": document(
            f'<iframe title=a src="{site.elsewhere}/middle"></iframe><iframe title=b src="/deep"></iframe>'
            '<iframe title=c sandbox src="/deep"></iframe><iframe title=d srcdoc="<input>"></iframe><iframe title=e></iframe>'
            "<div id=host></div><script>host.attachShadow({mode:'open'}).innerHTML="
            "`<input><iframe title=f src='/deep'></iframe>`</script>"
        ),
        "/middle": document(f'<iframe title=m src="{site.here}/deep"></iframe>'),
        "/deep": document("<input>"),
    }
    (scan,) = audit(f"{site.here}/top")
    assert {target for rule, target in faults(scan) if rule == "label"} == {
        """['iframe[title="a"]', 'iframe', 'input']""",
        """['iframe[title="b"]', 'input']""",
        """['iframe[title="c"]', 'input']""",
        """['iframe[title="d"]', 'input']""",
        """[['#host', 'input']]""",
        """[['#host', 'iframe[title="f"]'], 'input']""",
    }
    assert scan.frames_not_tested == ()


def test_frames_that_cannot_be_tested_are_listed_with_their_reason(site: Site, audit: Audit) -> None:
    site.pages = {
        "/top": document(f'<img src=/i.png><iframe title=stil src="{site.elsewhere}/middle"></iframe>'),
        "/middle": document(""),
    }
    (scan,) = audit(site.served("/top"), allowed_hosts=(f"127.0.0.1:{site.port}",))
    assert [frame.url for frame in scan.frames_not_tested] == [f"{site.elsewhere}/middle"]
    assert faults(scan) == {("image-alt", "['img']")}
    assert scan.blocked == {f"localhost:{site.port}": 1}
    assert not any(host.startswith("localhost") for host, _ in site.asked)


@pytest.mark.parametrize("script", ["for(;;);", "setTimeout(() => { for(;;); })"])
def test_a_hung_frame_of_another_site_costs_only_itself(site: Site, audit: Audit, script: str) -> None:
    site.pages = {
        "/top": document(f'<img src=/i.png><iframe title=lus src="{site.elsewhere}/endless"></iframe>'),
        "/endless": document(f"<script>{script}</script>"),
    }
    (scan,) = audit(f"{site.here}/top", frame_deadline=1.0, load_limit=2.0)
    assert [frame.reason for frame in scan.frames_not_tested] == ["Het kader antwoordde niet op tijd."]
    assert faults(scan) == {("image-alt", "['img']")}
