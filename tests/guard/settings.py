#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every setting that the program asks for is in the schema, with that type, and the other way round.

A key that the schema does not know ends the program.
"""
import re
import sys
import xml.etree.ElementTree

import guard

TYPES = {"boolean": "b", "int": "i", "string": "s", "keys": "a{sas}"}
USE = re.compile(r'\bgalley_settings_(?:get|set)_(boolean|int|string|keys)\s*\(\s*"([a-z-]+)"')


def find_faults(tree):
    keys = {}
    for name in tree.files(".gschema.xml", under="data"):
        for key in xml.etree.ElementTree.parse(tree.path(name)).iter("key"):
            keys[key.get("name")] = key.get("type")

    used = set()
    for name in tree.files(".c", under="src"):
        text = guard.without_comments(tree.read(name))
        for match in USE.finditer(text):
            where = f"{name}:{guard.line_of(text, match.start())}"
            kind, key = match.groups()
            used.add(key)
            if key not in keys:
                yield f"{where}: the schema has no {key}"
            elif keys[key] != TYPES[kind]:
                yield f"{where}: {key} is of type {keys[key]}"
    for key in sorted(set(keys) - used):
        yield f"The schema has {key}, which nothing uses"


SCHEMA = '<schemalist><schema id="a"><key name="b" type="i"/></schema></schemalist>\n'
sys.exit(
    guard.run(
        find_faults,
        [
            (
                "a setting that is not in the schema",
                "src/a.c:1: the schema has no c",
                {"data/a.gschema.xml": SCHEMA, "src/a.c": 'galley_settings_get_int ("c", 1);\n'},
            ),
            (
                "a setting of another type",
                "src/a.c:1: b is of type i",
                {"data/a.gschema.xml": SCHEMA, "src/a.c": 'galley_settings_get_string ("b");\n'},
            ),
            (
                "a setting that nothing uses",
                "The schema has b",
                {"data/a.gschema.xml": SCHEMA, "src/a.c": "\n"},
            ),
        ],
    )
)
