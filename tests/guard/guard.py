# SPDX-License-Identifier: GPL-3.0-or-later
"""What the guards share: a tree of files to look at, and a report of them in TAP.

A guard is a program with a function that takes a Tree and yields its faults, one sentence each. It
is run on trees with a known fault first, so that a guard which has stopped to see cannot pass.
"""
import contextlib
import os
import re
import sys
import tempfile

SKIPPED_FOLDERS = {"build", "_build", "__pycache__"}


class Tree:
    """A source tree, and the folder that it was built in."""

    def __init__(self, root, build=None):
        self.root = os.path.abspath(root)
        self.build = build and os.path.abspath(build)

    def path(self, name):
        return os.path.join(self.root, name)

    def read(self, name):
        with open(self.path(name), encoding="utf-8") as file:
            return file.read()

    def exists(self, name):
        return os.path.exists(self.path(name))

    def files(self, *suffixes, under=""):
        """Paths relative to the root, sorted, of the files that end in one of the suffixes."""
        found = []
        for folder, folders, names in os.walk(self.path(under)):
            folders[:] = [
                f for f in folders if f not in SKIPPED_FOLDERS and not f.startswith(".git")
            ]
            for name in names:
                if name.endswith(suffixes):
                    found.append(os.path.relpath(os.path.join(folder, name), self.root))
        return sorted(found)


@contextlib.contextmanager
def sample_tree(files, build=None):
    """A tree made of the given texts by path, for as long as the context lasts."""
    with tempfile.TemporaryDirectory() as root:
        for name, text in files.items():
            path = os.path.join(root, name)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)
        yield Tree(root, build)


def without_comments(text):
    """C with every comment blanked out and its lines kept."""

    def blank(match):
        token = match.group(0)
        return re.sub(r"[^\n]", " ", token) if token.startswith("/") else token

    return re.sub(r'"(?:\\.|[^"\\\n])*"|/\*.*?\*/|//[^\n]*', blank, text, flags=re.DOTALL)


def line_of(text, offset):
    return text.count("\n", 0, offset) + 1


def run(find_faults, samples):
    """Run a guard: guard.py SOURCE-ROOT BUILD-ROOT.

    samples: (name, words, {path: text}); each holds a fault that is reported in these words.
    """
    tree = Tree(sys.argv[1], sys.argv[2])
    print(f"1..{len(samples) + 1}")
    blind = False
    for number, (name, words, files) in enumerate(samples, start=1):
        with sample_tree(files, tree.build) as sample:
            faults = list(find_faults(sample))
        seen = any(words in fault for fault in faults)
        blind = blind or not seen
        print(f"{'ok' if seen else 'not ok'} {number} - sees {name}", flush=True)
        if not seen:
            print(f"# reported: {faults}")

    faults = list(find_faults(tree))
    for fault in faults:
        print(f"# {fault}")
    print(f"{'not ok' if faults else 'ok'} {len(samples) + 1} - the sources are clean", flush=True)
    return 1 if faults or blind else 0
