#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every file names its licence once, nothing is left for later, and nothing lies about."""
import os
import re
import sys

import guard

# Written apart, or this file would be at fault itself.
SPDX = "SPDX-License-" + "Identifier: GPL-3.0-or-later"
LEFT_FOR_LATER = re.compile(
    r"\b(TO" + r"DO|FIX" + r"ME|XX" + r"X|g_test_" + r"skip|should_" + r"fail)\b"
)

SOURCES = (
    ".c",
    ".h",
    ".py",
    ".sh",
    ".ui",
    ".css",
    ".sql",
    ".xml",
    ".xml.in",
    ".desktop.in",
    ".svg",
    "meson.build",
    "meson_options.txt",
)
TOP_LEVEL = {
    "LICENSE",
    "README.md",
    "build-aux",
    "data",
    "meson.build",
    "meson_options.txt",
    "po",
    "src",
    "tests",
    "ui",
}


def is_fixture(name):
    return name.startswith("tests/fixtures/") or "/fixtures/" in name


def text_faults(tree, name):
    text = tree.read(name)
    top = "\n".join(text.splitlines()[:5])
    if text.strip() and SPDX not in top:
        yield f"{name}: no line “{SPDX}” at the top"
    if text.count(SPDX) > 1:
        yield f"{name}: names its licence twice"
    for match in LEFT_FOR_LATER.finditer(text):
        yield f"{name}:{guard.line_of(text, match.start())}: {match.group(1)}"


def find_faults(tree):
    scripts = (
        [name for name in tree.files("", under="build-aux")] if tree.exists("build-aux") else []
    )
    for name in sorted({*tree.files(*SOURCES), *scripts}):
        if not is_fixture(name):
            yield from text_faults(tree, name)
    for name in sorted(os.listdir(tree.root)):
        if not name.startswith(".") and name not in TOP_LEVEL | guard.SKIPPED_FOLDERS:
            yield f"{name}: has no place at the top level"


FINE = f"/* {SPDX} */\n"
sys.exit(
    guard.run(
        find_faults,
        [
            ("a file without a licence", "src/a.c: no line", {"src/a.c": "int a;\n"}),
            ("a script without a licence", "build-aux/a: no line", {"build-aux/a": "#!/bin/sh\n"}),
            ("a licence named twice", "names its licence twice", {"src/a.c": FINE + FINE}),
            (
                "work left for later",
                "src/a.c:2: TO" + "DO",
                {"src/a.c": FINE + "/* TO" + "DO: mend */\n"},
            ),
            (
                "a skipped test",
                "tests/a.c:2: g_test",
                {"tests/a.c": FINE + "g_test_" + "skip (NULL);\n"},
            ),
            ("a stray file at the top", "notes.md: has no place", {"notes.md": "\n"}),
        ],
    )
)
