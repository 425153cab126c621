#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""verify, backup, restore, libraries that are none, and several programs at once"""
import contextlib
import os
import secrets
import shutil
import sqlite3
import subprocess
import threading
from pathlib import Path

import harness
from harness import TEXT


class Edited:
    """The library's file, opened behind Galley's back."""

    def __init__(self, path):
        self.connection = sqlite3.connect(path, isolation_level=None)

    def __enter__(self):
        self.triggers = self.connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        for name, _ in self.triggers:
            self.connection.execute(f"DROP TRIGGER {name}")
        return self.connection

    def __exit__(self, *_):
        for _, sql in self.triggers:
            self.connection.execute(sql)
        self.connection.close()


class VerifyTest(harness.LibraryTest):
    def setUp(self):
        super().setUp()
        self.claim_id = self.mark("11 people", "--status", "confirmed")
        self.mark("The mayor met")
        self.do("source", self.claim_id, "Police report")
        self.do("note", self.claim_id, "seen")
        self.do("undo", self.article)

    def expect_damage(self):
        result = self.call("verify")
        self.assertEqual((result.returncode, result.stderr), (4, b""))
        lines = result.stdout.decode().splitlines()
        self.assertGreater(len(lines), 0)
        for line in lines:
            self.assertRegex(line, r"\A\S.{8,}\Z")
        listed = self.call("verify", "--json")
        self.assertEqual(listed.returncode, 4)
        self.assertEqual(len(harness.json.loads(listed.stdout)), len(lines))

    def test_sound(self):
        self.assertEqual(self.do("verify"), "")
        self.assertEqual(self.do_json("verify"), [])

    def test_flipped_byte_in_a_blob(self):
        with Edited(self.library) as db:
            sha256, data = db.execute("SELECT sha256, data FROM blob ORDER BY length (data) DESC LIMIT 1").fetchone()
            data = data[:9] + bytes([data[9] ^ 1]) + data[10:]
            db.execute("UPDATE blob SET data = ? WHERE sha256 = ?", (data, sha256))
        self.expect_damage()

    def test_removed_blob(self):
        with Edited(self.library) as db:
            db.execute("DELETE FROM blob WHERE sha256 = (SELECT text FROM draft)")
        self.expect_damage()

    def test_edited_verdict(self):
        with Edited(self.library) as db:
            db.execute("UPDATE claim SET status = 'disputed' WHERE id = ?", (self.claim_id,))
        self.expect_damage()

    def test_edited_count(self):
        with Edited(self.library) as db:
            db.execute("UPDATE article SET n_confirmed = 7")
        self.expect_damage()

    def test_edited_event(self):
        for column, value in (("actor", "Somebody Else"), ("body", '{"to":{}}'), ("time", "2020-01-01T00:00:00.000Z")):
            with self.subTest(column):
                copy = self.library.read_bytes()
                with Edited(self.library) as db:
                    db.execute(f"UPDATE event SET {column} = ? WHERE kind = 'claim.status' OR kind = 'claim.add'",
                               (value,))
                self.expect_damage()
                self.library.write_bytes(copy)

    def test_removed_event(self):
        with Edited(self.library) as db:
            db.execute("DELETE FROM event WHERE id = (SELECT id FROM event WHERE kind = 'source.add')")
        self.expect_damage()

    def test_removed_last_verdict(self):
        with Edited(self.library) as db:
            db.execute("DELETE FROM claim WHERE id != ?", (self.claim_id,))
        self.expect_damage()

    def test_damaged_index(self):
        """Words that are not found any more are found again once the index was made anew."""
        self.assertIn("11 people", self.do("search", "people"))
        with Edited(self.library) as db:
            db.execute("UPDATE claim_words_data SET block = zeroblob(length(block)) WHERE id > 10")
        self.expect_damage()
        self.assertIn("“claim_words”", self.call("verify").stdout.decode())
        self.assertEqual(self.do("verify", "--renew-index"), "")
        self.assertEqual(self.do("verify"), "")
        self.assertIn("11 people", self.do("search", "people"))

    def test_flipped_bits_are_found_or_harmless(self):
        """A damaged page is reported by verify; no command crashes on one."""
        whole = bytearray(self.library.read_bytes())
        for offset in range(4096, len(whole), 4096):
            damaged = bytearray(whole)
            damaged[offset:offset + 64] = bytes(64)
            self.library.write_bytes(damaged)
            for arguments in (["verify"], ["list"], ["claims", self.article]):
                self.assertIn(self.call(*arguments).returncode, (0, 1, 3, 4), (offset, arguments))
            self.clear_log()
        self.library.write_bytes(whole)
        self.assertEqual(self.do("verify"), "")

    def clear_log(self):
        for suffix in ("-wal", "-shm"):
            self.library.with_name(self.library.name + suffix).unlink(missing_ok=True)


