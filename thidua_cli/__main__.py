"""The entry point: streams, the fast path of ``--version``, and the one place where failures meet the user."""

import os
import sys

from thidua_cli import __version__


def main() -> None:
    """Run the command line and exit: 0 clean, 1 faults found, 2 wrong usage or unreadable file."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # Pipes and old consoles of Windows are not UTF-8 by themselves.
            stream.reconfigure(encoding="utf-8", errors="replace")
    if sys.argv[1:] in (["--version"], ["-V"]):
        sys.stdout.write(f"thidua {__version__}\n")
        return
    sys.exit(_guarded())


def _guarded() -> int:
    from thidua_cli.app import run
    from thidua_cli.errors import ThiduaError

    try:
        return run()
    except ThiduaError as error:
        _say(f"lỗi: {error.message}", error.hint)
    except KeyboardInterrupt:
        _say("đã dừng theo yêu cầu", "")
        return 130
    except BrokenPipeError:
        # The reader of our output (head, less) has gone: nothing is wrong. Keep the exit of Python silent too.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        _say(f"lỗi: không đọc hoặc ghi được {error.filename or 'tệp'}", "xem lại quyền, dung lượng ổ đĩa và đường dẫn")
    except Exception as error:
        if os.environ.get("THIDUA_DEBUG"):
            raise
        # Only the kind of error is shown: its text may hold personal data.
        _say(
            f"lỗi của chính thidua ({type(error).__name__})",
            "đặt THIDUA_DEBUG=1, chạy lại và gửi nội dung cho nhóm phát triển",
        )
    return 2


def _say(message: str, hint: str) -> None:
    sys.stderr.write(message + "\n")
    if hint:
        sys.stderr.write(f"  cách sửa: {hint}\n")


if __name__ == "__main__":
    main()
