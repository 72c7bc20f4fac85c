"""A small process above the driver: whatever happens to us, no browser is left behind.

Run as a script, with the standard library only: ``python -I guard.py PARENT FOLDER CHROMEDRIVER ARGUMENTS…``. It
adopts every process that the driver starts, and when the driver or PARENT ends, or it is told to stop, ends them all, reaps
them and removes FOLDER, in which the browser kept its profile.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

PR_SET_PDEATHSIG, PR_CAPBSET_DROP, PR_SET_CHILD_SUBREAPER = 1, 24, 36  # linux/prctl.h
CAP_SYS_NICE = 23  # linux/capability.h
STOP_SIGNALS = {signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGCHLD}


def guard(parent: int, command: list[str]) -> int:
    """Run ``command`` until it ends or ``parent`` is gone; returns the command's exit code."""
    libc = ctypes.CDLL(None)
    libc.prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    signal.pthread_sigmask(signal.SIG_BLOCK, STOP_SIGNALS)

    def before_exec() -> None:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, STOP_SIGNALS)
        libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
        # As root, Chromium would put itself before everything else on the machine, whatever priority it was started with.
        libc.prctl(PR_CAPBSET_DROP, CAP_SYS_NICE, 0, 0, 0)

    driver = subprocess.Popen(command, preexec_fn=before_exec)  # noqa: S603
    while os.getppid() == parent and driver.poll() is None:
        info = signal.sigtimedwait(STOP_SIGNALS, 0.5)
        if info and info.si_signo != signal.SIGCHLD:
            break
        reap(besides=driver.pid)
    end_descendants()
    return driver.returncode or 0


def reap(*, besides: int = 0) -> None:
    """Collect the adopted processes that ended; the driver itself is left to ``poll``."""
    for pid in children(os.getpid()):
        if pid != besides:
            with suppress(ChildProcessError):
                os.waitpid(pid, os.WNOHANG)


def end_descendants() -> None:
    """Kill until nothing is left; a killed process hands us its children, so look again."""
    while found := children(os.getpid()):
        for pid in found:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        for pid in found:
            with suppress(ChildProcessError):
                os.waitpid(pid, 0)


def children(pid: int) -> list[int]:
    """The processes started or adopted by ``pid``, all its threads together; none where it is gone, or goes meanwhile."""
    found: list[int] = []
    with suppress(OSError):
        for listing in Path(f"/proc/{pid}/task").glob("*/children"):
            with suppress(OSError):
                found += [int(child) for child in listing.read_text().split()]
    return found


if __name__ == "__main__":
    code = guard(int(sys.argv[1]), sys.argv[3:])
    shutil.rmtree(sys.argv[2], ignore_errors=True)
    sys.exit(code)
