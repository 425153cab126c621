#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""po/POTFILES.in lists every file with strings to translate, in order, and no other.

And no string to translate is put together with a macro, such as G_GINT64_FORMAT: what is extracted
then ends before the macro, and never matches what the program looks up.
"""
import re
import sys

import guard

MARKED = {
    ".c": re.compile(r"\b(?:_|N_|C_|NC_|Q_|ngettext|g_d[a-z]*gettext\d?)\s*\(\s*[\"A-Za-z]"),
    ".ui": re.compile(r'translatable="(?:yes|true|1)"'),
    ".gschema.xml": re.compile(r"<(?:summary|description)>"),
    ".desktop.in": re.compile(r"^(?:Name|Comment)=", re.MULTILINE),
    ".metainfo.xml.in": re.compile(r"<(?:name|summary)>"),
}

SPLICED = re.compile(
    r"\b(?:_|N_|C_|NC_|Q_|ngettext)\s*\(\s*(?:[A-Z][A-Z0-9_]+\s+)?(?:\"(?:\\.|[^\"\\])*\"\s*)+[A-Z][A-Z0-9_]+"
)


def has_strings(tree, name):
    text = tree.read(name)
    for suffix, pattern in MARKED.items():
        if name.endswith(suffix):
            return (
                pattern.search(guard.without_comments(text) if suffix == ".c" else text) is not None
            )
    return False


def find_faults(tree):
    lines = tree.read("po/POTFILES.in").splitlines()
    listed = [line for line in lines if line and not line.startswith("#")]
    if listed != sorted(set(listed)):
        yield "po/POTFILES.in: not in alphabetical order, or a file is listed twice"
    for name in listed:
        if not tree.exists(name):
            yield f"po/POTFILES.in: there is no {name}"
    for folder in ("data", "src", "ui"):
        for name in tree.files(*MARKED, under=folder):
            if has_strings(tree, name) and name not in listed:
                yield f"po/POTFILES.in: {name} has strings to translate and is not listed"
    for name in tree.files(".c", under="src"):
        text = guard.without_comments(tree.read(name))
        for match in SPLICED.finditer(text):
            yield f"{name}:{guard.line_of(text, match.start())}: a macro in a string to translate"


sys.exit(
    guard.run(
        find_faults,
        [
            (
                "a C file that is not listed",
                "src/app/a.c has strings",
                {"po/POTFILES.in": "", "src/app/a.c": 'f (_ ("Text"));\n'},
            ),
            (
                "a plural in a file that is not listed",
                "src/app/a.c has strings",
                {"po/POTFILES.in": "", "src/app/a.c": 'f (ngettext ("one", "many", n));\n'},
            ),
            (
                "a template that is not listed",
                "ui/a.ui has strings",
                {
                    "po/POTFILES.in": "",
                    "ui/a.ui": '<property name="label" translatable="yes">Text</property>\n',
                },
            ),
            (
                "a desktop file that is not listed",
                "data/a.desktop.in has strings",
                {"po/POTFILES.in": "", "data/a.desktop.in": "Name=A\n"},
            ),
            (
                "a macro in a string to translate",
                "src/a.c:1: a macro in a string",
                {
                    "po/POTFILES.in": "src/a.c\n",
                    "src/a.c": 'f (_ ("%s:%" G_GINT64_FORMAT " is"));\n',
                },
            ),
            (
                "a listed file that is gone",
                "there is no src/app/a.c",
                {"po/POTFILES.in": "src/app/a.c\n"},
            ),
            (
                "a disorderly list",
                "alphabetical order",
                {"po/POTFILES.in": "src/b.c\nsrc/a.c\n", "src/a.c": "", "src/b.c": ""},
            ),
        ],
    )
)
