# SPDX-License-Identifier: GPL-3.0-or-later
"""What tests of the real program share: a library of its own for each, and ways to read it back."""
import json
import os
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

from atspi_driver import App, wait

GALLEY = os.environ["GALLEY"]
GALLEYCTL = os.environ["GALLEYCTL"]
ARTICLE = os.environ["GALLEY_EXAMPLE"]


class ProgramCase(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="galley-"))
        self.addCleanup(shutil.rmtree, self.folder)
        self.library = self.folder / "test.galleydb"
        self.environment = {
            "GSETTINGS_BACKEND": "keyfile",
            "XDG_CONFIG_HOME": str(self.folder / "config"),
        }

    def start(self, *arguments, **options):
        app = App([GALLEY, "--library", str(self.library), *arguments], self.environment, **options)
        # Without this the window manager may leave the focus where it was.
        app.find("frame")
        return app

    def do(self, *arguments):
        result = subprocess.run([GALLEYCTL, "--library", str(self.library), *arguments],
                                capture_output=True, text=True, timeout=60)
        self.assertEqual((result.returncode, result.stderr), (0, ""), arguments)
        return result.stdout

    def article_id(self):
        return json.loads(self.do("list", "--json"))[0]["id"]

    def statuses(self):
        return [c["status"] for c in json.loads(self.do("claims", self.article_id(), "--json"))]

    def open_article(self, app):
        article = app.find("text", "Article")
        wait(lambda: "focused" in article.states, "the article has the focus")
        return article