class BackupTest(harness.LibraryTest):
    def test_round_trip(self):
        self.mark("11 people", "--status", "confirmed")
        before = self.contents()
        backup = self.folder / "backup"
        self.assertEqual(self.do("backup", backup), "")
        self.mark("The mayor met")
        self.do("delete", self.article)
        self.assertEqual(self.do("restore", backup), "")
        self.assertEqual(self.contents(), before)
        self.assertEqual(self.do("verify"), "")
        self.mark("The mayor met")

    def test_restore_where_there_is_none(self):
        before = self.contents()
        backup = self.folder / "backup"
        self.do("backup", backup)
        self.library.unlink()
        self.do("restore", backup)
        self.assertEqual(self.contents(), before)

    def test_restore_by_a_link(self):
        """What others are writing lies beside the file, and not beside a link to it."""
        with contextlib.closing(sqlite3.connect(self.library, isolation_level=None)) as reader:
            reader.execute("BEGIN")
            reader.execute("SELECT count(*) FROM event").fetchone()
            self.mark("11 people")
            self.assertTrue(Path(f"{self.library}-wal").exists())
            after = self.contents()
            link = self.folder / "elsewhere" / "link"
            link.parent.mkdir()
            link.symlink_to(self.library)
            other = self.folder / "other"
            self.do("restore", "--library", other, link, library=False)
        self.library = other
        self.assertEqual(self.contents(), after)

    def test_restore_over_a_damaged_library(self):
        """What was there is kept, damage and all."""
        before = self.contents()
        backup = self.folder / "backup"
        self.do("backup", backup)
        whole = self.library.read_bytes()
        torn = whole[:8192] + bytes(8192) + whole[16384:]
        for damaged in (b"no library at all" * 500, whole[:len(whole) // 2], torn):
            self.library.write_bytes(damaged)
            self.do("restore", backup)
            self.assertEqual(self.contents(), before)
            self.assertEqual(self.do("verify"), "")
            kept = list(self.folder.glob("*.before-restore-*"))
            self.assertIn(damaged, [path.read_bytes() for path in kept])
            for path in kept:
                path.unlink()

    def test_restore_keeps_what_was_there(self):
        backup = self.folder / "backup"
        self.do("backup", backup)
        self.mark("11 people")
        after = self.contents()
        self.do("restore", backup)
        [kept] = self.folder.glob("*.before-restore-*")
        self.library = kept
        self.assertEqual(self.contents(), after)

    def test_backup_is_a_library(self):
        self.do("backup", self.folder / "backup")
        self.assertEqual(self.do("verify", "--library", self.folder / "backup", library=False), "")

    def test_backup_of_a_damaged_library(self):
        """It is the library that is said to be damaged, and not what its copy is called for a moment."""
        with sqlite3.connect(self.library) as db:
            [(page,)] = db.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'claim'")
        db.close()
        whole = self.library.read_bytes()
        self.library.write_bytes(whole[:(page - 1) * 4096] + bytes(4096) + whole[page * 4096:])
        self.assertIn(f"“{self.library.name}”", self.refuse(1, "backup", self.folder / "backup"))
        self.assertEqual(list(self.folder.glob("backup*")), [])

    def test_backup_over_something_else(self):
        """Another library is not lost by a slip in a name; the backup of yesterday is replaced."""
        backup, other, note = self.folder / "backup", self.folder / "other", self.folder / "note"
        note.write_text("A note.")
        self.do("import", "--library", other, note, library=False)
        for path in (other, note):
            before = path.read_bytes()
            self.refuse(1, "backup", path)
            self.assertEqual(path.read_bytes(), before)
        self.do("backup", backup)
        self.mark("11 people")
        self.do("backup", backup)
        self.assertIn("11 people", self.do("claims", "--library", backup, self.article, library=False))

    def test_backup_to_nowhere(self):
        self.refuse(1, "backup", self.folder / "gone" / "backup")
        self.refuse(1, "backup", self.folder)
        self.refuse(1, "backup", "/dev/full")
        locked = self.folder / "locked"
        locked.mkdir(mode=0o555)
        self.refuse(1, "backup", locked / "backup")
        self.assertEqual(list(locked.iterdir()), [])

    def test_backup_over_the_library_itself(self):
        before = self.contents()
        self.refuse(1, "backup", self.library)
        self.assertEqual(self.contents(), before)

    def test_restore_of_what_is_no_backup(self):
        before = self.contents()
        for backup in (self.folder / "gone", self.folder, self.write("text", "no library"), self.write("empty", "")):
            self.refuse(1, "restore", backup)
            self.assertEqual(self.contents(), before)

    def test_restore_of_a_damaged_backup(self):
        before = self.contents()
        backup = self.folder / "backup"
        self.do("backup", backup)
        whole = backup.read_bytes()
        backup.write_bytes(whole[:len(whole) // 2])
        self.refuse(1, "restore", backup)
        self.assertEqual(self.contents(), before)


class PurgeTest(harness.CliTest):
    def holding(self):
        return sorted(path.name for path in self.folder.rglob("*") if path.is_file() and b"Riverton" in path.read_bytes())

    def test_copies_that_nobody_asked_for(self):
        """What was kept when the format changed goes as well; what somebody may want is named."""
        fixture = Path(os.environ["G_TEST_SRCDIR"]) / "fixtures/store/library-3.galleydb"
        self.library.write_bytes(fixture.read_bytes())
        [article] = self.do_json("list")
        self.assertEqual(self.holding(), [self.library.name, f"{self.library.name}.format-3"])
        self.do("backup", self.folder / "backup")
        self.do("restore", self.folder / "backup")
        [aside] = self.folder.glob("*.before-restore-*")
        notes = self.write(f"{self.library.name}.format-notes", "Nothing of Galley’s.")
        result = self.call("delete", article["id"], "--purge")
        self.assertEqual((result.returncode, result.stdout), (0, b""))
        self.assertIn(f"“{aside.name}”", self.assert_sentence(result.stderr))
        self.assertEqual(self.holding(), ["backup", aside.name])
        self.assertTrue(notes.exists())


class BadLibraryTest(harness.CliTest):
    READING = (["list"], ["verify"], ["history"], ["search", "x"], ["sources"], ["show", "abcd"], ["backup", "b"])

    def test_missing(self):
        for arguments in self.READING + (["mark", "abcd", "0", "5"], ["undo"]):
            with self.subTest(arguments):
                self.assertIn(self.library.name, self.refuse(1, *arguments))
                self.assertEqual(list(self.folder.iterdir()), [])

    def test_empty(self):
        """A file that holds nothing any more is no library without articles."""
        self.write(self.library.name, "")
        article = self.write("a.txt", "An article.")
        for arguments in self.READING + (["mark", "abcd", "0", "5"], ["undo"], ["import", article]):
            with self.subTest(arguments):
                self.assertIn(self.library.name, self.refuse(4 if arguments == ["verify"] else 1, *arguments))
                self.assertEqual({path.name: path.stat().st_size for path in self.folder.iterdir()},
                                 {self.library.name: 0, article.name: article.stat().st_size})

    def test_restore_over_nothing(self):
        """Where a full disk left an empty file a backup takes its place."""
        self.do("import", self.write("a.txt", "An article."))
        backup = self.folder / "backup"
        self.do("backup", backup)
        self.write(self.library.name, "")
        self.do("restore", backup)
        self.assertIn("An article.", self.do("list"))

    def refuse_everything(self, *, verify=4):
        path = self.write("a.txt", "An article.")
        files = {path.name: path.read_bytes() for path in self.folder.iterdir() if path.is_file()}
        for arguments in self.READING + (["import", path],):
            with self.subTest(arguments):
                self.refuse(verify if arguments == ["verify"] else 1, *arguments)
        after = {path.name: path.read_bytes() for path in self.folder.iterdir() if path.is_file()}
        self.assertEqual({name: after.get(name) for name in files}, files)

    def test_folder(self):
        self.library.mkdir()
        self.refuse_everything(verify=1)

    def test_not_a_database(self):
        self.write(self.library.name, "This is a text and no database. " * 100)
        self.refuse_everything()

    def test_another_database(self):
        with sqlite3.connect(self.library) as db:
            db.execute("CREATE TABLE somebody_elses (data)")
        self.refuse_everything()

    def test_version_that_is_not_true(self):
        """Nobody is told to look for a place where the library could be written to."""
        self.do("import", self.write("a.txt", "An article."))
        with sqlite3.connect(self.library) as db:
            db.execute("PRAGMA user_version = 3")
        db.close()
        self.assertIn("reports an error", self.refuse(1, "list"))

    def test_newer_version(self):
        self.do("import", self.write("a.txt", "An article."))
        with sqlite3.connect(self.library) as db:
            db.execute("PRAGMA user_version = 1000")
        db.close()
        self.refuse_everything(verify=1)
        self.assertIn("newer", self.refuse(1, "list"))

    def test_truncated(self):
        self.do("import", self.write("a.txt", TEXT * 50))
        whole = self.library.read_bytes()
        for length in (len(whole) - 4096, len(whole) // 2, 4096, 100):
            self.library.write_bytes(whole[:length])
            result = self.call("verify")
            self.assertEqual(result.returncode, 4, result)
            self.assertNotEqual(result.stdout + result.stderr, b"")

    def test_folder_without_rights(self):
        folder = self.folder / "locked"
        folder.mkdir()
        self.library = folder / "library"
        article = self.do("import", self.write("a.txt", TEXT)).strip()
        whole = self.library.read_bytes()
        self.library.chmod(0o444)
        folder.chmod(0o555)
        self.refuse(1, "mark", article, 0, 5)
        self.refuse(1, "import", self.folder / "a.txt")
        folder.chmod(0o755)
        self.assertEqual(self.library.read_bytes(), whole)

    def test_no_library_can_be_made(self):
        path = self.write("a.txt", "An article.")
        locked = self.folder / "locked"
        locked.mkdir(mode=0o555)
        self.library = locked / "library"
        self.refuse(1, "import", path)
        self.library = path / "library"
        self.refuse(1, "import", path)


class ReadOnlyTest(harness.LibraryTest):
    """What can't be written to can be read, and nothing is left beside it."""

    def setUp(self):
        super().setUp()
        self.mark("11 people", "--status", "confirmed")
        self.locked = self.folder / "locked"
        self.locked.mkdir()
        self.library = self.library.rename(self.locked / "library")

    def read_all(self):
        """What every command prints that changes nothing."""
        out = self.folder / "out"
        written = []
        for format_ in ("html", "csv", "package"):
            self.do("export", self.article, "--format", format_, "--output", out)
            written.append(len(out.read_bytes()))
            out.unlink()
        self.do("backup", out)
        out.unlink()
        return self.contents() + written + [self.do(*arguments) for arguments in (
            ["list"], ["show", self.article], ["claims", self.article], ["history"], ["search", "people"], ["sources"],
            ["missing", self.article], ["progress"], ["drafts", self.article], ["settings"], ["verify"])]

    def refuse_changes(self):
        for arguments in (["mark", self.article, 0, 5], ["undo"], ["delete", self.article],
                          ["import", self.folder / "article.txt"], ["verify", "--renew-index"]):
            self.assertIn("can’t be written to", self.refuse(1, *arguments))

    def lock(self, file_mode, folder_mode):
        self.library.chmod(file_mode)
        self.locked.chmod(folder_mode)

    def test_reading(self):
        before = self.read_all()
        whole = self.library.read_bytes()
        for modes in ((0o444, 0o555), (0o444, 0o755), (0o644, 0o555)):
            with self.subTest(modes):
                self.lock(*modes)
                self.assertEqual(self.read_all(), before)
                self.refuse_changes()
                self.assertEqual([path.name for path in self.locked.iterdir()], [self.library.name])
                self.assertEqual(self.library.read_bytes(), whole)

    def test_damage(self):
        with Edited(self.library) as db:
            db.execute("UPDATE claim_words_data SET block = zeroblob(length(block)) WHERE id > 10")
        self.lock(0o444, 0o555)
        self.assertIn("“claim_words”", self.call("verify").stdout.decode())

    def leave_log(self):
        """As if a program had been killed: what it did last is in its log only."""
        with contextlib.closing(sqlite3.connect(self.library)) as reader:
            reader.execute("BEGIN")
            reader.execute("SELECT count(*) FROM event").fetchone()
            self.mark("The mayor met")
            for path in list(self.locked.iterdir()):
                shutil.copy(path, self.folder / f"copy{path.name.removeprefix(self.library.name)}")
        for path in list(self.locked.iterdir()):
            path.unlink()
        for suffix in ("", "-wal", "-shm"):
            (self.folder / f"copy{suffix}").rename(f"{self.library}{suffix}")

    def test_log_that_was_left(self):
        self.leave_log()
        self.lock(0o444, 0o555)
        self.assertIn("The mayor met", self.do("claims", self.article))
        self.assertEqual(self.do("verify"), "")

    def test_log_that_cannot_be_read(self):
        """Nothing is shown that leaves out what was done last."""
        self.leave_log()
        Path(f"{self.library}-shm").unlink()
        self.lock(0o444, 0o555)
        for arguments in (["list"], ["claims", self.article], ["verify"], ["export", self.article, "--format", "csv"]):
            self.assertIn("opened once where it can be written to", self.refuse(1, *arguments))
        self.lock(0o644, 0o755)
        self.assertIn("The mayor met", self.do("claims", self.article))

    def test_earlier_format(self):
        self.library.write_bytes((Path(os.environ["G_TEST_SRCDIR"]) / "fixtures/store/library-1.galleydb").read_bytes())
        self.lock(0o444, 0o555)
        self.assertIn("opened once where it can be written to", self.refuse(1, "list"))
        self.lock(0o644, 0o755)
        self.assertNotEqual(self.do("list"), "")


class FullDiskTest(harness.LibraryTest):
    """What does not fit is refused in one sentence and leaves nothing half done."""

    def test_import(self):
        before = self.contents()
        path = self.write("long.txt", TEXT * 2000)
        self.refuse(1, "import", path, limit_bytes=self.library.stat().st_size + 4096)
        self.assertEqual(self.contents(), before)
        self.assertEqual(self.do("verify"), "")
        self.do("import", path)

    def test_first_import(self):
        self.library.unlink()
        self.refuse(1, "import", self.folder / "article.txt", limit_bytes=8192)
        self.do("import", self.folder / "article.txt")
        self.assertEqual(self.do("verify"), "")

    def refuse_export(self, format_):
        """What SQLite needs beside a library to read it has room, and what is written has not."""
        article = self.add("\n\n".join(secrets.token_hex(2000) for _ in range(100)), "long.txt")
        path = self.folder / "out"
        before = set(self.folder.iterdir())
        for content in (None, b"what was there"):
            if content:
                path.write_bytes(content)
            said = self.refuse(1, "export", article, "--format", format_, "--output", path, limit_bytes=65536)
            self.assertIn(f"“{path}”", said)
            self.assertEqual(path.read_bytes() if path.exists() else None, content)
            self.assertEqual(set(self.folder.iterdir()) - {path}, before)

    def test_export(self):
        self.refuse_export("html")

    def test_package(self):
        self.refuse_export("package")

    def test_backup(self):
        self.refuse(1, "backup", self.folder / "backup", limit_bytes=8192)
        self.assertEqual(list(self.folder.glob("backup*")), [])

    def test_restore(self):
        backup = self.folder / "backup"
        self.do("backup", backup)
        self.mark("11 people")
        before = self.contents()
        self.refuse(1, "restore", backup, limit_bytes=8192)
        self.assertEqual(self.contents(), before)
        self.assertEqual(self.do("verify"), "")


class TogetherTest(harness.LibraryTest):
    def test_two_programs_mark_at_once(self):
        """Neither loses anything of the other's, and the library stays sound."""
        ids, failures = [], []

        def mark(offset):
            for n in range(100):
                result = self.call("mark", self.article, offset + n % 20, offset + 20 + n % 7,
                                   "--actor", f"Checker {offset}")
                if result.returncode != 0 or result.stderr:
                    failures.append(result)
                ids.append(result.stdout.decode().strip())

        threads = [threading.Thread(target=mark, args=(offset,)) for offset in (0, 60)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(failures, [])
        self.assertEqual(len(set(ids)), 200)
        self.assertEqual({claim["id"] for claim in self.claims()}, set(ids))
        self.assertEqual(self.do("verify"), "")

    def test_waits_for_another_program(self):
        """Reading goes on while another program writes; writing waits for it."""
        before = self.contents()
        other = sqlite3.connect(self.library, isolation_level=None, check_same_thread=False)
        other.execute("BEGIN IMMEDIATE")
        self.assertEqual(self.contents(), before)
        release = threading.Timer(1, other.rollback)
        release.start()
        claim = self.mark("11 people")
        release.join()
        other.close()
        self.assertEqual([c["id"] for c in self.claims()], [claim])

    def test_killed_while_marking(self):
        """What was printed as done is there, whenever the program was killed."""
        for n in range(20):
            process = subprocess.Popen([harness.GALLEYCTL, "--library", self.library, "mark", self.article,
                                        "0", "5"], stdout=subprocess.PIPE, env=self.environment())
            try:
                process.wait(0.002 * n)
            except subprocess.TimeoutExpired:
                process.kill()
            printed = process.communicate()[0].decode().strip()
            found = {claim["id"] for claim in self.claims()}
            self.assertTrue(not printed or printed in found)
        self.assertEqual(self.do("verify"), "")


if __name__ == "__main__":
    harness.main()
