#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Review packages: out, in, examined, merged with a colleague's copy, and refused."""
import csv
import hashlib
import io
import json
import sqlite3
import struct
import zipfile
from pathlib import Path

import harness

TABLES = ("unit", "article", "draft", "claim", "source", "evidence", "dismissal", "note", "query", "setting", "rival")


class PackageTest(harness.LibraryTest):
    def setUp(self):
        super().setUp()
        self.claim_id = self.mark("11 people", "--status", "confirmed")
        self.do("source", self.claim_id, "Police report", "--address", "https://example.org/report")
        self.do("note", self.claim_id, "Called twice")
        self.other = self.folder / "other.galley-library"

    def export(self, *articles, name="out.galley", library=None):
        """Writes a package of articles, or of everything; its path."""
        path = self.folder / name
        self.do("--library", library or self.library, "export", *(articles or ("--all",)), "--format", "package",
                "--output", path, library=False)
        return path

    def take_in(self, path, library=None, code=0):
        """Imports a package; what galleyctl said of it."""
        result = self.call("--library", library or self.other, "import", path, "--json", "--actor", "Ben",
                           library=False)
        self.assertEqual(result.returncode, code, result.stderr)
        return json.loads(result.stdout)[0] if code == 0 else self.assert_sentence(result.stderr)

    def dump(self, library):
        """The journal and all that is a fold of it, row numbers included."""
        with sqlite3.connect(library) as db:
            rows = db.execute("SELECT e.id, r.id, e.seq, e.clock, e.time, e.actor, e.article, e.subject, e.kind, e.base,"
                              " e.unit, e.act, e.verb, e.target, e.digest, e.chain, e.body FROM event e"
                              " JOIN replica r ON r.no = e.replica ORDER BY e.id").fetchall()
            for table in TABLES:
                rows += db.execute(f"SELECT * FROM {table} ORDER BY id").fetchall()
            return rows + db.execute("SELECT * FROM blob ORDER BY sha256").fetchall()

    def verify(self, library):
        self.assertEqual(self.do("--library", library, "verify", library=False), "")

    def status(self, library, status, actor, *options):
        self.do("--library", library, "status", self.claim_id, status, "--actor", actor, *options, library=False)


class RoundTripTest(PackageTest):
    def test_whole_library(self):
        self.do("status", self.claim_id, "disputed", "--reason", "It was “12”\n\\u0041 \u0001")
        self.do("undo")
        self.do("draft", self.article, self.write("new.txt", harness.TEXT.replace("$4", "$5")))
        self.do("delete", self.add("Another\n\nArticle.\n", "another.txt"))
        result = self.take_in(self.export())
        self.assertEqual(result["events"], result["added"])
        self.assertEqual(self.dump(self.other), self.dump(self.library))
        self.verify(self.other)
        self.refuse(1, "--library", self.other, "undo", library=False)
        self.verify(self.other)

    def test_verified(self):
        """With the library: the first thing in each package that does not fit."""
        path = self.export()
        broken = self.write("broken.galley", path.read_bytes()[:-40])
        text = self.write("text.galley", "no package")
        self.assertEqual(self.do("verify", path), "")
        result = self.call("verify", path, broken, text, self.folder / "missing.galley")
        self.assertEqual((result.returncode, result.stderr), (4, b""))
        lines = result.stdout.decode().splitlines()
        self.assertEqual([line.split(": ")[0] for line in lines],
                         [str(broken), str(text), str(self.folder / "missing.galley")])
        self.assertTrue(lines[2].endswith("No such file or directory"), lines)
        self.do("status", self.claim_id, "disputed")
        self.assertEqual(self.do("verify", path), "")

    def test_twice(self):
        path = self.export()
        self.take_in(path)
        before = self.dump(self.other)
        result = self.call("--library", self.other, "import", path, library=False)
        self.assertEqual((result.returncode, result.stdout), (0, b""))
        self.assertIn("was here already", result.stderr.decode())
        self.assertEqual(self.dump(self.other), before)

    def test_same_bytes(self):
        self.assertEqual(self.export(name="a").read_bytes(), self.export(name="b").read_bytes())
        whole = self.export()
        self.take_in(whole)
        self.assertEqual(self.export(library=self.other).read_bytes(), whole.read_bytes())

    def test_standard_input(self):
        """A package is no article, and may be too large for memory."""
        path = self.folder / "whole.galley"
        self.do("export", "--all", "--format", "package", "--output", path)
        result = self.call("import", "-", stdin=path.read_bytes())
        self.assertEqual((result.returncode, result.stdout), (1, b""))
        self.assertIn("Standard input is a review package, which has to be read from a file", result.stderr.decode())

    def test_by_content_not_name(self):
        self.assertEqual(self.take_in(self.export(name="story.txt"))["new_articles"], 1)

    def test_purged(self):
        secret = self.add("Confidential\n\nNobody shall read this.\n", "secret.txt")
        with sqlite3.connect(self.library) as db:
            before = db.execute("SELECT count(*) FROM event").fetchone()
        self.do("delete", secret, "--purge")
        path = self.export()
        with zipfile.ZipFile(path) as package:
            self.assertNotIn(b"Nobody shall", b"".join(package.read(name) for name in package.namelist()))
        self.take_in(path)
        self.verify(self.other)
        with sqlite3.connect(self.other) as db:
            self.assertGreater(db.execute("SELECT count(*) FROM event").fetchone(), before)


