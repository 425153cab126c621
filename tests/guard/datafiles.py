#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The desktop file, the metainfo, the settings and the XML files are valid.

The first two are looked at as they are built, with every translation merged in.
"""
import os
import subprocess
import sys
import xml.etree.ElementTree

import guard

APP_ID = "org.galleydesk.Galley"


def command_faults(name, *command):
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    # desktop-file-validate exits with 0 after a warning.
    if result.returncode != 0 or "warning:" in result.stdout:
        yield f"{name}: {(result.stdout + result.stderr).strip()}"


def xml_faults(tree):
    for name in tree.files(".ui", ".svg", ".xml", ".xml.in"):
        try:
            xml.etree.ElementTree.parse(tree.path(name))
        except xml.etree.ElementTree.ParseError as error:
            yield f"{name}: {error}"


def resource_faults(tree):
    """Templates that the program cannot find, and resources that are not there."""
    for name in tree.files(".gresource.xml", under="ui"):
        listed = {file.text for file in xml.etree.ElementTree.parse(tree.path(name)).iter("file")}
        there = {
            os.path.relpath(path, "ui") for path in tree.files(".ui", ".css", ".svg", under="ui")
        }
        for path in sorted(there - listed):
            yield f"ui/{path}: not listed in {name}"


def find_faults(tree):
    faults = list(xml_faults(tree))
    yield from faults
    if faults:
        return
    yield from resource_faults(tree)

    data = os.path.join(tree.build, "data")
    if tree.exists("samples"):
        data = tree.path("samples")
    desktop = os.path.join(data, APP_ID + ".desktop")
    metainfo = os.path.join(data, APP_ID + ".metainfo.xml")
    if os.path.exists(desktop) or not tree.exists("samples"):
        yield from command_faults("The desktop file", "desktop-file-validate", desktop)
    if os.path.exists(metainfo) or not tree.exists("samples"):
        yield from command_faults(
            "The metainfo", "appstreamcli", "validate", "--no-net", "--explain", metainfo
        )
    if tree.exists("data"):
        yield from command_faults(
            "The settings", "glib-compile-schemas", "--strict", "--dry-run", tree.path("data")
        )


sys.exit(
    guard.run(
        find_faults,
        [
            ("a template that is no XML", "ui/a.ui: ", {"ui/a.ui": "<interface>\n"}),
            (
                "a template that is not in the resources",
                "ui/a.ui: not listed",
                {"ui/a.ui": "<interface/>\n", "ui/b.gresource.xml": "<gresources/>\n"},
            ),
            (
                "a bad desktop file",
                "The desktop file: ",
                {f"samples/{APP_ID}.desktop": "[Desktop Entry]\nName=A\n"},
            ),
            (
                "bad metainfo",
                "The metainfo: ",
                {f"samples/{APP_ID}.metainfo.xml": "<component><id>a</id></component>\n"},
            ),
            (
                "bad settings",
                "The settings: ",
                {
                    "samples/a": "",
                    "data/a.gschema.xml": '<schemalist><schema id="a"><key/></schema></schemalist>\n',
                },
            ),
        ],
    )
)
