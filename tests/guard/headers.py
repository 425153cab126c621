#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every header compiles alone, with the include path of its own module.

A C file that includes the header of its own name before anything else has shown that already, when
the build compiled it; only the others are compiled here.
"""
import concurrent.futures
import json
import os
import re
import shlex
import subprocess
import sys

import guard


FIRST_INCLUDE = re.compile(r'^\s*#\s*include\s+[<"]([^>"]*)[>"]', re.MULTILINE)


def compiled_sources(tree):
    """The C files that the build compiles, each with its entry of the compilation database."""
    with open(os.path.join(tree.build, "compile_commands.json"), encoding="utf-8") as file:
        for entry in json.load(file):
            source = os.path.abspath(os.path.join(entry["directory"], entry["file"]))
            if source.endswith(".c"):
                yield source, entry


def module_commands(sources):
    """For each folder with C files, the arguments that the build compiles them with."""
    commands = {}
    for source, entry in sources:
        folder = os.path.basename(os.path.dirname(source))
        arguments = shlex.split(entry["command"])
        if os.path.basename(arguments[0]) == "ccache":
            arguments = arguments[1:]
        kept = [
            a
            for a in arguments[1:]
            if a.startswith(("-I", "-D", "-std", "-W", "-isystem", "-pthread"))
        ]
        commands.setdefault(folder, (entry["directory"], [arguments[0], *kept]))
    return commands


def is_shown_by_build(tree, header, sources):
    """Whether the C file beside the header is compiled, and includes it before anything else."""
    source = tree.path(header[: -len(".h")] + ".c")
    if source not in sources:
        return False
    with open(source, encoding="utf-8") as file:
        first = FIRST_INCLUDE.search(file.read())
    return first is not None and first.group(1) == os.path.basename(header)


def compile_alone(tree, header, commands):
    module = os.path.basename(os.path.dirname(header))
    if module not in commands:
        return f"{header}: the build compiles nothing in {module}"
    directory, command = commands[module]
    result = subprocess.run(
        [*command, "-Werror", "-fsyntax-only", "-x", "c", "-"],
        cwd=directory,
        input=f'#include "{tree.path(header)}"\n',
        capture_output=True,
        text=True,
        check=False,
    )
    if result.returncode == 0:
        return None
    first = next((line for line in result.stderr.splitlines() if "error" in line), result.stderr)
    return f"{header}: does not compile alone: {first}"


def find_faults(tree):
    sources = dict(compiled_sources(tree))
    commands = module_commands(sources.items())
    headers = [
        header
        for header in tree.files(".h", under="src")
        if not is_shown_by_build(tree, header, sources)
    ]
    with concurrent.futures.ThreadPoolExecutor(max_workers=2) as pool:
        for fault in pool.map(lambda header: compile_alone(tree, header, commands), headers):
            if fault is not None:
                yield fault


sys.exit(
    guard.run(
        find_faults,
        [
            (
                "a type that nobody declared",
                "src/claims/a.h: does not compile alone",
                {"src/claims/a.h": "GListModel *f (void);\n"},
            ),
            (
                "a header beside a file that is not compiled",
                "src/claims/b.h: does not compile alone",
                {"src/claims/b.h": "GListModel *f (void);\n", "src/claims/b.c": '#include "b.h"\n'},
            ),
            (
                "a header out of reach",
                "No such file",
                {"src/document/a.h": '#include "galley-claim.h"\n'},
            ),
        ],
    )
)