class PartTest(PackageTest):
    def setUp(self):
        super().setUp()
        self.secret = self.add("Hush\n\nThe minister resigns tomorrow.\n", "secret.txt")
        claim = self.do("mark", self.secret, 6, 18).strip()
        self.do("source", claim, "Deep Throat")
        self.do("setting", "confirmed.independent", "3")
        self.status(self.library, "disputed", "Ana")

    def test_nothing_else_leaks(self):
        with zipfile.ZipFile(self.export(self.article)) as package:
            self.assertIsNone(package.testzip())
            content = b"".join(package.read(name) for name in package.namelist())
            events = [json.loads(line) for line in package.read("journal.jsonl").splitlines()]
        self.assertIn(b"Police report", content)
        for word in (b"Hush", b"minister", b"Deep Throat", self.secret.encode(), b"confirmed.independent"):
            self.assertNotIn(word, content)
        self.assertEqual({event["article"] for event in events}, {self.article, None})
        with sqlite3.connect(self.library) as db:
            for digest, in db.execute("SELECT digest FROM event WHERE article = ?", (self.secret,)):
                self.assertNotIn(digest.encode(), content)

    def test_then_the_rest(self):
        result = self.take_in(self.export(self.article))
        self.verify(self.other)
        self.assertEqual(len(json.loads(self.do("--library", self.other, "list", "--json", library=False))), 1)
        self.assertGreater(self.take_in(self.export())["added"], 0)
        self.verify(self.other)
        self.assertEqual(self.dump(self.other), self.dump(self.library))
        with sqlite3.connect(self.other) as db:
            self.assertEqual(db.execute("SELECT count(*) FROM left_out").fetchone(), (0,))
        self.assertEqual(result["articles"], [self.article])

    def test_in_any_order(self):
        parts = [self.export(self.article, name="a"), self.export(self.secret, name="b"), self.export(name="c")]
        for order in ((0, 1, 2), (1, 0, 2), (2, 1, 0)):
            library = self.folder / f"{order}.library"
            for part in order:
                self.take_in(parts[part], library)
                self.verify(library)
            self.assertEqual(self.dump(library), self.dump(self.library))


