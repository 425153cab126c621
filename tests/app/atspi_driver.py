# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the program from outside: by its accessibility tree, as a screen reader does, and by keys.

GTK 4.8 tells assistive technology less than it could. Only windows are said to be showing, so what
has no area counts as not there; list rows have no action, so they are clicked; positions are those
in a window, so the window's own place is asked of the X server.
"""
import os
import re
import signal
import subprocess
import time

# A warning ends the program under test, but not this one: the bindings warn when a program ends.
DEBUG = os.environ.pop("G_DEBUG", "")

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi
import pyatspi

LIMIT_S = 30
Atspi.set_timeout(2000, 10000)


def run(*command):
    return subprocess.run(command, capture_output=True, text=True).stdout


def wait(condition, what, limit_s=LIMIT_S):
    """What the condition returns as soon as that is true. An error counts as not yet: widgets come
    and go while they are asked."""
    end = time.monotonic() + limit_s
    error = None
    while True:
        try:
            value = condition()
            if value:
                return value
        except Exception as e:
            error = e
        if time.monotonic() > end:
            raise AssertionError(f"never came true: {what} ({error!r})")
        time.sleep(0.05)


def fits(pattern, text):
    if pattern is None:
        return True
    return bool(pattern.search(text)) if isinstance(pattern, re.Pattern) else pattern == text


class Node:
    """One accessible object."""

    def __init__(self, app, accessible):
        self.app, self.accessible = app, accessible

    @property
    def role(self):
        return self.accessible.getRoleName()

    @property
    def name(self):
        return self.accessible.name or ""

    @property
    def states(self):
        return {pyatspi.stateToString(s) for s in self.accessible.getState().getStates()}

    @property
    def actions(self):
        action = self.accessible.queryAction()
        return [action.getName(i) for i in range(action.nActions)]

    @property
    def text(self):
        text = self.accessible.queryText()
        return text.getText(0, text.characterCount)

    def list_looks(self):
        """How the words look, from the first to the last: pairs of words and of what is said of them."""
        text, looks, start = self.accessible.queryText(), [], 0
        while start < text.characterCount:
            look, _, end = text.getAttributeRun(start, True)
            assert end > start, (start, end)
            looks.append((text.getText(start, end), dict(pair.split(":", 1) for pair in look)))
            start = end
        return looks

    @property
    def caret(self):
        return self.accessible.queryText().caretOffset

    @property
    def extents(self):
        return self.accessible.queryComponent().getExtents(pyatspi.WINDOW_COORDS)

    @property
    def has_area(self):
        if "Component" not in pyatspi.listInterfaces(self.accessible):
            return True
        return self.extents.width > 0 and self.extents.height > 0

    def children(self):
        for i in range(self.accessible.childCount):
            child = self.accessible.getChildAtIndex(i)
            if child is not None:
                yield Node(self.app, child)

    def walk(self):
        """All below, depth first. A list keeps rows that nobody sees: those are left out."""
        yield self
        for child in self.children():
            try:
                if self.role not in ("list", "tree table") or child.has_area:
                    yield from child.walk()
            except Exception:
                continue

    def search(self, role=None, name=None):
        for node in self.walk():
            if (role is None or node.role == role) and fits(name, node.name):
                yield node

    def find(self, role=None, name=None, limit_s=LIMIT_S):
        """The first that fits and is on the screen."""
        return wait(lambda: next((n for n in self.search(role, name) if n.has_area), None),
                    f"{role} “{name}”", limit_s)

    def click(self):
        """By its own action, or with the pointer where it has none; as soon as it can be."""
        wait(lambda: "sensitive" in self.states, f"“{self.name}” can be clicked")
        for name in ("click", "toggle", "activate"):
            if name in self.actions:
                assert self.accessible.queryAction().doAction(self.actions.index(name)), self.name
                return
        self.point()

    def point(self, button=1):
        x, y = self.middle
        run("xdotool", "mousemove", str(x), str(y), "sleep", "0.05", "click", str(button))

    @property
    def middle(self):
        x, y = self.app.origin(self)
        e = self.extents
        return x + e.x + e.width // 2, y + e.y + e.height // 2

    def dump(self, depth=0):
        lines = [f"{'  ' * depth}{self.role} “{self.name}”"]
        for child in self.children():
            try:
                if child.has_area:
                    lines.append(child.dump(depth + 1))
            except Exception:
                continue
        return "\n".join(lines)


class App(Node):
    """The program; as a context it is closed as a person would, and shows its tree if a test fails."""

    def __init__(self, command, environment=None, **options):
        environment = {**os.environ, "G_DEBUG": DEBUG, **(environment or {})}
        self.process = subprocess.Popen(command, env=environment, **options)
        super().__init__(self, None)
        self.accessible = wait(self.find_root, "the program is there")

    def find_root(self):
        assert self.process.poll() is None, f"ended with {self.process.returncode}"
        for child in pyatspi.Registry.getDesktop(0):
            if child is not None and child.get_process_id() == self.process.pid and child.childCount:
                return child
        return None

    def origin(self, node):
        """Where the window of a node lies on the screen, without its shadow."""
        top = node.accessible
        while top.parent is not None and top.parent.getRoleName() != "application":
            top = top.parent
        for window in run("xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid),
                          "--name", "").split():
            if run("xdotool", "getwindowname", window).strip() != (top.name or ""):
                continue
            place = dict(line.split("=") for line in
                         run("xdotool", "getwindowgeometry", "--shell", window).split())
            frame = re.search(r"= (\d+), (\d+), (\d+), (\d+)",
                              run("xprop", "-id", window, "_GTK_FRAME_EXTENTS"))
            left, above = (int(frame[1]), int(frame[3])) if frame else (0, 0)
            return int(place["X"]) + left, int(place["Y"]) + above
        raise AssertionError(f"no window “{top.name}” on the screen")

    def key(self, *keys):
        for key in keys:
            run("xdotool", "key", "--clearmodifiers", key)

    def drag(self, node, target):
        """With the pointer, in steps: the toolkit wants to see it move."""
        self.drag_over(node.middle, target.middle)

    def drag_over(self, start, end):
        (x, y), (to_x, to_y) = start, end
        steps = [("mousemove", str(x + (to_x - x) * i // 8), str(y + (to_y - y) * i // 8), "sleep", "0.05")
                 for i in range(1, 9)]
        run("xdotool", "mousemove", str(x), str(y), "sleep", "0.05", "mousedown", "1", "sleep", "0.05",
            *[word for step in steps for word in step], "sleep", "0.1", "mouseup", "1")

    def kill(self):
        self.process.kill()
        self.process.wait()

    def close(self):
        """Asks the window to close and waits until the program has ended."""
        self.key("ctrl+w")
        return self.process.wait(LIMIT_S)

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        if kind is not None:
            try:
                print("#", self.dump().replace("\n", "\n# "))
            except Exception as e:
                print("# no tree:", e)
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait()
