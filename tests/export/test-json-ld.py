#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Web Annotations and ClaimReview against JSON schemas, the article and the validator."""
import json
import os
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import jsonschema
import tap
from json_ld_schemas import COLLECTION, REVIEWS
from samples import Samples


class LinkedDataTest(Samples):
    def read(self, name, nick):
        return json.loads(self.path(name, nick).read_bytes())

    def validate(self, name, nick, *arguments):
        result = subprocess.run(
            [os.environ["GALLEYCTL"], "validate", *arguments, self.path(name, nick)],
            capture_output=True, text=True, check=False,
        )
        self.assertEqual(result.stderr, "")
        errors = [line for line in result.stdout.splitlines() if line.startswith("error")]
        self.assertEqual((result.returncode, errors), (0, []))

    def check_schema(self, data, schema):
        validator = jsonschema.Draft202012Validator(schema)
        for error in validator.iter_errors(data):
            self.fail(f"{error.json_path}: {error.message}")


class AnnotationTest(LinkedDataTest):
    def each_claim(self):
        for name, facts in self.facts.items():
            with self.subTest(name):
                items = self.read(name, "annotations").get("first", {"items": []})["items"]
                claims = {f"urn:uuid:{claim['id']}": claim for claim in facts.claims}
                found = [item for item in items if item["id"] in claims]
                self.assertEqual([item["id"] for item in found], list(claims))
                for item in found:
                    yield facts, item, claims[item["id"]]

    def test_schema(self):
        for name in self.facts:
            with self.subTest(name):
                self.check_schema(self.read(name, "annotations"), COLLECTION)

    def test_targets_are_the_words(self):
        for facts, item, claim in self.each_claim():
            quote, position = item["target"]["selector"]
            start, end = claim["start"], claim["end"]
            self.assertEqual((position["start"], position["end"]), (start, end))
            self.assertEqual(quote["exact"], facts.text[start:end])
            prefix, suffix = quote.get("prefix", ""), quote.get("suffix", "")
            self.assertTrue(facts.text[:start].endswith(prefix))
            self.assertTrue(facts.text[end:].startswith(suffix))
            whole = prefix + quote["exact"] + suffix
            if len(whole) < 1000:  # what is repeated all over the text may have no other context
                at = facts.text.find(whole)
                self.assertEqual(at, start - len(prefix))
                self.assertEqual(facts.text.find(whole, at + 1), -1)

    def test_motivations_and_bodies(self):
        for facts, item, claim in self.each_claim():
            expected = ["assessing"]
            expected += ["questioning"] if claim["status"] == "pending" else []
            expected += ["editing"] if claim["correction"] is not None else []
            self.assertEqual(item["motivation"], expected)
            bodies = {body["purpose"]: body.get("value") for body in item["body"]}
            self.assertEqual(bodies["classifying"], claim["status"])
            self.assertEqual(bodies.get("commenting"), claim["note"] or None)
            self.assertEqual(bodies.get("editing"), claim["correction"])

    def test_claims_that_a_new_draft_has_lost(self):
        """They are of the draft that had their words, and no program looks for these in the present one."""
        folder = Path(self.folder.name)
        command = [os.environ["GALLEYCTL"], "--library", folder / "lost.library"]
        drafts = "A Title\n\nThe 🚢 left on Monday.\nNobody was there.\n", "A Title\n\nIt rained for 3 days.\n"
        for number, words in enumerate(drafts):
            (folder / f"{number}.txt").write_text(words)

        def run(*arguments):
            return subprocess.run([*command, *arguments], capture_output=True, check=True).stdout.decode().strip()

        article = run("import", folder / "0.txt")
        start = drafts[0].index("left")
        claim = run("mark", article, str(start), str(start + 4), "--status", "confirmed")
        run("draft", article, folder / "1.txt")
        run("export", article, "--format", "annotations", "--output", folder / "lost.jsonld")
        data = json.loads((folder / "lost.jsonld").read_text())
        self.check_schema(data, COLLECTION)
        [item] = data["first"]["items"]
        quote, position = item["target"]["selector"]
        self.assertEqual((item["id"], quote["exact"]), (f"urn:uuid:{claim}", "left"))
        self.assertEqual((position["start"], position["end"]), (start, start + 4))
        self.assertNotIn(":sha256:", item["target"]["source"])
        self.assertEqual([body["value"] for body in item["body"] if body["purpose"] == "classifying"], ["pending"])
        self.assertEqual(run("validate", "--text", folder / "1.txt", folder / "lost.jsonld"), "")

    def test_nothing_ends_a_script(self):
        for name in self.facts:
            for nick in ("annotations", "claimreview"):
                data = self.path(name, nick).read_text(encoding="utf-8")
                self.assertNotIn("<", data)
                self.assertNotRegex(data, "[\u2028\u2029]")

    def test_the_validator_agrees(self):
        for name, facts in self.facts.items():
            with self.subTest(name):
                text = Path(self.folder.name, "article.txt")
                text.write_bytes(facts.text.encode())
                read = subprocess.run([os.environ["GALLEYCTL"], "text", "--json", text],
                                      capture_output=True, check=True)
                # The reader of plain text makes one kind of line end of all.
                same = json.loads(read.stdout)["text"] == facts.text
                self.validate(name, "annotations", *(("--text", text) if same else ()))


class ClaimReviewTest(LinkedDataTest):
    def test_schema(self):
        for name in self.facts:
            with self.subTest(name):
                self.check_schema(self.read(name, "claimreview"), REVIEWS)
                self.validate(name, "claimreview")

    def test_only_decided_claims_to_be_published(self):
        n_all = 0
        for name, facts in self.facts.items():
            with self.subTest(name):
                expected = [
                    (f"https://example.org/checks#claim-{number}", claim["status"].capitalize())
                    for number, claim in enumerate(facts.claims, start=1)
                    if claim["publishable"] and claim["status"] != "pending"
                    and facts.text[claim["start"] : claim["end"]].strip()
                ]
                found = [
                    (review["url"], review["reviewRating"]["alternateName"])
                    for review in self.read(name, "claimreview")["@graph"]
                ]
                self.assertEqual(found, expected)
                n_all += len(found)
        self.assertGreater(n_all, 50)


if __name__ == "__main__":
    tap.main()
