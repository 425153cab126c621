#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""galleyctl needs no GTK. The window's program shows that the guard would see it."""
import re
import subprocess
import sys

TOOLKIT = re.compile(r"gtk|gdk|adwaita|gtksourceview", re.IGNORECASE)


def toolkit_libraries(program):
    listing = subprocess.run(
        ["readelf", "-d", "-W", program], capture_output=True, text=True, check=True
    ).stdout
    needed = re.findall(r"\(NEEDED\).*\[(.+)\]", listing)
    assert needed, f"{program} names no libraries"
    return [name for name in needed if TOOLKIT.search(name)]


def main():
    galleyctl, galley = sys.argv[1:]
    found = toolkit_libraries(galleyctl)
    seen = toolkit_libraries(galley)
    print("1..2")
    print(f"{'ok' if seen else 'not ok'} 1 - sees the toolkit in the window's program")
    print(f"{'not ok' if found else 'ok'} 2 - galleyctl needs no toolkit {' '.join(found)}")
    return 1 if found or not seen else 0


sys.exit(main())
