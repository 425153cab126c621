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
    return rf"\b{name}\b|\b{snake}_\w+\b|\b{prefix}_(?:TYPE_|IS_)?{macro}\b"


def make_patterns():
    names = load_names()
    patterns = [(name, re.compile(type_pattern(name))) for name in names["type"]]
    patterns += [(name, re.compile(rf"\b{name}\b")) for name in names["func"]]
    patterns += [
        (name, re.compile(rf'<class name="{name}"|css_class(?:es)? \([^;]*"{name}"'))
        for name in names["style"]
    ]
    return patterns


PATTERNS = make_patterns()


def find_faults(tree):
    names = [
        name
        for folder in ("src", "tests", "ui")
        for name in tree.files(".c", ".h", ".ui", under=folder)
    ]
    for name in names:
        text = tree.read(name)
        if not name.endswith(".ui"):
            text = guard.without_comments(text)
        for what, pattern in PATTERNS:
            if what in QUARANTINE.get(name, ()):
                continue
            for match in pattern.finditer(text):
                yield f"{name}:{guard.line_of(text, match.start())}: {what} is deprecated"


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
