# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs galleyctl as a script would, and prints what the tests found as TAP."""
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

GALLEYCTL = os.environ["GALLEYCTL"]
TIMEOUT_S = 120


class CliTest(unittest.TestCase):
    """A test with a folder of its own, in which no library stands yet."""

    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="galleyctl-"))
        self.addCleanup(self.remove_folder)
        self.library = self.folder / "test.galley-library"

    def remove_folder(self):
        for path, folders, _ in os.walk(self.folder):
            os.chmod(path, 0o700)
        shutil.rmtree(self.folder)

    def environment(self, **changes):
        environment = dict(os.environ, HOME=str(self.folder), XDG_DATA_HOME=str(self.folder / "data"))
        environment.update(changes)
        return environment

    def call(self, *arguments, stdin=b"", library=True, **changes):
        """Runs galleyctl; a result with bytes in stdout and stderr."""
        command = [GALLEYCTL]
        if library:
            command += ["--library", str(self.library)]
        if isinstance(stdin, str):
            stdin = stdin.encode()
        return subprocess.run(command + [str(a) if not isinstance(a, bytes) else a for a in arguments],
                              input=stdin, capture_output=True, timeout=TIMEOUT_S,
                              cwd=self.folder, env=self.environment(**changes))

    def do(self, *arguments, **options):
        """Runs galleyctl, which must succeed and complain of nothing; what it printed."""
        result = self.call(*arguments, **options)
        self.assertEqual((result.returncode, result.stderr), (0, b""), arguments)
        return result.stdout.decode()

    def do_json(self, *arguments, **options):
        return json.loads(self.do(*arguments, "--json", **options))

    def assert_sentence(self, stderr):
        """One line, from galleyctl, naming what is wrong, without a full stop."""
        text = stderr.decode()
        self.assertRegex(text, r"\Agalleyctl: .{8,}[^.\n]\n\Z")
        return text

    def refuse(self, code, *arguments, **options):
        """Runs galleyctl, which must print nothing and end with @code and one sentence."""
        result = self.call(*arguments, **options)
        self.assertEqual((result.returncode, result.stdout), (code, b""), (arguments, result.stderr))
        return self.assert_sentence(result.stderr)

    def write(self, name, content):
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path


class TapResult(unittest.TestResult):
    """Prints one TAP line for each test as it ends."""

    n = 0

    def say(self, ok, test, details=""):
        self.n += 1
        print("ok" if ok else "not ok", self.n, test.id().removeprefix("__main__."))
        for line in details.splitlines():
            print("#", line)
        sys.stdout.flush()

    def addSuccess(self, test):
        super().addSuccess(test)
        self.say(True, test)

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self.say(False, test, self.failures[-1][1])

    def addError(self, test, err):
        super().addError(test, err)
        self.say(False, test, self.errors[-1][1])

    def addSkip(self, test, reason):
        """No test may be skipped: what was not tested did not pass."""
        super().addSkip(test, reason)
        self.say(False, test, reason)


def main():
    suite = unittest.defaultTestLoader.loadTestsFromModule(sys.modules["__main__"])
    if len(sys.argv) > 1:
        suite = unittest.defaultTestLoader.loadTestsFromNames(sys.argv[1:], sys.modules["__main__"])
    print(f"1..{suite.countTestCases()}")
    result = TapResult()
    suite.run(result)
    sys.exit(not result.wasSuccessful())
