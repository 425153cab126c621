#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""clang-format leaves every C file as it is."""
import re
import subprocess
import sys

import guard

STYLE = guard.Tree(sys.argv[1]).read(".clang-format")


def find_faults(tree):
    names = tree.files(".c", ".cc", ".h", ".hh")
    result = subprocess.run(
        ["clang-format-14", "--dry-run", "-Werror", "--style=file", *names],
        cwd=tree.root,
        capture_output=True,
        text=True,
        check=False,
    )
    if result.returncode == 0:
        return
    found = set(re.findall(r"^(\S+?):(\d+):\d+: error:", result.stderr, re.MULTILINE))
    for name, line in sorted(found):
        yield f"{name}:{line}: clang-format would change this"
    if not found:
        yield result.stderr.strip()


sys.exit(
    guard.run(
        find_faults,
        [
            (
                "a brace in the wrong place",
                "src/a.c:1: clang-format",
                {".clang-format": STYLE, "src/a.c": "int f (void) {\n return 1; }\n"},
            ),
            (
                "a header",
                "src/a.h:1: clang-format",
                {".clang-format": STYLE, "src/a.h": "int  f(void);\n"},
            ),
        ],
    )
)
