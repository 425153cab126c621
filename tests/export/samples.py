# SPDX-License-Identifier: GPL-3.0-or-later
"""What was exported, in every format, and what went into it."""
import atexit
import functools
import json
import os
import subprocess
import tempfile
import unittest
from pathlib import Path


class Facts:
    """What went into a sample."""

    def __init__(self, path):
        data = json.loads(path.read_bytes())
        self.__dict__.update(data)
        self.claims.sort(key=lambda claim: (claim["start"], -claim["end"], claim["id"]))
        self.written = [
            block
            for block in self.blocks
            if self.include_boilerplate or block["role"] != "boilerplate"
        ]

    def words(self, start, end):
        return self.text[start:end]

    def is_written(self, claim):
        """Whether @claim covers anything that is written, if only half of a line end."""
        return any(
            max(claim["start"], block["start"]) < min(claim["end"], block["end"])
            for block in self.written
        )

    def written_words(self, claim):
        """The words of @claim that are in blocks that are written."""
        parts = []
        for block in self.written:
            start, end = max(claim["start"], block["start"]), min(claim["end"], block["end"])
            if start < end:
                words = self.words(start, end)
                if self.text[end - 1 : end + 1] == "\r\n":
                    words = words[:-1]  # a line end that is cut in two goes where its end is
                parts.append(words.replace("\t", "") if block["role"] == "table-row" else words)
        return "".join(parts)


def write(folder):
    """Writes the samples into @folder, in every format."""
    subprocess.run([os.environ["EXPORT_SAMPLES"], folder, os.environ["EXPORT_RECORD"]], check=True)


@functools.cache
def written():
    """The folder of the samples, which a program has written once. Nobody changes them."""
    folder = tempfile.TemporaryDirectory(prefix="galley-export-")
    atexit.register(folder.cleanup)
    write(folder.name)
    return folder


class Samples(unittest.TestCase):
    maxDiff = 2000

    def assert_same(self, found, expected):
        """As assertEqual for long lists, whose difference takes too long to compute."""
        for index, (a, b) in enumerate(zip(found, expected)):
            self.assertEqual(a, b, f"at {index}")
        self.assertEqual(len(found), len(expected))

    @classmethod
    def setUpClass(cls):
        cls.folder = written()
        cls.facts = {
            path.stem: Facts(path) for path in sorted(Path(cls.folder.name).glob("*.json"))
        }
        assert len(cls.facts) > 10

    def path(self, name, extension):
        return Path(self.folder.name, f"{name}.{extension}")

    def each(self, extension):
        for name, facts in self.facts.items():
            with self.subTest(name):
                yield name, facts, self.path(name, extension).read_bytes().decode()
