#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every translation is complete, checked against strings extracted just now."""
import os
import re
import subprocess
import sys
import tempfile

import guard

# One entry per language in po/LINGUAS, as the Translate Toolkit's and GNU gettext's manuals have it.
PLURAL_FORMS = {
    "es": "nplurals=2; plural=(n != 1);",
}

# The sample trees are translated with the project's own script.
SCRIPT = guard.Tree(sys.argv[1]).read("build-aux/update-po")


def language_faults(language, path):
    result = subprocess.run(
        ["msgfmt", "--check", "--statistics", "--output-file=/dev/null", path],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
    )
    if result.returncode != 0:
        yield f"{language}: {result.stderr.strip()}"
    for number, what in re.findall(r"(\d+) (fuzzy|untranslated)", result.stderr):
        yield f"{language}: {number} {what}"
    with open(path, encoding="utf-8") as file:
        header = file.read().split("\n\n")[0]
    if language not in PLURAL_FORMS:
        yield f"{language}: its plural forms are not in this guard"
    elif f'"Plural-Forms: {PLURAL_FORMS[language]}\\n"' not in header:
        yield f"{language}: the plural forms are not {PLURAL_FORMS[language]}"


def find_faults(tree):
    with tempfile.TemporaryDirectory() as target:
        script = tree.path("build-aux/update-po")
        result = subprocess.run(["sh", script, target], capture_output=True, text=True, check=False)
        if result.returncode != 0 or result.stderr:
            yield f"Extracting the strings: {result.stderr.strip()}"
            return
        for language in tree.read("po/LINGUAS").split():
            yield from language_faults(language, os.path.join(target, language + ".po"))


def sample(translation, plurals=PLURAL_FORMS["es"], flag=""):
    return {
        "build-aux/update-po": SCRIPT,
        "po/LINGUAS": "es\n",
        "po/POTFILES.in": "src/a.c\n",
        "src/a.c": 'f (_ ("Text %d"));\n',
        "po/es.po": 'msgid ""\nmsgstr ""\n"Project-Id-Version: a\\n"\n"Report-Msgid-Bugs-To: \\n"\n'
        '"PO-Revision-Date: 2026-01-01 00:00+0000\\n"\n"Last-Translator: A <a@b.org>\\n"\n'
        '"Language-Team: A\\n"\n"Language: es\\n"\n"MIME-Version: 1.0\\n"\n'
        '"Content-Type: text/plain; charset=UTF-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n'
        f'"Plural-Forms: {plurals}\\n"\n\n'
        f'#, {flag}c-format\nmsgid "Text %d"\nmsgstr "{translation}"\n',
    }


with guard.sample_tree(sample("Texto %d")) as complete:
    assert not list(find_faults(complete)), "a complete translation counts as faulty"

sys.exit(
    guard.run(
        find_faults,
        [
            ("a string without translation", "1 untranslated", sample("")),
            ("a fuzzy translation", "1 fuzzy", sample("Texto %d", flag="fuzzy, ")),
            ("a translation with another format", "format specifications", sample("Texto %s")),
            (
                "wrong plural forms",
                "the plural forms are not",
                sample("Texto %d", plurals="nplurals=1; plural=0;"),
            ),
        ],
    )
)
