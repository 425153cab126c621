#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""build-aux/tally counts cases, and takes nothing for passed that did not run."""
import json
import os
import subprocess
import sys
import tempfile

TALLY = sys.argv[1]

GOOD = {"result": "OK", "stdout": "1..2\nok 1 a\n# a note\nok 2 b\n"}
PLAIN = {"result": "OK", "stdout": "whatever it says\n"}

# What the case shows, the log's entries or None for no log, options, the last line, the exit code.
CASES = [
    ("cases of TAP and plain tests", [GOOD, PLAIN], [], "3 passed, 0 failed", 0),
    (
        "a failed case among passed ones",
        [{"result": "FAIL", "stdout": "1..2\nok 1 a\nnot ok 2 b\n"}],
        [],
        "1 passed, 1 failed",
        1,
    ),
    (
        "a crash after the last case",
        [{"result": "ERROR", "stdout": "1..2\nok 1 a\n"}],
        [],
        "1 passed, 1 failed",
        1,
    ),
    ("a plain failure", [{"result": "TIMEOUT", "stdout": ""}], [], "0 passed, 1 failed", 1),
    (
        "a skipped case",
        [{"result": "OK", "stdout": "1..2\nok 1 a\nok 2 b # SKIP no display\n"}],
        [],
        "1 passed, 1 failed",
        1,
    ),
    ("a skipped test", [GOOD, {"result": "SKIP", "stdout": "1..0\n"}], [], "2 passed, 1 failed", 1),
    ("a test without output", [{"result": "OK"}], [], "1 passed, 0 failed", 0),
    ("a run of no tests", [], [], "0 passed, 1 failed", 1),
    ("a run that left no log", None, [], "0 passed, 1 failed", 1),
    ("a build that broke", [GOOD], ["--broken", "1"], "2 passed, 1 failed", 1),
]


def tally(entries, options):
    """The last line and the exit code for a log of the given entries."""
    with tempfile.TemporaryDirectory() as folder:
        log = os.path.join(folder, "testlog.json")
        if entries is not None:
            with open(log, "w", encoding="utf-8") as file:
                file.writelines(json.dumps(entry) + "\n" for entry in entries)
        result = subprocess.run(
            [sys.executable, TALLY, *options, log], capture_output=True, text=True, check=False
        )
    return result.stdout.splitlines()[-1], result.returncode


def main():
    failed = 0
    print(f"1..{len(CASES)}")
    for number, (name, entries, options, line, code) in enumerate(CASES, start=1):
        found = tally(entries, options)
        if found != (line, code):
            failed += 1
            print(f"# expected {(line, code)}, found {found}")
        print(f"{'ok' if found == (line, code) else 'not ok'} {number} - {name}")
    return 1 if failed else 0


sys.exit(main())
