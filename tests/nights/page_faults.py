"""Every way in which a page's own scripts and memory disturb the test in the browser, by name, with how its test must end."""

# ruff: noqa: E501 - one fault a line
from __future__ import annotations

from dataclasses import dataclass

from model.scan import ScanOutcome as S


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFault:
    """One fault: its Dutch name, what stands in the page, and how the page's test ends.

    ``otherwise`` is set where two limits race, so that the machine's speed decides which outcome is the true one.
    """

    group: str
    name: str
    body: str
    outcome: S
    otherwise: S | None = None

    @property
    def outcomes(self) -> tuple[S, ...]:
        """Every outcome that is true of this fault."""
        return (self.outcome,) if self.otherwise is None else (self.outcome, self.otherwise)


def _script(name: str, code: str, outcome: S, group: str = "script", before: str = "") -> PageFault:
    return PageFault(group=group, name=name, body=f"{before}<script>{code}</script>", outcome=outcome)


PAGE_FAULTS: tuple[PageFault, ...] = (
    _script("lus zonder eind tijdens het laden", "for(;;);", S.TE_TRAAG),
    _script("lus zonder eind na het laden", "setTimeout(()=>{for(;;);})", S.TE_TRAAG),
    _script("beloften zonder eind (microtaken)", "(function f(){Promise.resolve().then(f)})()", S.TE_TRAAG),
    _script("lus zonder eind in een werker", "new Worker(URL.createObjectURL(new Blob(['for(;;);'])))", S.GETEST),
    _script("fout in het script", "onerror=null;throw new Error('kapot')", S.GETEST),
    _script("script dat nooit af is", "if(", S.GETEST),
    _script("dialoogvensters", "alert(1);confirm(2);prompt(3)", S.GETEST),
    _script("houdt de bezoeker vast (beforeunload)", "onbeforeunload=e=>{e.preventDefault();return 'x'}", S.GETEST),
    _script("duizend nieuwe vensters", "for(let i=0;i<1000;i++)window.open('/ok')", S.GETEST),
    _script("sluit het venster", "window.close()", S.GETEST),
    _script("vraagt om te printen", "print()", S.GETEST),
    _script("breekt de bouwstenen van de browser", "Array.prototype.map=()=>[];JSON.stringify=()=>'';window.axe=1;Promise=1;setTimeout=1", S.GETEST),
    _script("herlaadt zichzelf steeds", "setTimeout(()=>location.reload(),1)", S.DOORGESTUURD),
    _script("gaat zelf naar een ander adres", "location.href='/elders'", S.DOORGESTUURD),
    _script("gaat zelf naar gegevens", "location.href='data:text/html,<h1>x</h1>'", S.GETEST),
    _script("gaat zelf naar een bestand", "location.href='file:///etc/passwd'", S.GETEST),
    _script("vult de geschiedenis", "for(let i=0;i<5000;i++)history.pushState(i,'','#'+i)", S.GETEST),
    _script("wist de hele pagina", "document.open();document.write('');document.close()", S.GETEST),
    _script("verbouwt de pagina steeds", "setInterval(()=>{d.innerHTML+='<p>x</p>'},1)", S.GETEST, before="<div id=d></div>"),
    _script("tekst die steeds verdubbelt", "let t='x';for(;;)t+=t", S.GETEST, "geheugen"),
    _script("geheugen vol met getallen", "let a=[];for(;;)a.push(new Float64Array(1e6).fill(1))", S.VASTGELOPEN, "geheugen"),
    # A slow machine meets the deadline first, a fast one the memory of the tab.
    PageFault(group="geheugen", name="drie miljoen elementen", body="<div id=d></div><script>for(let i=0;i<3e6;i++)d.append(document.createElement('i'))</script>", outcome=S.TE_TRAAG, otherwise=S.VASTGELOPEN),
    _script("twintigduizend lagen diep", "for(let i=0,n=d;i<2e4;i++)n=n.appendChild(document.createElement('b'))", S.VASTGELOPEN, "geheugen", "<div id=d></div>"),
    _script("functie die zichzelf zonder eind roept", "(function f(){f()})()", S.GETEST, "geheugen"),
    PageFault(group="geheugen", name="tekening van een miljard punten", body="<canvas width=32000 height=32000></canvas><script>document.querySelector('canvas').getContext('2d').fillRect(0,0,9,9)</script>", outcome=S.GETEST),
)  # fmt: skip
