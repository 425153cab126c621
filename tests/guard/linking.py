#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""galleyctl needs no GTK, and none of the libraries that are loaded late.

The window's program shows that the guard would see them.
"""
import re
import subprocess
import sys

TOOLKIT = re.compile(r"gtk|gdk|adwaita|gtksourceview", re.IGNORECASE)
# All together they take longer than all else that happens when galleyctl starts.
LATE = re.compile(
    r"gio|json-glib|icu|gmime|soup|poppler|stdc\+\+|xml2|cmark|expat|gumbo|nettle|sqlite|pango|cairo|fontconfig"
)


def needed_libraries(program):
    listing = subprocess.run(
        ["readelf", "-d", "-W", program], capture_output=True, text=True, check=True
    ).stdout
    needed = re.findall(r"\(NEEDED\).*\[(.+)\]", listing)
    assert needed, f"{program} names no libraries"
    return needed


def loaded_libraries(program):
    """With those that libraries need themselves."""
    listing = subprocess.run(["ldd", program], capture_output=True, text=True, check=True).stdout
    return re.findall(r"^\s*(\S+) =>", listing, re.MULTILINE)


def report(number, is_well, what):
    print(f"{'ok' if is_well else 'not ok'} {number} - {what}")
    return is_well


def main():
    galleyctl, galley = sys.argv[1:]
    toolkit = [name for name in needed_libraries(galleyctl) if TOOLKIT.search(name)]
    late = [name for name in loaded_libraries(galleyctl) if LATE.search(name)]
    print("1..4")
    results = [
        report(1, any(map(TOOLKIT.search, needed_libraries(galley))),
               "sees the toolkit in the window's program"),
        report(2, not toolkit, f"galleyctl needs no toolkit {' '.join(toolkit)}"),
        report(3, any(map(LATE.search, loaded_libraries(galley))),
               "sees late libraries in the window's program"),
        report(4, not late, f"galleyctl starts without late libraries {' '.join(late)}"),
    ]
    return 0 if all(results) else 1


sys.exit(main())
