"""The entry point: streams, the fast path of ``--version``, and the one place where failures meet the user."""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType

from thidua_cli import __version__

_STREAMS = (("stdin", "r"), ("stdout", "w"), ("stderr", "w"))
_ENDING = ("SIGTERM", "SIGHUP", "SIGBREAK")


def main() -> None:
    """Run the command line and exit: 0 clean, 1 faults found, 2 wrong usage or unreadable file."""
    _open_streams()
    with _ended_by_signals():
        code = _guarded()
    sys.exit(code)


def _open_streams() -> None:
    """Give a service, or a shell that closed them, streams that lead nowhere: else files get their numbers."""
    for name, mode in _STREAMS:
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # Pipes and old consoles of Windows are not UTF-8 by themselves.
            stream.reconfigure(encoding="utf-8", errors="replace")


@contextmanager
def _ended_by_signals() -> Iterator[None]:
    """Leave by an exception when the system asks to end, so that temporary files go; what is ignored stays ignored."""
    known = [getattr(signal, name) for name in _ENDING if hasattr(signal, name)]
    before = {number: signal.getsignal(number) for number in known}
    for number, handler in before.items():
        if handler is signal.SIG_DFL:
            signal.signal(number, _leave)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _leave(number: int, _frame: FrameType | None) -> None:
    signal.signal(number, signal.SIG_IGN)
    sys.exit(128 + number)


def _guarded() -> int:
    from thidua_cli.errors import ThiduaError, why

    try:
        code = _run()
        sys.stdout.flush()
    except ThiduaError as error:
        _say(f"lỗi: {error.message}", error.hint)
    except KeyboardInterrupt:
        _say("đã dừng theo yêu cầu")
        return 130
    except BrokenPipeError:
        # The reader of our output (head, less) has gone: nothing is wrong. Keep the exit of Python silent too.
        _discard(sys.stdout)
        return 0
    except OSError as error:
        if error.filename is None:  # all files are told of by their names: it was the output
            _discard(sys.stdout)
            _say(f"lỗi: không in được kết quả: {why(error)}", "xem lại nơi nhận kết quả, rồi chạy lại")
        else:
            message = f"lỗi: không đọc hoặc ghi được {error.filename}: {why(error)}"
            _say(message, "xem lại quyền và đường dẫn")
    except Exception as error:
        if os.environ.get("THIDUA_DEBUG"):
            raise
        # Only the kind of error is shown: its text may hold personal data.
        hint = "đặt THIDUA_DEBUG=1, chạy lại và gửi nội dung cho nhóm phát triển"
        _say(f"lỗi của chính thidua ({type(error).__name__})", hint)
    else:
        return code
    return 2


def _run() -> int:
    if sys.argv[1:] in (["--version"], ["-V"]):
        sys.stdout.write(f"thidua {__version__}\n")
        return 0
    from thidua_cli.app import run

    return run()


def _say(message: str, hint: str = "") -> None:
    from thidua_cli.commands.output import tell_with

    try:
        tell_with(message, hint)
    except OSError:
        _discard(sys.stderr)


def _discard(stream: object) -> None:
    """Let what a stream still holds go nowhere: Python writes it once more at its exit."""
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())  # type: ignore[attr-defined]


if __name__ == "__main__":
    main()
