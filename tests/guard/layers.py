#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Modules include only what their place in the flow of data allows.

The include paths in src/*/meson.build see to most of it; this sees what the compiler cannot: system
headers, SQL in strings, and who may write a change of a verdict.
"""
import os
import re
import sys

import guard

# Beside its own headers.
MAY_INCLUDE = {
    "document": set(),
    "import": {"document"},
    "claims": {"document"},
    "findings": {"document", "claims"},
    "store": {"document", "claims"},
    "review": {"document", "import", "claims", "findings", "store"},
    "export": {"document", "claims", "findings"},
    "app": {"document", "import", "claims", "findings", "review", "export"},
    "cli": {"document", "import", "claims", "findings", "store", "review", "export"},
}

# Outside libraries by the beginning of their headers' names. What is not listed (C, POSIX, GLib) is
# open to all.
LIBRARY_MODULES = {
    "unicode/": {"document", "import", "claims", "findings", "store"},
    "cmark": {"import"},
    "gmime/": {"import"},
    "gumbo": {"import"},
    "libsoup/": {"import"},
    "PDFDoc.h": {"import"},
    "TextOutputDev.h": {"import"},
    "tidy": {"import"},
    "expat.h": {"import"},
    "archive": {"import", "store", "export"},
    "sqlite3": {"store"},
    "json-glib/": {"import", "store", "export", "cli"},
    "cairo": {"export", "app"},
    "fontconfig/": {"export"},
    "pango": {"export", "app"},
    "gtk/": {"app"},
    "gdk": {"app"},
    "gsk/": {"app"},
    "graphene": {"app"},
    "adwaita": {"app"},
    "gtksourceview/": {"app"},
}

# The files with which json-glib is loaded late, for all modules that may use it. Others of the same
# module may not.
JSON_GLIB = "galley-json-glib"

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)
SQL = re.compile(
    r'"\s*(SELECT\s|INSERT\s+(OR\s+\w+\s+)?INTO\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s'
    r"|CREATE\s+(TABLE|INDEX|VIRTUAL|TRIGGER)\s|PRAGMA\s|ATTACH\s)"
)
CHANGE_KIND = re.compile(r'"claim\.[a-z-]+"')


def module_of(name):
    parts = name.split("/")
    return parts[1] if len(parts) > 2 else None


def include_faults(name, module, text, owners):
    for match in INCLUDE.finditer(text):
        where = f"{name}:{guard.line_of(text, match.start())}"
        kind, header = match.groups()
        if os.path.basename(name).startswith(JSON_GLIB):
            continue
        if header.startswith(JSON_GLIB):
            kind, header = "<", "json-glib/json-glib.h"
        owner = owners.get(os.path.basename(header))
        if kind == '"' and owner is not None:
            if owner != module and owner not in MAY_INCLUDE[module]:
                yield f"{where}: {module} may not include {header} of {owner}"
            continue
        for prefix, modules in LIBRARY_MODULES.items():
            if header.startswith(prefix) and module not in modules:
                yield f"{where}: {module} may not include {header}"


def find_faults(tree):
    names = tree.files(".c", ".cc", ".h", ".hh", under="src")
    owners = {os.path.basename(name): module_of(name) for name in names if name.endswith(".h")}
    for name in names:
        module = module_of(name)
        if module not in MAY_INCLUDE:
            yield f"{name}: the place of {module} in the flow of data is not known"
            continue
        text = guard.without_comments(tree.read(name))
        yield from include_faults(name, module, text, owners)
        if module != "store":
            for match in SQL.finditer(text):
                yield f"{name}:{guard.line_of(text, match.start())}: SQL outside src/store"
        if module not in ("review", "store"):
            for match in CHANGE_KIND.finditer(text):
                where = f"{name}:{guard.line_of(text, match.start())}"
                yield f"{where}: only review and store know the change {match.group(0)}"


sys.exit(
    guard.run(
        find_faults,
        [
            (
                "sqlite3.h outside the store",
                "review may not include sqlite3.h",
                {"src/review/a.c": "#include <sqlite3.h>\n"},
            ),
            (
                "json-glib by way of what loads it",
                "document may not include json-glib/json-glib.h",
                {"src/document/a.c": '#include "galley-json-glib.h"\n'},
            ),
            (
                "SQL outside the store",
                "SQL outside src/store",
                {"src/cli/a.c": 'const char *a = "SELECT id FROM claims";\n'},
            ),
            (
                "GTK in the core",
                "claims may not include gtk/gtk.h",
                {"src/claims/a.c": "#include <gtk/gtk.h>\n"},
            ),
            (
                "libadwaita in the core",
                "cli may not include adwaita.h",
                {"src/cli/a.c": "#include <adwaita.h>\n"},
            ),
            (
                "the store in the window",
                "app may not include galley-a.h of store",
                {"src/store/galley-a.h": "", "src/app/a.c": '#include "galley-a.h"\n'},
            ),
            (
                "a module that looks downstream",
                "document may not include galley-a.h of review",
                {"src/review/galley-a.h": "", "src/document/a.h": '#include "galley-a.h"\n'},
            ),
            (
                "a verdict written by the window",
                "only review and store know",
                {"src/app/a.c": 'const char *a = "claim.status";\n'},
            ),
            ("a module that nobody placed", "the place of other", {"src/other/a.c": "\n"}),
        ],
    )
)
