#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where words of an old draft stand in a new one."""
import harness

OLD = "A Title 🚨\n\nThe strike killed 11 people. Nobody was hurt in the port. The mayor denied it.\n"
NEW = "A Title 🚨\n\nBy A. Writer\n\nThe strike killed 12 people. Nobody was hurt in the port.\n"


class AnchorTest(harness.CliTest):
    def anchor(self, *options, old=OLD, new=NEW, spans):
        if not isinstance(spans, (str, bytes)):
            spans = "".join(f"{start} {end}\n" for start, end in spans)
        return (*options, self.write("old.txt", old), self.write("new.txt", new),
                self.write("spans.txt", spans))

    def span(self, words):
        start = OLD.index(words)
        return start, start + len(words)

    def place(self, words):
        start = NEW.index(words)
        return f"{start} {start + len(words)}"

    def test_classes(self):
        spans = [self.span("Nobody was hurt in the port."), self.span("The strike killed 11 people."),
                 self.span("The mayor denied it.")]
        self.assertEqual(
            self.do("anchor", *self.anchor(spans=spans), library=False),
            f"exact {self.place('Nobody was hurt in the port.')}\n"
            f"changed {self.place('The strike killed 12 people.')}\n"
            "lost\n")

    def test_json(self):
        spans = [self.span("The strike killed 11 people."), self.span("The mayor denied it.")]
        changed, lost = self.do_json("anchor", *self.anchor(spans=spans), library=False)
        self.assertEqual((changed["class"], changed["differences"]), ("changed", ["number"]))
        self.assertEqual(changed["quote"], "The strike killed 12 people.")
        self.assertEqual(
            [(piece["kind"], OLD[piece["old_start"]:piece["old_end"]],
              NEW[piece["new_start"]:piece["new_end"]]) for piece in changed["diff"]],
            [("same", "The strike killed ", "The strike killed "), ("deleted", "11", ""),
             ("inserted", "", "12"), ("same", " people.", " people.")])
        self.assertEqual(lost, {"class": "lost", "start": None, "end": None, "quote": None,
                                "differences": [], "diff": None})

    def test_lines_of_spans(self):
        start, end = self.span("The strike")
        text = f"\n  {start}\t{end}  \r\n\n"
        self.assertEqual(self.do("anchor", *self.anchor(spans=text), library=False),
                         f"exact {self.place('The strike')}\n")
        self.assertEqual(self.do("anchor", *self.anchor(spans=""), library=False), "")
        self.assertEqual(self.do_json("anchor", *self.anchor(spans=""), library=False), [])

    def test_standard_input(self):
        old, new, _ = self.anchor(spans="")
        start, end = self.span("Nobody")
        self.assertEqual(self.do("anchor", old, new, "-", stdin=f"{start} {end}\n", library=False),
                         f"exact {self.place('Nobody')}\n")

    def test_text_is_read_as_it_is(self):
        text = "\ufeff<p>&amp; **No** markup</p>\r\n"
        self.assertEqual(self.do("anchor", *self.anchor(old=text, new=text, spans=[(0, len(text))]),
                                 library=False), f"exact 0 {len(text)}\n")

    def test_empty_drafts(self):
        self.assertEqual(self.do("anchor", *self.anchor(new="", spans=[(0, 7)]), library=False), "lost\n")
        self.assertEqual(self.do("anchor", *self.anchor(old="", spans=""), library=False), "")

    def test_import(self):
        old = "<html><body><article><p>The strike killed eleven people.</p></article></body></html>"
        new = "<html><body><article><p>Alas! The strike killed eleven people.</p></article></body></html>"
        text = self.do_json("text", self.write("a.html", new), library=False)["text"]
        start = text.index("The strike")
        self.assertEqual(
            self.do("anchor", *self.anchor("--import", old=old, new=new, spans=[(0, 32)]), library=False),
            f"exact {start} {start + 32}\n")

    def test_no_spans(self):
        for line in ("x y", "1", "1 2 3", "-1 4", "4 4", "9 3", "1.5 3", "99999999999 99999999999999"):
            with self.subTest(line):
                message = self.refuse(1, "anchor", *self.anchor(spans=f"0 4\n{line}\n"), library=False)
                self.assertIn("Line 2 of “", message)

    def test_span_outside(self):
        message = self.refuse(1, "anchor", *self.anchor(spans=[(0, len(OLD) + 1)]), library=False)
        self.assertIn(f"{len(OLD) + 1} of a draft that has {len(OLD)}", message)

    def test_unreadable(self):
        old, new, spans = self.anchor(spans="0 4\n")
        missing = self.folder / "missing"
        for files in ((missing, new, spans), (old, missing, spans), (old, new, missing)):
            self.assertIn("missing", self.refuse(1, "anchor", *files, library=False))
        for bad in (b"\xff\xfe", b"a\0b"):
            self.assertIn("not valid UTF-8",
                          self.refuse(1, "anchor", *self.anchor(new=bad, spans="0 4\n"), library=False))

    def test_bytes_in_spans(self):
        self.refuse(1, "anchor", *self.anchor(spans=b"\xff\0 4\n"), library=False)

    def test_arguments(self):
        self.refuse(2, "anchor", library=False)
        self.refuse(2, "anchor", "a", "b", library=False)


if __name__ == "__main__":
    harness.main()