class MergeTest(PackageTest):
    def setUp(self):
        super().setUp()
        self.take_in(self.export())
        self.status(self.library, "pending", "Ana")
        self.take_in(self.export())

    def exchange(self):
        mine, theirs = self.export(name="mine"), self.export(name="theirs", library=self.other)
        self.take_in(mine)
        self.take_in(theirs, self.library)
        for library in (self.library, self.other):
            self.verify(library)
        self.assertEqual(self.dump(self.library), self.dump(self.other))

    def disagreements(self, library):
        return json.loads(self.do("--library", library, "disagreements", "--json", library=False))

    def test_what_others_did_is_not_undone(self):
        self.status(self.other, "disputed", "Ben")
        self.exchange()
        self.refuse(1, "undo", self.article)
        self.assertEqual(self.claim(self.claim_id)["status"], "disputed")
        self.status(self.library, "confirmed", "Ana")
        self.do("undo", self.article)
        self.assertEqual(self.claim(self.claim_id)["status"], "disputed")
        self.refuse(1, "undo", self.article)

    def test_disagreement(self):
        self.status(self.library, "confirmed", "Ana")
        self.status(self.other, "disputed", "Ben", "--reason", "It was 12")
        self.exchange()
        for library in (self.library, self.other):
            [found] = self.disagreements(library)
            self.assertEqual([(v["checked_by"], v["status"]) for v in found["disagreement"]],
                             [("Ben", "disputed"), ("Ana", "confirmed")])
        self.assertIn("Ben says disputed, Ana says confirmed", self.do("disagreements", self.article))
        self.assertEqual(len(self.claim(self.claim_id)["disagreement"]), 2)
        [row] = csv.DictReader(io.StringIO(self.do("export", self.article, "--format", "csv")))
        self.assertEqual((row["status"], row["reason"]),
                         ("pending", "Disagreement: Ben says disputed, Ana says confirmed"))

        self.status(self.other, "confirmed", "Ben")
        self.assertEqual(self.disagreements(self.other), [])
        self.exchange()
        self.assertEqual(self.disagreements(self.library), [])
        self.assertIsNone(self.claim(self.claim_id)["disagreement"])

    def test_verdict_given_elsewhere_does_not_decide(self):
        self.status(self.other, "disputed", "Ben")
        self.status(self.library, "confirmed", "Ana")
        self.status(self.library, "pending", "Ana", "--reason", "Called again")
        self.status(self.library, "confirmed", "Ana")
        self.exchange()
        self.assertEqual(len(self.disagreements(self.library)), 1)

    def test_undoing_the_decision(self):
        self.status(self.library, "confirmed", "Ana")
        self.status(self.other, "disputed", "Ben")
        self.exchange()
        self.status(self.library, "disputed", "Ana")
        self.do("undo")
        self.assertEqual(len(self.disagreements(self.library)), 1)
        self.exchange()
        self.assertEqual(len(self.disagreements(self.other)), 1)

    def test_taking_back_ends_it(self):
        self.status(self.library, "confirmed", "Ana")
        self.status(self.other, "disputed", "Ben")
        self.do("undo")
        self.exchange()
        self.assertEqual(self.disagreements(self.library), [])
        self.assertEqual(self.claim(self.claim_id)["status"], "disputed")

    def test_agreement_is_none(self):
        self.status(self.library, "confirmed", "Ana")
        self.status(self.other, "confirmed", "Ben")
        self.exchange()
        self.assertEqual(self.disagreements(self.library), [])

    def draft_meets_verdict(self, old, new):
        self.do("draft", self.article, self.write("new.txt", harness.TEXT.replace(old, new)))
        self.status(self.other, "confirmed", "Ben")
        self.exchange()
        return self.claim(self.claim_id)

    def test_verdict_goes_along_with_its_words(self):
        claim = self.draft_meets_verdict("$4 million", "$5 million")
        self.assertEqual((claim["status"], claim["checked_by"], claim["former"]), ("confirmed", "Ben", None))

    def test_verdict_does_not_go_to_other_words(self):
        claim = self.draft_meets_verdict("11 people", "12 people")
        self.assertEqual((claim["status"], claim["former"]["status"], claim["former"]["checked_by"]),
                         ("pending", "confirmed", "Ben"))

    def test_claim_in_the_old_draft_is_left_in_the_tray(self):
        start = harness.TEXT.index("Nobody else")
        late = self.do("--library", self.other, "mark", self.article, start, start + 11, "--status", "disputed",
                       "--actor", "Ben", library=False).strip()
        self.do("draft", self.article, self.write("new.txt", harness.TEXT.replace("$4", "$5")))
        self.exchange()
        [claim] = self.do_json("tray", self.article)
        self.assertEqual((claim["id"], claim["status"], claim["place"]), (late, "pending", "lost"))
        self.assertEqual((claim["former"]["status"], claim["former"]["quote"]), ("disputed", "Nobody else"))

    def test_removed_claim_comes_back_with_a_verdict(self):
        for remover, judge in ((self.library, self.other), (self.other, self.library)):
            self.do("--library", remover, "unmark", self.claim_id, library=False)
            self.status(judge, "disputed", "Ben")
            self.exchange()
            self.assertEqual(self.claim(self.claim_id)["status"], "disputed")
            self.status(self.library, "pending", "Ana")
            self.exchange()

    def test_source_in_use_stays(self):
        source = self.do("add-source", "Register").strip()
        self.exchange()
        self.do("delete-source", source)
        self.do("--library", self.other, "source", self.claim_id, "--source", source, library=False)
        self.exchange()
        self.assertIn("Register", self.do("sources"))

    def test_journal_stays_append_only(self):
        self.do("note", self.claim_id, "More")
        self.exchange()
        with sqlite3.connect(self.other) as db:
            for statement in ("DELETE FROM event", "UPDATE event SET actor = 'Eve'"):
                with self.assertRaisesRegex(sqlite3.DatabaseError, "append-only"):
                    db.execute(statement)

    def test_notes_go_by_the_clock(self):
        self.do("note", self.claim_id, "Ana’s")
        self.do("--library", self.other, "note", self.claim_id, "Ben’s", library=False)
        self.exchange()
        self.assertEqual(self.claim(self.claim_id)["note"], "Ben’s")
        self.assertIn("Ana’s", self.do("history", self.article))

    def test_namesake(self):
        self.do("--library", self.other, "note", self.claim_id, "x", "--actor", "Ana", library=False)
        path = self.export(library=self.other)
        result = self.call("import", path, "--actor", "Ana")
        self.assertIn("under your name, Ana", result.stderr.decode())
        self.do("--library", self.other, "note", self.claim_id, "y", "--actor", "Ana", library=False)
        result = self.do_json("import", self.export(library=self.other), "--actor", "Ana")
        self.assertEqual(result[0]["people"], [{"name": "Ana", "events": 1, "namesake": True}])
        self.do("--library", self.other, "note", self.claim_id, "z", "--actor", "Ana", library=False)
        result = self.do_json("import", self.export(library=self.other), "--actor", "Carl")
        self.assertFalse(result[0]["people"][0]["namesake"])

    def test_namesake_that_looks_the_same(self):
        """One name is written in one way, and other ways of writing it are noticed."""
        for typed in ("Zoe\u0308  Q", "\u202eZoë\u00a0Q\u202c", "Zoë Q "):
            self.do("--library", self.other, "note", self.claim_id, typed, "--actor", typed, library=False)
        result = self.do_json("import", self.export(library=self.other), "--actor", "ZOË Q")
        self.assertEqual(result[0]["people"], [{"name": "Zoë Q", "events": 3, "namesake": True}])

    def test_purged_there_and_still_here(self):
        self.do("delete", self.article, "--purge")
        before = self.dump(self.other)
        self.assertIn("purge it here first", self.take_in(self.export(), code=1))
        self.assertEqual(self.dump(self.other), before)

    def test_purged_here(self):
        self.do("delete", self.article, "--purge")
        self.do("--library", self.other, "note", self.claim_id, "Secret", library=False)
        result = self.take_in(self.export(library=self.other), self.library)
        self.assertEqual(result["without_content"], 1)
        self.verify(self.library)
        self.assertNotIn(b"Secret", Path(self.library).read_bytes())

    def test_copied_file(self):
        """Two copies of the library's file that both go on are two copies of the library."""
        twin = self.folder / "twin.library"
        with sqlite3.connect(self.library) as db, sqlite3.connect(twin) as copy:
            db.backup(copy)
        self.status(self.library, "confirmed", "Ana")
        self.status(twin, "disputed", "Ben")
        self.assertEqual(self.take_in(self.export(library=twin), self.library)["disagreements"], 1)
        self.take_in(self.export(), twin)
        self.assertEqual(self.dump(twin), self.dump(self.library))

    def test_file_that_was_set_back(self):
        old = Path(self.library).read_bytes()
        self.status(self.library, "disputed", "Ana")
        path = self.export()
        Path(self.library).write_bytes(old)
        self.status(self.library, "pending", "Ana")
        before = self.dump(self.library)
        self.assertIn("its own way", self.take_in(path, self.library, code=1))
        self.assertEqual(self.dump(self.library), before)


