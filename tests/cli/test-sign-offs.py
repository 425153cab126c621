#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Signing an article off, what that freezes, and what a signature does not cover."""
import csv
import datetime
import io
import re

import harness

NOBODY = "00000000-0000-4000-8000-000000000000"
FROZEN = "galleyctl: This article is signed off. Reopen it to change it\n"
WHY = "Two of three sentences: the registry is closed."
LAYOUTS = ["annotated", "legal", "memo", "archive"]


def moment(time):
    """A time as people read it."""
    time = datetime.datetime.strptime(time, "%Y-%m-%dT%H:%M:%SZ")
    return f"{time.day} {time:%b %Y, %H:%M} UTC"


class SignOffTest(harness.LibraryTest):
    def setUp(self):
        super().setUp()
        self.one = self.mark("11 people", "--status", "confirmed")
        self.two = self.mark("$4 million", "--status", "pending")

    def sign(self, role="editor", *options):
        return self.do("sign", self.article, role, "--exception", WHY, *options).strip()

    def sign_offs(self):
        return self.do_json("sign-offs", self.article)

    def text(self, layout="annotated"):
        return self.do("export", self.article, "--format", "text", "--layout", layout)

    def row(self):
        return next(csv.DictReader(io.StringIO(self.do("export", self.article, "--format", "csv"))))

    def test_gate(self):
        result = self.call("gate", self.article, "--json")
        self.assertEqual((result.returncode, result.stderr), (7, b""))
        items = harness.json.loads(result.stdout)
        self.assertEqual({item["kind"] for item in items}, {"pending", "record", "uncovered"})
        pending = next(item for item in items if item["kind"] == "pending")
        self.assertEqual((pending["claim"], pending["quote"]), (self.two, "$4 million"))
        for item in items:
            self.assertTrue(item["missing"])
            self.assertEqual(harness.TEXT[item["start"]:item["end"]], item["quote"])
        plain = self.call("gate", self.article).stdout.decode().splitlines()
        self.assertEqual(len(plain), len(items))
        self.refuse(3, "gate", NOBODY)

    def test_gate_is_open(self):
        article = self.add("A title.\n\nNothing more.\n", "short.txt")
        for suggestion in self.do_json("suggestions", article):
            self.do("mark", article, suggestion["start"], suggestion["end"], "--status", "disputed", "--reason", "wrong")
        for name in ("disputed.reason", "disputed.correction-or-note"):
            self.do("setting", name, "no")
        self.assertEqual([item["kind"] for item in self.do_json("gate", article)], ["disputed"] * 2)
        self.do("sign", article, "checker")
        self.assertEqual(self.do_json("sign-offs", article)[0]["exception"], None)

    def test_signing(self):
        before = self.contents()
        self.refuse(7, "sign", self.article, "editor")
        self.refuse(7, "sign", self.article, "editor", "--exception", " ")
        self.refuse(2, "sign", self.article, "boss", "--exception", WHY)
        self.refuse(3, "sign", NOBODY, "editor", "--exception", WHY)
        self.refuse(7, "sign", self.article, "editor", "--name", " ", "--exception", WHY)
        self.assertEqual(self.contents(), before)
        ids = [self.sign("editor", "--name", "Ana Ruiz"), self.sign("legal", "--name", "Ana Ruiz")]
        self.refuse(1, "sign", self.article, "legal", "--name", "Ana Ruiz", "--exception", WHY)
        found = self.sign_offs()
        self.assertEqual([s["id"] for s in found], ids)
        self.assertEqual([(s["name"], s["role"], s["exception"], s["changes"], s["in_force"]) for s in found],
                         [("Ana Ruiz", role, WHY, 0, True) for role in ("editor", "legal")])
        self.assertEqual([a["signed"] for a in self.do_json("list")], [True])
        self.assertEqual(len(self.do("sign-offs").splitlines()), 2)

    def test_frozen(self):
        left = self.do_json("suggestions", self.article)[0]
        self.sign()
        before = self.do_json("show", self.article), self.do_json("history")
        for command in (["status", self.one, "disputed"], ["note", self.one, "x"], ["correction", self.one, "x"],
                        ["set", self.one, "star", "yes"], ["comment", self.one, "x"], ["ask", self.one, "Who?"],
                        ["source", self.one, "Register"], ["unmark", self.one], ["move", self.one, 1, 5],
                        ["mark", self.article, 1, 5], ["dismiss", self.article, left["start"], left["end"]], ["delete", self.article],
                        ["undo", self.article]):
            result = self.call(*command)
            self.assertEqual(result.stderr.decode(), FROZEN, command)
            self.assertEqual(result.returncode, 6, command)
        draft = self.write("draft.txt", harness.TEXT.replace("11", "12"))
        self.assertEqual(self.refuse(6, "draft", self.article, draft), FROZEN)
        self.assertEqual((self.do_json("show", self.article), self.do_json("history")), before)
        self.do("archive", self.article)
        self.text()

    def test_reopening(self):
        self.refuse(1, "reopen", self.article, "why not")
        self.sign()
        self.refuse(2, "reopen", self.article, " ")
        self.refuse(3, "reopen", NOBODY, "why not")
        self.do("reopen", self.article, "The registry opened", GALLEY_ACTOR="Ben")
        ended = self.sign_offs()[0]
        self.assertEqual((ended["in_force"], ended["reopened_by"], ended["reason"]), (False, "Ben", "The registry opened"))
        self.do("status", self.one, "disputed", "--reason", "it was 12")
        self.assertEqual([s["changes"] for s in self.sign_offs()], [1])

    def test_since_sign_off(self):
        self.assertIn("never signed", self.refuse(1, "history", self.article, "--since", "sign-off"))
        self.refuse(2, "history", "--since", "sign-off")
        self.sign()
        self.assertEqual(self.do_json("history", self.article, "--since", "sign-off"), [])
        self.do("reopen", self.article, "new facts")
        self.do("status", self.one, "disputed")
        self.do("status", self.two, "confirmed")
        entries = self.do_json("history", self.article, "--since", "sign-off")
        self.assertEqual([(e["kind"], e["claim"]) for e in entries],
                         [("claim.status", self.one), ("claim.status", self.two)])
        entries = self.do_json("history", self.article, "--since", "sign-off", "--claim", self.two)
        self.assertEqual([e["claim"] for e in entries], [self.two])
        self.sign()
        self.assertEqual(self.do_json("history", self.article, "--since", "sign-off"), [])

    def test_reports(self):
        for layout in LAYOUTS:
            self.assertNotIn("Signed off", self.text(layout))
        self.assertEqual((self.row()["signed_by"], self.row()["signed_at"]), ("", ""))
        self.sign("legal", "--name", "Ana Ruiz")
        signed_at = self.sign_offs()[0]["signed_at"][:19] + "Z"
        for layout in LAYOUTS:
            text = self.text(layout)
            self.assertIn(f"Signed off: Ana Ruiz (Legal), {moment(signed_at)}\n", text)
            self.assertIn(f"Partial verification: {WHY}\n", text)
        for layout in ("publication", "queries"):
            self.assertNotIn("Ana Ruiz", self.text(layout))
        self.assertEqual(self.row()["signed_at"], signed_at)
        self.assertIn("Ana Ruiz (legal)", self.row()["signed_by"])

        self.do("reopen", self.article, "The registry opened", GALLEY_ACTOR="Ben")
        self.do("status", self.one, "disputed")
        for layout in LAYOUTS:
            text = self.text(layout)
            self.assertIn(f"{moment(signed_at)}; 1 change since, which this does not cover\n", text)
            self.assertRegex(text, r"\nReopened: Ben, [0-9A-Za-z:, ]+: The registry opened\n")
        self.assertEqual((self.row()["signed_by"], self.row()["signed_at"]), ("", ""))

    def test_never_for_what_changed(self):
        """A colleague's verdict that comes in afterwards: the signature is told not to cover it."""
        package = self.folder / "a.galley"
        other = self.folder / "other.galley-library"
        self.do("export", self.article, "--format", "package", "--output", package)
        self.assertEqual(self.call("--library", other, "import", package, library=False).returncode, 0)
        self.do("--library", other, "status", self.one, "disputed", library=False)
        back = self.folder / "b.galley"
        self.do("--library", other, "export", self.article, "--format", "package", "--output", back, library=False)
        self.sign("legal", "--name", "Ana Ruiz")
        self.assertEqual(self.call("import", back).returncode, 0)
        self.assertEqual([(s["in_force"], s["changes"]) for s in self.sign_offs()], [(True, 1)])
        for layout in LAYOUTS:
            self.assertTrue(re.search(r"Signed off: Ana Ruiz .*; 1 change since, which this does not cover", self.text(layout)))
        self.assertEqual(self.row()["signed_at"], "")
        self.assertIn("not for this version of the article", self.row()["signed_by"])
        self.assertEqual(self.do("verify"), "")

    def test_source_log(self):
        self.do("source", self.one, "Registry")
        source = self.do_json("sources")[0]["id"]
        self.sign("legal", "--name", "Ana Ruiz")
        self.do("edit-source", source, "--title", "The registry")
        self.assertEqual([s["changes"] for s in self.sign_offs()], [1])
        self.assertEqual(self.row()["signed_at"], "")


if __name__ == "__main__":
    harness.main()
