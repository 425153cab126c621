#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""galleyctl sentences, alone and in batches"""
import subprocess

import harness

SEPARATOR = "\x1e\n"


class SentencesTest(harness.CliTest):
    def cut(self, text, *options):
        lines = self.do("sentences", *options, stdin=text, library=False).split("\n")
        self.assertEqual(lines.pop(), "")
        return lines

    def test_one_sentence_a_line(self):
        self.assertEqual(self.cut("One sentence. Another one! A third?"),
                         ["One sentence.", "Another one!", "A third?"])

    def test_white_space_within_a_sentence(self):
        self.assertEqual(self.cut("He  came\tand\u00a0saw it. She did."), ["He came and saw it.", "She did."])

    def test_lines_of_a_paragraph(self):
        for line_end in ("\n", "\r\n", "\r"):
            self.assertEqual(self.cut(f"He came and saw{line_end}it. She did{line_end}not."),
                             ["He came and saw it.", "She did not."])

    def test_no_sentence_crosses_a_blank_line(self):
        for line_end in ("\n", "\r\n", "\r"):
            for blank in ("", " \t", "\u00a0"):
                self.assertEqual(self.cut(f"a heading{line_end}{blank}{line_end}and some text"),
                                 ["a heading", "and some text"])

    def test_nothing(self):
        for text in ("", "\n", " \n\t\n", "\ufeff"):
            self.assertEqual(self.cut(text), [])

    def test_byte_order_mark(self):
        self.assertEqual(self.cut("\ufeffWords."), ["Words."])

    def test_all_text_comes_out(self):
        text = "🚨 Alert! e\u0301t\u00e9 fini. שלום עולם. مرحبا؟ 日本語。次の文。\r\n\r\n“Quote.” (End.) …\x00".replace("\x00", "")
        self.assertEqual("".join("".join(self.cut(text)).split()), "".join(text.split()))

    def test_language(self):
        self.assertEqual(self.cut("Hallo Welt. Noch ein Satz.", "--lang", "de"), ["Hallo Welt.", "Noch ein Satz."])
        self.assertEqual(self.cut("Some words.", "--lang=xx-Unknown"), ["Some words."])
        for bad in ("", "x", "en@ss=none", "é", "e" * 36):
            self.refuse(2, "sentences", f"--lang={bad}", library=False)

    def test_file(self):
        path = self.write("a.txt", "One. Two.")
        self.assertEqual(self.do("sentences", path, library=False), "One.\nTwo.\n")
        self.assertEqual(self.do("sentences", "-", stdin="One. Two.", library=False), "One.\nTwo.\n")

    def test_bad_input(self):
        self.assertIn("gone.txt", self.refuse(1, "sentences", "gone.txt", library=False))
        self.assertIn("gone.txt", self.refuse(1, "sentences", "--batch", "gone.txt", library=False))
        self.refuse(1, "sentences", self.folder, library=False)
        self.refuse(1, "sentences", "--batch", self.folder, library=False)
        self.refuse(1, "sentences", stdin=b"caf\xe9", library=False)
        self.refuse(1, "sentences", stdin=b"nul\0nul", library=False)


class BatchTest(harness.CliTest):
    def answers(self, batch):
        text = self.do("sentences", "--batch", stdin=batch, library=False)
        parts = text.split(SEPARATOR)
        self.assertEqual(parts.pop(), "")
        return [part.splitlines() for part in parts]

    def test_an_answer_for_each_text(self):
        self.assertEqual(self.answers("One. Two.\n" + SEPARATOR + SEPARATOR + "Three.\n\nFour.\n" + SEPARATOR),
                         [["One.", "Two."], [], ["Three.", "Four."]])

    def test_last_text_without_separator(self):
        self.assertEqual(self.answers("One.\n" + SEPARATOR + "Two."), [["One."], ["Two."]])
        self.assertEqual(self.answers("One.\n\x1e"), [["One."]])

    def test_separator_within_a_line(self):
        """It ends no text there, and is never printed but alone: answers stay countable."""
        self.assertEqual(self.answers("One\x1etwo three.\n" + SEPARATOR), [["One two three."]])
        self.assertEqual(self.answers("One. \x1e Two.\n" + SEPARATOR), [["One.", "Two."]])

    def test_same_as_alone(self):
        texts = ["A. B? C!", "Heading\n\nText goes on\nhere. And here.", "日本語。次。", "", "No end"]
        batch = self.answers("".join(f"{text}\n{SEPARATOR}" for text in texts))
        self.assertEqual(batch, [self.do("sentences", stdin=text, library=False).splitlines() for text in texts])

    def test_many(self):
        answers = self.answers(f"Text one. Text two.\n{SEPARATOR}" * 5000)
        self.assertEqual(answers, [["Text one.", "Text two."]] * 5000)

    def test_each_answer_comes_at_once(self):
        process = subprocess.Popen([harness.GALLEYCTL, "sentences", "--batch"],
                                   stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        for _ in range(3):
            process.stdin.write(f"One.\n{SEPARATOR}".encode())
            process.stdin.flush()
            self.assertEqual([process.stdout.readline(), process.stdout.readline()], [b"One.\n", b"\x1e\n"])
        process.stdin.close()
        self.assertEqual(process.wait(harness.TIMEOUT_S), 0)
        process.stdout.close()

    def test_bad_text_is_named(self):
        result = self.call("sentences", "--batch", stdin=b"One.\n\x1e\ncaf\xe9\n\x1e\n", library=False)
        self.assertEqual((result.returncode, result.stdout), (1, b"One.\n\x1e\n"))
        self.assertIn("Text 2", self.assert_sentence(result.stderr))


if __name__ == "__main__":
    harness.main()