def rewrite(path, change=lambda name, data: data, honest=True, **extra):
    """The package at @path with its members changed, and with digests that are right if @honest."""
    with zipfile.ZipFile(path) as package:
        members = {name: package.read(name) for name in package.namelist()}
    manifest = json.loads(members.pop("manifest.json"))
    members = {name: change(name, data) for name, data in members.items()}
    members = {name: data for name, data in members.items() if data is not None}
    if honest:
        manifest["members"] = [{"name": name, "sha256": hashlib.sha256(data).hexdigest()}
                               for name, data in members.items()]
    manifest.update(extra)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in members.items():
            package.writestr(name, data)
        package.writestr("manifest.json", json.dumps(manifest))
    return out.getvalue()


class HostileTest(PackageTest):
    def setUp(self):
        super().setUp()
        self.path = self.export()
        self.take_in(self.path)
        self.do("--library", self.library, "note", self.claim_id, "More", library=False)
        self.path = self.export()
        self.before = self.dump(self.other)

    def journal(self, change):
        """For rewrite(): changes the lines of the journal."""
        def change_member(name, data):
            return b"".join(change(data.splitlines(keepends=True))) if name == "journal.jsonl" else data
        return change_member

    def reject(self, data, *words):
        path = self.write("bad.galley", data)
        for result in (self.call("--library", self.other, "import", path, library=False),
                       self.call("validate", path, library=False)):
            text = (result.stderr or result.stdout).decode()
            self.assertIn(result.returncode, (1, 5), text)
            self.assertEqual(text.count("\n"), 1, text)
            for word in words:
                self.assertIn(word, text)
        self.assertEqual(self.dump(self.other), self.before)

    def event(self, lines, position, **fields):
        event = json.loads(lines[position])
        event.update(fields)
        lines[position] = json.dumps(event, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
        return lines

    def test_rewriting_alone_harms_nothing(self):
        self.assertEqual(self.take_in(self.write("fine.galley", rewrite(self.path)))["added"], 1)

    def test_digests(self):
        self.reject(rewrite(self.path, lambda name, data: data + b"x" if name.startswith("blobs") else data, False))
        self.reject(rewrite(self.path, lambda name, data: data + b"x" if name.startswith("blobs") else data))
        self.reject(rewrite(self.path, self.journal(lambda lines: lines[:-1]), False), "journal")
        self.reject(rewrite(self.path, lambda name, data: None if name.startswith("blobs") else data, False))

    def test_chain(self):
        change = self.journal
        self.reject(rewrite(self.path, change(lambda lines: lines[1:])), "lacks what comes before")
        self.reject(rewrite(self.path, change(lambda lines: lines[:2] + lines[3:])), "lacks what comes before")
        self.reject(rewrite(self.path, change(lambda lines: self.event(lines, 2, actor="Eve"))), "does not follow")
        self.reject(rewrite(self.path, change(lambda lines: self.event(lines, 2, body='{"to":{}}'))), "was changed")
        self.reject(rewrite(self.path, change(lambda lines: self.event(lines, 2, body=None))), "lost its content")
        self.reject(rewrite(self.path, change(lambda lines: lines[::-1])))
        self.reject(rewrite(self.path, change(lambda lines: lines + lines[-1:])), "not in its place")

    def test_forged_but_consistent(self):
        """Whoever makes a chain of his own still can't bring in what nobody could have done."""
        def forge(kind, body, **fields):
            def change(lines):
                event = json.loads(lines[-1])
                event.update(kind=kind, body=json.dumps(body), **fields)
                event["digest"] = hashlib.sha256(event["body"].encode()).hexdigest()
                text = json.loads(lines[-2])["chain"]
                for name in ("replica", "seq", "clock", "time", "actor", "article", "subject", "kind", "base", "unit",
                             "act", "verb", "target", "digest"):
                    value = None if event[name] is None else str(event[name]).encode()
                    text += "-," if value is None else f"{len(value)}:{value.decode()},"
                event["chain"] = hashlib.sha256(text.encode()).hexdigest()
                lines[-1] = json.dumps(event, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
                return lines
            return self.journal(change)
        reject = lambda *forged, **fields: self.merge_rejects(rewrite(self.path, forge(*forged, **fields)))
        reject("claim.status", {"to": {"status": "verified", "checked_by": "x", "checked_at": 1}})
        reject("claim.status", [1])
        reject("claim.range", {"to": {"start": 0, "end": 3, "quote": "xyz", "block": 0, "prefix": "", "suffix": ""}})
        reject("claim.place", {"to": {"start": 1}})
        reject("claim.priority", {"to": {"priority": "vital"}})
        reject("note.add", {"to": {"claim": self.article, "text": "x", "author": "x", "written_at": 1}})
        other = self.add("Another article.\n", "another.txt")
        self.take_in(self.export(name="another.galley"))
        self.before = self.dump(self.other)
        for kind, body in (("claim.note", {"to": {"note": "x"}}), ("claim.status", {"to": {"status": "confirmed"}})):
            reject(kind, body, article=other)
        self.reject(rewrite(self.path, forge("claim.oracle", {"to": {}})), "unknown kind “claim.oracle”", "newer")
        self.reject(rewrite(self.path, forge("claim.note", {"to": {}}, clock=2**62)), "no clock shows")

    def merge_rejects(self, data):
        self.take_in(self.write("bad.galley", data), code=1)
        self.assertEqual(self.dump(self.other), self.before)

    def test_versions(self):
        self.reject(rewrite(self.path, version=2), "newer version")
        self.reject(rewrite(self.path, format="something-else"), "not a review package")
        self.reject(rewrite(self.path, left_out=[{"replica": "x", "seq": 1, "chain": "y"}]), "manifest")

    def test_archives(self):
        whole = self.path.read_bytes()
        for size in (40, len(whole) // 2, len(whole) - 1):
            self.reject(whole[:size])
        self.reject(whole + b"x")
        flags = bytearray(whole)
        at = flags.rindex(b"PK\x01\x02")
        flags[at + 8] |= 1
        self.reject(bytes(flags), "encrypted")

    def with_member(self, name, data=b"x", n=1):
        out = io.BytesIO(rewrite(self.path))
        with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as package:
            for _ in range(n):
                package.writestr(name, data)
        return out.getvalue()

    def test_members(self):
        for name in ("../evil", "/etc/passwd", "blobs/../../x", "extra.txt", "blobs/" + "g" * 64):
            self.reject(self.with_member(name), "does not belong there")
        self.reject(self.with_member("blobs/" + "0" * 64), "does not list")
        with zipfile.ZipFile(self.path) as package:
            blob = next(name for name in package.namelist() if name.startswith("blobs"))
        with self.assertWarns(UserWarning):
            twice = self.with_member(blob)
        self.reject(twice, "two files of one name")

    def test_bombs(self):
        self.reject(self.with_member("blobs/" + "0" * 64, bytes(80 << 20)), "trap")
        self.reject(rewrite(self.path, self.journal(lambda lines: lines + [b'{"replica":"' + b"ab" * (9 << 20)])))
        deep = "[" * 100000
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as package:
            package.writestr("manifest.json", deep)
            package.writestr("journal.jsonl", "")
        self.reject(out.getvalue(), "manifest is damaged")

    def test_size_that_lies(self):
        data = bytearray(self.path.read_bytes())
        at = data.index(b"PK\x01\x02")
        struct.pack_into("<I", data, at + 24, 5)
        self.reject(bytes(data), "longer than it says")


class ValidateTest(PackageTest):
    def test_what_is_in_it(self):
        path = self.export()
        found = self.do_json("validate", path, library=False)
        self.assertEqual((found["problem"], found["articles"], found["whole"]), (None, 1, True))
        [seal] = found["seals"]
        self.assertEqual([seal], self.do_json("verify", "--seal")["seals"])
        self.assertIn(seal["seal"], self.do("verify", "--seal"))
        self.assertIn(seal["seal"], self.do("validate", path, library=False))

    def test_folder(self):
        """As in other formats: each article under its title, and nothing is replaced unasked."""
        second = self.add("A Title 🚨 With an Alert\n\nAnother one.\n", name="second.txt")
        folder = self.folder / "packages"
        folder.mkdir()
        export = ("export", self.article, second, "--format", "package", "--output", folder)
        paths = [Path(line) for line in self.do(*export).splitlines()]
        self.assertEqual(sorted(paths), sorted(folder.iterdir()))
        self.assertEqual([path.suffix for path in paths], [".galley"] * 2)
        for path, article in zip(paths, (self.article, second)):
            self.assertEqual(self.take_in(path, library=self.folder / (article + ".library"))["articles"], [article])

        paths[1].unlink()
        before = paths[0].read_bytes()
        self.refuse(1, *export)
        self.assertEqual((list(folder.iterdir()), paths[0].read_bytes()), ([paths[0]], before))
        self.do(*export, "--replace")
        self.assertEqual(sorted(paths), sorted(folder.iterdir()))

    def test_usage(self):
        self.refuse(2, "export", self.article, "--format", "package")
        self.refuse(2, "export", "--format", "package", "--output", "x")
        self.refuse(2, "export", "--all", "--format", "package", "--output", self.folder)
        self.refuse(2, "export", self.article, "--format", "package", "--layout", "memo", "--output", "x")
        self.refuse(2, "export", "--all", "--format", "html", "--output", "x")
        self.refuse(2, "export", self.article, "--all", "--format", "package", "--output", "x")
        self.refuse(3, "export", "f" * 8, "--format", "package", "--output", "x")
        self.assertFalse((self.folder / "x").exists())
        self.assertIn("confidential sources", self.do("export", "--help"))


if __name__ == "__main__":
    harness.main()
