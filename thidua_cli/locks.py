"""A folder that one process writes to at a time. The system lets go of it when that process ends, however it ends."""

import os
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

LOCK = ".thidua-lock"
PATIENCE = 10.0
_STEP = 0.02
_ENDING = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]


class Busy(Exception):
    """Another process holds the folder, and went on holding it."""


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold ``folder`` against every other process that asks for it; after `PATIENCE` seconds raise `Busy`.

    A lock is taken by the system on an empty file, never by the mere presence of one: a killed process lets go of it.
    The file is gone when the folder is let go of; one that was left behind is used, and removed, by whoever comes next.
    """
    lock, until = folder / LOCK, time.monotonic() + PATIENCE
    taken: list[int] = []
    try:
        while not taken:
            with undisturbed():
                taken += _attempt(lock)
            if not taken and time.monotonic() > until:
                raise Busy
            if not taken:
                time.sleep(_STEP)
        yield
    finally:
        with undisturbed():
            for descriptor in taken:
                _let_go(lock, descriptor)


@contextmanager
def undisturbed() -> Iterator[None]:
    """Let a signal to end wait until these few steps are done: it must not come between a file and its removal."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _ENDING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _attempt(lock: Path) -> list[int]:
    """Return the descriptor of the lock, or nothing while it is another's."""
    try:
        descriptor = os.open(lock, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o666)
    except PermissionError:
        if sys.platform == "win32" and lock.exists():  # it is being removed by who held it
            return []
        raise
    if _is_ours(descriptor) and _still_there(descriptor, lock):
        if hasattr(os, "fchmod"):
            # A colleague must be able to take over a lock that was left behind; there is nothing in it to read.
            with suppress(PermissionError):
                os.fchmod(descriptor, 0o666)
        return [descriptor]
    os.close(descriptor)
    return []


def _is_ours(descriptor: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    except OSError:
        os.close(descriptor)
        raise
    return True


def _still_there(descriptor: int, lock: Path) -> bool:
    """Tell whether the file that was locked is that of the folder: who held it before has removed the older one."""
    try:
        return os.path.samestat(os.fstat(descriptor), lock.stat())
    except FileNotFoundError:
        return False


def _let_go(lock: Path, descriptor: int) -> None:
    if sys.platform == "win32":  # an open file cannot be removed there; another who opened it meanwhile keeps it
        os.close(descriptor)
        with suppress(OSError):
            lock.unlink()
        return
    with suppress(OSError):
        lock.unlink()
    os.close(descriptor)
