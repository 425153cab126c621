#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The help, the version, the man page, and what every command has in common."""
import os
import re
import subprocess

import harness


def commands(test):
    """Names of all commands, from the help of the program."""
    text = test.do("--help", library=False)
    block = text.split("Commands:\n", 1)[1].split("\n\n", 1)[0]
    return [line.split()[0] for line in block.splitlines()]


def options(test, *arguments):
    """Long options that a help lists."""
    return re.findall(r"^  (?:-\w, )?(--[\w-]+)", test.do(*arguments, "--help", library=False), re.M)


class HelpTest(harness.CliTest):
    def test_program(self):
        text = self.do("--help", library=False)
        self.assertIn("galleyctl [OPTION…] COMMAND", text)
        self.assertEqual(self.do("-h", library=False), text)
        for code in "01234567":
            self.assertRegex(text, rf"(?m)^  {code} \w")

    def test_every_command(self):
        for name in commands(self):
            with self.subTest(name):
                text = self.do(name, "--help", library=False)
                self.assertTrue(text.startswith(f"Usage:\n  galleyctl {name} [OPTION…]"), text)
                self.assertEqual(self.do(name, "-h", library=False), text)
                self.assertEqual(self.do("--library", "/nowhere/x", name, "--help", library=False), text)

    def test_there_are_all_commands(self):
        self.assertEqual(sorted(commands(self)), sorted(
            "add-source agenda agreement anchor annotate answer archive ask attachment backup bring-back claims comment compare "
            "copy correction decide delete delete-source disagreements dismiss draft drafts edit-evidence "
            "edit-source end-reading end-session export gate "
            "judge read readings remove-reading start-reading "
            "history import import-sources keep left-out list mark mark-suggestions missing move note park "
            "pause-session present progress queries "
            "redo relink remove-comment remove-query remove-source reopen repeat repeats resolve restore resume-session "
            "retire search sentences sessions set setting settings show sign sign-offs source sources start-session "
            "status suggestions text tray undismiss undo "
            "unmark validate verify".split()))

    def test_version(self):
        self.assertRegex(self.do("--version", library=False), r"\Agalleyctl \d+\.\d+\.\d+\n\Z")

    def test_language_does_not_change_the_encoding(self):
        for locale in ("C", "C.UTF-8", "en_US.ISO-8859-1", "no_SUCH"):
            self.assertIn("“galleyctl COMMAND --help”",
                          self.do("--help", library=False, LC_ALL=locale))


class UsageTest(harness.CliTest):
    def test_no_command(self):
        self.refuse(2, library=False)
        self.refuse(2)

    def test_unknown_command(self):
        self.assertIn("“bogus”", self.refuse(2, "bogus"))
        self.refuse(2, "")

    def test_unknown_option(self):
        self.refuse(2, "--bogus", "text", "x", library=False)
        for name in commands(self):
            with self.subTest(name):
                self.assertIn("--bogus", self.refuse(2, name, "--bogus"))

    def test_too_many_arguments(self):
        for name in commands(self):
            if name not in ("agenda", "bring-back", "export", "import", "import-sources", "judge", "keep", "present",
                            "retire", "search", "verify",
                            "set", "status", "unmark"):
                with self.subTest(name):
                    self.refuse(2, name, *"abcdefgh")

    def test_option_without_value(self):
        self.refuse(2, "--library", library=False)

    def test_text_that_is_no_utf8(self):
        self.refuse(2, b"\xff\xfe", library=False)
        self.assertIn("not UTF-8", self.refuse(2, "show", b"\xff\xfe"))


class OutputTest(harness.CliTest):
    def test_full_output(self):
        for arguments in (["--help"], ["--version"], ["text", "--help"]):
            with self.subTest(arguments), open("/dev/full", "w") as full:
                result = subprocess.run([harness.GALLEYCTL] + arguments, stdout=full, stderr=subprocess.PIPE)
                self.assertEqual(result.returncode, 1)
                self.assertIn("No space left", self.assert_sentence(result.stderr))

    def test_reader_gone(self):
        read, write = os.pipe()
        os.close(read)
        with os.fdopen(write, "w") as gone:
            result = subprocess.run([harness.GALLEYCTL, "--help"], stdout=gone, stderr=subprocess.PIPE)
        self.assertEqual((result.returncode, result.stderr), (1, b""))

    def test_closed_output(self):
        result = subprocess.run(["sh", "-c", 'exec "$0" --help >&-', harness.GALLEYCTL], stderr=subprocess.PIPE)
        self.assertEqual(result.returncode, 1)


class ManPageTest(harness.CliTest):
    def setUp(self):
        super().setUp()
        with open(os.environ["GALLEYCTL_MAN"], encoding="utf-8") as page:
            self.page = page.read()
        self.sections = dict(re.findall(r'(?ms)^\.SH "?([^"\n]+)"?\n(.*?)(?=^\.SH |\Z)', self.page))

    def test_every_command_and_option_is_documented(self):
        described = dict(re.findall(r"(?ms)^\.SS (\S+)\n(.*?)(?=^\.SS |\Z)", self.sections["COMMANDS"]))
        shared = self.sections["OPTIONS"].replace("\\-", "-")
        self.assertEqual(list(described), commands(self))
        for name, text in described.items():
            for option in options(self, name):
                with self.subTest(name, option=option):
                    self.assertIn(option, shared + text.replace("\\-", "-"))

    def test_options_of_the_program_are_documented(self):
        for option in options(self):
            self.assertIn(option, self.sections["OPTIONS"].replace("\\-", "-"))

    def test_exit_codes_are_documented(self):
        self.assertEqual(re.findall(r"(?m)^\.B (\d)$", self.sections["EXIT STATUS"]), list("01234567"))


if __name__ == "__main__":
    harness.main()
