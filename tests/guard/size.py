#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""No file is longer than 600 lines and no function longer than 60."""
import sys

import guard

MAX_FILE_LINES = 600
MAX_FUNCTION_LINES = 60


def function_faults(name, lines):
    """Functions as clang-format lays them out: a brace of their own in the first column, after a
    line that ends their parameters."""
    start = None
    for number, line in enumerate(lines, start=1):
        if line == "{" and number > 1 and lines[number - 2].rstrip().endswith(")"):
            start = number
        elif line == "}" and start is not None:
            length = number - start - 1
            if length > MAX_FUNCTION_LINES:
                yield f"{name}:{start}: a function of {length} lines"
            start = None


def find_faults(tree):
    for folder in ("src", "tests"):
        for name in tree.files(".c", ".cc", ".h", ".hh", ".py", under=folder):
            lines = tree.read(name).splitlines()
            if len(lines) > MAX_FILE_LINES:
                yield f"{name}: {len(lines)} lines"
            if name.endswith((".c", ".cc")):
                yield from function_faults(name, lines)


sys.exit(
    guard.run(
        find_faults,
        [
            ("a long file", "601 lines", {"src/a/a.c": "int a;\n" * (MAX_FILE_LINES + 1)}),
            (
                "a long function",
                "a function of 61 lines",
                {
                    "src/a/a.c": "int\nf (void)\n{\n"
                    + "  g ();\n" * (MAX_FUNCTION_LINES + 1)
                    + "}\n"
                },
            ),
        ],
    )
)
