"""Looking before Qt leaps: without a display or a library it aborts, uncaught."""

import ctypes
import os
import sys

from console.errors import EnvironmentFault

X11 = ("libxcb-cursor.so.0", "libxkbcommon-x11.so.0", "libxcb-icccm.so.4", "libxcb-keysyms.so.1")
COMMON = ("libGL.so.1", "libEGL.so.1", "libxkbcommon.so.0", "libfontconfig.so.1", "libdbus-1.so.3")
PACKAGES = "libgl1 libegl1 libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1"


def has_display() -> bool:
    """Whether a window can be shown: always on Windows and macOS, else with a display set."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def preflight() -> None:
    """Raises EnvironmentFault when Qt could not start here, saying what to install or set."""
    if not sys.platform.startswith("linux"):
        return
    offscreen = os.environ.get("QT_QPA_PLATFORM") in ("offscreen", "minimal")
    if not offscreen and not has_display():
        raise EnvironmentFault(
            "There is no display here. Start the console on a desktop, or set DISPLAY; "
            "'engagement-console tour --into DIR' makes pictures without one."
        )
    wanted = COMMON if offscreen or os.environ.get("WAYLAND_DISPLAY") else COMMON + X11
    missing = [name for name in wanted if not _loads(name)]
    if missing:
        raise EnvironmentFault(
            f"System libraries are missing ({', '.join(missing)}). "
            f"On Debian or Ubuntu: apt-get install {PACKAGES}"
        )


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True
