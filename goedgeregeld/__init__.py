"""The wiring: command line, settings and web entry points.

In the tree the rooms (model, pages, checks …) lie beside this package. An installed wheel has them in the folder ``house``
inside it, so that nothing else in site-packages can be shadowed by their names; they are found there before all others.
"""

from __future__ import annotations

import sys
from pathlib import Path

_HOUSE = Path(__file__).with_name("house")
if _HOUSE.is_dir() and str(_HOUSE) not in sys.path:
    sys.path.insert(0, str(_HOUSE))
