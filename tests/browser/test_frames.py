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
        "/top": document(
            f'<img src=/i.png><iframe title=stil src="{site.elsewhere}/middle"></iframe>'
            f'<iframe title=lus src="/endless"></iframe>'
        ),
        "/middle": document(""),
        "/endless": document("<script>setTimeout(()=>{for(;;);}, 300)</script>"),
    }
    (scan,) = audit(site.served("/top"), allowed_hosts=(f"127.0.0.1:{site.port}",), frame_deadline=1.0)
    assert [frame.url for frame in scan.frames_not_tested][:1] == [f"{site.elsewhere}/middle"]
    assert scan.blocked == {f"localhost:{site.port}": 1}
    assert not any(host.startswith("localhost") for host, _ in site.asked)
