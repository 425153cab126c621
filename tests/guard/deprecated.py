#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing that GTK or libadwaita deprecated after the versions that Galley is built for.

deprecated.txt lists the names. Two files may use those that have no successor in these versions.
"""
import os
import re
import sys

import guard

QUARANTINE = {
    "src/app/galley-file-picker.c": {"GtkFileChooser", "GtkFileChooserNative"},
    "src/app/galley-dialogs.c": {"AdwMessageDialog", "AdwAboutWindow", "adw_show_about_window"},
}


def allowed_in(path):
    """Tests answer the dialogs that the two files show."""
    if path.startswith("tests/"):
        return set().union(*QUARANTINE.values())
    return QUARANTINE.get(path, set())


def load_names():
    names = {"type": [], "func": [], "style": []}
    path = os.path.join(os.path.dirname(__file__), "deprecated.txt")
    with open(path, encoding="utf-8") as file:
        for line in file:
            if line.strip() and not line.startswith("#"):
                kind, _since, name = line.split()
                names[kind].append(name)
    return names


def words(name):
    """GtkGLArea → ["Gtk", "GL", "Area"]"""
    return re.findall(r"[A-Z]+(?=[A-Z][a-z])|[A-Z][a-z0-9]+|[A-Z]+$", name)


def type_pattern(name):
    """Matches the type's name, its functions and its macros."""
    parts = words(name)
    snake = "_".join(part.lower() for part in parts)
    macro = "_".join(part.upper() for part in parts[1:])
    prefix = parts[0].upper()
    return rf"{name}|{snake}_\w+|{prefix}_(?:TYPE_|IS_)?{macro}"


NAMES = load_names()
IDENTIFIERS = [(name, re.compile(type_pattern(name))) for name in NAMES["type"]]
IDENTIFIERS += [(name, re.compile(name)) for name in NAMES["func"]]
ANY_IDENTIFIER = re.compile("|".join(pattern.pattern for _name, pattern in IDENTIFIERS))
STYLES = [
    (name, re.compile(rf'<class name="{name}"|css_class(?:es)? \([^;]*"{name}"'))
    for name in NAMES["style"]
]


def deprecated_in(text):
    """Yields each deprecated name with a pattern that finds it in the text."""
    for identifier in sorted(set(re.findall(r"\w+", text))):
        if ANY_IDENTIFIER.fullmatch(identifier):
            for name, pattern in IDENTIFIERS:
                if pattern.fullmatch(identifier):
                    yield name, re.compile(rf"\b{identifier}\b")
    for name, pattern in STYLES:
        if pattern.search(text):
            yield name, pattern


def find_faults(tree):
    for folder in ("src", "tests", "ui"):
        for path in tree.files(".c", ".h", ".ui", under=folder):
            text = tree.read(path)
            if not path.endswith(".ui"):
                text = guard.without_comments(text)
            for name, pattern in deprecated_in(text):
                if name not in allowed_in(path):
                    for match in pattern.finditer(text):
                        where = f"{path}:{guard.line_of(text, match.start())}"
                        yield f"{where}: {name} is deprecated"


sys.exit(
    guard.run(
        find_faults,
        [
            ("a deprecated type", "GtkTreeView is", {"src/app/a.c": "GtkTreeView *view;\n"}),
            (
                "a deprecated type's function",
                "GtkTreeView is",
                {"src/app/a.c": "x = gtk_tree_view_new ();\n"},
            ),
            (
                "a deprecated type's macro",
                "GtkTreeView is",
                {"src/app/a.c": "y = GTK_TREE_VIEW (x);\n"},
            ),
            (
                "a deprecated function",
                "gtk_widget_show is",
                {"src/app/a.c": "gtk_widget_show (x);\n"},
            ),
            (
                "a deprecated type in a template",
                "GtkInfoBar is",
                {"ui/a.ui": '<object class="GtkInfoBar"/>\n'},
            ),
            (
                "a deprecated style class",
                "large-title is",
                {"ui/a.ui": '<style><class name="large-title"/></style>\n'},
            ),
            (
                "the file picker's type elsewhere",
                "GtkFileChooserNative is",
                {"src/app/galley-dialogs.c": "GtkFileChooserNative *picker;\n"},
            ),
        ],
    )
)
