# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs galleyctl as a script would."""
import ctypes
import functools
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from tap import main  # the tests call it by this module's name

GALLEYCTL = os.environ["GALLEYCTL"]
TIMEOUT_S = 120

# What is started from here may not write where nobody may, even if root runs the tests.
PR_CAPBSET_DROP, CAP_DAC_OVERRIDE = 24, 1
ctypes.CDLL(None).prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, 0, 0, 0)


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

    def call(self, *arguments, stdin=b"", library=True, limit_bytes=None, **changes):
        """Runs galleyctl; a result with bytes in stdout and stderr.

        With @limit_bytes no file may grow beyond that, as on a disk that is full."""
        command = [GALLEYCTL]
        if library:
            command += ["--library", str(self.library)]
        if isinstance(stdin, str):
            stdin = stdin.encode()
        return subprocess.run(command + [str(a) if not isinstance(a, bytes) else a for a in arguments],
                              input=stdin, capture_output=True, timeout=TIMEOUT_S,
                              cwd=self.folder, env=self.environment(**changes),
                              restore_signals=limit_bytes is None,
                              preexec_fn=limit_bytes and functools.partial(limit_files, limit_bytes))

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


# Every character that has ever moved an offset somewhere: outside the basic plane, joined, combined,
# written from the right, and the line ends of other systems.
TEXT = (
    "A Title 🚨 With an Alert\r\n"
    "\r\n"
    "The mayor met 👩‍👩‍👧 families on Sept. 3, 2025. E\u0301mile said “11 people” were there.\r\n"
    "\r\n"
    "קראתי את הדוח אתמול. It cost $4 million, officials said.\r\n"
    "\r\n"
    "The 𝔐ayor denied it. Nobody else was asked.\r\n"
)


class LibraryTest(CliTest):
    """A test that begins with a library of one article, TEXT."""

    def setUp(self):
        super().setUp()
        self.article = self.add(TEXT)

    def add(self, text, name="article.txt"):
        """Imports @text; the article's id."""
        return self.do("import", self.write(name, text)).strip()

    def mark(self, words, *options, article=None):
        """Marks the first occurrence of @words in TEXT; the claim's id."""
        start = TEXT.index(words)
        return self.do("mark", article or self.article, start, start + len(words), *options).strip()

    def claims(self, article=None):
        return self.do_json("claims", article or self.article)

    def claim(self, claim_id):
        return next(claim for claim in self.claims() if claim["id"] == claim_id)

    def contents(self):
        """All that the library says of its articles, to see that nothing has changed."""
        articles = self.do_json("list", "--all")
        return [self.do_json("show", article["id"]) for article in articles] + self.do_json("history")


def limit_files(limit_bytes):
    """For preexec_fn, which makes starting a program three times as expensive: where it is needed."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit_bytes, limit_bytes))
