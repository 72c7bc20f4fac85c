"""Write the made-up report to a folder, to look at: ``python -m tests.reports.render FOLDER [NUMBER OF PRODUCTS]``."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goedgeregeld.settings")
django.setup()

from reports.report import write_report  # noqa: E402
from tests.reports.made_up import a_night  # noqa: E402

if __name__ == "__main__":
    amount = int(sys.argv[2]) if len(sys.argv) > 2 else 250
    for file in write_report(Path(sys.argv[1]), **a_night(amount, hostile="net" not in sys.argv)):
        print(file, file.stat().st_size)
