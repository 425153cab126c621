#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""README.md walks through every folder under src/, and what it points to is there."""
import os
import re
import sys

import guard


def find_faults(tree):
    text = tree.read("README.md")
    for folder in sorted(os.listdir(tree.path("src"))):
        if os.path.isdir(tree.path(f"src/{folder}")) and f"src/{folder}/" not in text:
            yield f"README.md: says nothing of src/{folder}/"
    for target in re.findall(r"\]\(([^)#]+)\)", text):
        if "://" not in target and not tree.exists(target):
            yield f"README.md: points to {target}, which is not there"
    for path in re.findall(r"`((?:src|data|ui|po|tests|build-aux)/[\w./-]*)`", text):
        if not tree.exists(path):
            yield f"README.md: names {path}, which is not there"


sys.exit(
    guard.run(
        find_faults,
        [
            (
                "a folder that the walk leaves out",
                "says nothing of src/a/",
                {"README.md": "# A\n", "src/a/a.c": ""},
            ),
            (
                "a picture that is not there",
                "points to data/a.png",
                {"README.md": "![A](data/a.png) `src/a/`\n", "src/a/a.c": ""},
            ),
            (
                "a path that is not there",
                "names src/a/b.c",
                {"README.md": "`src/a/` `src/a/b.c`\n", "src/a/a.c": ""},
            ),
        ],
    )
)
