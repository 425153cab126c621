#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""galleyctl validate"""
import copy
import json

import harness

ANNOTATION = {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    "id": "urn:uuid:00000000-0000-4000-8000-000000000001",
    "type": "Annotation",
    "motivation": ["assessing"],
    "created": "2025-09-04T09:30:00Z",
    "body": [{"type": "TextualBody", "value": "confirmed", "purpose": "classifying"}],
    "target": {
        "type": "SpecificResource",
        "source": "https://example.org/story",
        "selector": [
            {"type": "TextQuoteSelector", "exact": "naïve 👩‍👩‍👧", "prefix": "So ", "suffix": "."},
            {"type": "TextPositionSelector", "start": 3, "end": 14},
        ],
        "state": {"type": "TimeState", "sourceDate": "2025-09-04T09:30:00Z"},
    },
}
REVIEW = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "url": "https://checks.example.org/1",
    "claimReviewed": "The boat carried 11 people",
    "datePublished": "2025-09-04",
    "author": {"@type": "Organization", "name": "The desk", "url": "https://www.example.org/"},
    "itemReviewed": {
        "@type": "Claim",
        "author": {"@type": "Person", "name": "The mayor"},
        "appearance": {"@type": "CreativeWork", "url": "https://example.org/story"},
    },
    "reviewRating": {
        "@type": "Rating", "alternateName": "False", "ratingValue": 1, "bestRating": 5,
        "worstRating": 1, "ratingExplanation": "It was 12",
    },
}
MISSING = object()


def changed(data, path, value):
    data = copy.deepcopy(data)
    *parents, last = path
    place = data
    for name in parents:
        place = place[name]
    if value is MISSING:
        del place[last]
    else:
        place[last] = value
    return data


class ValidateTest(harness.LibraryTest):
    def validate(self, data, *arguments):
        """The exit status and the violations."""
        path = self.write("data.jsonld", data if isinstance(data, str) else json.dumps(data))
        result = self.call("validate", *arguments, "--json", path, library=False)
        self.assertEqual(result.stderr, b"")
        return result.returncode, json.loads(result.stdout)

    def find(self, degree, data, *arguments):
        """The only violation."""
        status, violations = self.validate(data, *arguments)
        self.assertEqual([v["degree"] for v in violations], [degree], violations)
        self.assertEqual(status, 5 if degree == "error" else 0)
        return violations[0]["where"]

    def test_nothing_is_wrong(self):
        self.assertEqual(self.validate(ANNOTATION), (0, []))
        self.assertEqual(self.validate(REVIEW), (0, []))
        self.assertEqual(self.validate([REVIEW]), (0, []))
        text = self.write("story.txt", "So naïve 👩‍👩‍👧.")
        self.assertEqual(self.validate(ANNOTATION, "--text", text), (0, []))

    def test_annotations(self):
        selector = ("target", "selector")
        for path, value, where in (
            (("@context",), "https://example.org/", ""),
            (("type",), "Note", ""),
            (("id",), MISSING, ""),
            (("id",), ["urn:a:1", "urn:a:2"], ""),
            (("id",), "no iri", ""),
            (("target",), MISSING, ""),
            (("target",), [], ""),
            (("target",), 7, "target"),
            (("bodyValue",), "both", ""),
            (("motivation",), "guessing", ""),
            (("created",), "2025-09-04T09:30:00+02:00", ""),
            (("created",), "yesterday", ""),
            (("body", 0, "value"), MISSING, "body[0]"),
            (("target", "source"), MISSING, "target"),
            (("target", "source"), ["urn:a:1", "urn:a:2"], "target"),
            (("target", "state", "sourceDate"), "2025-09-04", "target.state"),
            ((*selector, 0, "exact"), MISSING, "target.selector[0]"),
            ((*selector, 0, "exact"), "naive", "target.selector[1]"),
            ((*selector, 1, "end"), MISSING, "target.selector[1]"),
            ((*selector, 1, "end"), 3, "target.selector[1]"),
            ((*selector, 1, "start"), -1, "target.selector[1]"),
            ((*selector, 1, "start"), "3", "target.selector[1]"),
        ):
            with self.subTest(path=path, value=value):
                self.assertEqual(self.find("error", changed(ANNOTATION, path, value)), where)

    def test_text(self):
        for words in ("So naive 👩‍👩‍👧.", "No naïve 👩‍👩‍👧.", "So naïve 👩‍👩‍👧!", "So"):
            with self.subTest(words):
                text = self.write("story.txt", words)
                self.assertEqual(self.find("error", ANNOTATION, "--text", text), "target.selector[1]")

    def test_collections(self):
        page = {"id": "urn:a:page", "type": "AnnotationPage", "items": [ANNOTATION]}
        collection = {"@context": ANNOTATION["@context"], "id": "urn:a:all", "label": "All",
                      "type": "AnnotationCollection", "total": 1, "first": page}
        self.assertEqual(self.validate(collection), (0, []))
        self.assertEqual(self.validate(changed(changed(collection, ("total",), 0), ("first",), MISSING)), (0, []))
        for path, value, where in (
            (("total",), 2, "first"),
            (("total",), MISSING, ""),
            (("label",), MISSING, ""),
            (("first",), MISSING, ""),
            (("first", "@context"), collection["@context"], "first"),
            (("first", "type"), "Page", "first"),
            (("first", "items", 0, "type"), "Note", "first.items[0]"),
        ):
            with self.subTest(path=path, value=value):
                self.assertEqual(self.find("error", changed(collection, path, value)), where)
        twice = changed(changed(collection, ("first", "items"), [ANNOTATION, ANNOTATION]), ("total",), 2)
        self.assertEqual(self.find("error", twice), "first.items[1]")

    def test_reviews(self):
        for path, value, where in (
            (("@context",), "https://example.org", ""),
            (("@type",), "Review", ""),
            (("claimReviewed",), MISSING, ""),
            (("claimReviewed",), "", ""),
            (("reviewRating",), MISSING, ""),
            (("reviewRating",), "False", ""),
            (("reviewRating", "alternateName"), MISSING, "reviewRating"),
            (("reviewRating", "ratingValue"), 6, "reviewRating"),
            (("reviewRating", "ratingValue"), MISSING, "reviewRating"),
            (("reviewRating", "ratingValue"), "few", "reviewRating"),
            (("reviewRating", "worstRating"), 0, "reviewRating"),
            (("reviewRating", "bestRating"), 1, "reviewRating"),
            (("url",), MISSING, ""),
            (("url",), "/checks/1", ""),
            (("url",), "https://example.net/1", ""),
            (("url",), "https://notexample.org/1", ""),
            (("url",), "https://bit.ly/1", ""),
            (("author",), {"@type": "Organization"}, "author"),
            (("itemReviewed", "author"), {"@type": "Person"}, "itemReviewed"),
            (("itemReviewed", "@type"), "Thing", "itemReviewed"),
            (("datePublished",), "2025-13-01", ""),
            (("datePublished",), "4 September", ""),
        ):
            with self.subTest(path=path, value=value):
                self.assertEqual(self.find("error", changed(REVIEW, path, value)), where)
        self.assertEqual(self.find("error", REVIEW, "--page-address", "https://example.net/"), "")

    def test_warnings_about_reviews(self):
        for path, value, where in (
            (("claimReviewed",), "x" * 75, ""),
            (("claimReviewed",), "It is false that the boat sank", ""),
            (("itemReviewed", "appearance"), MISSING, "itemReviewed"),
            (("itemReviewed",), MISSING, ""),
            (("reviewRating", "alternateName"), "True", "reviewRating"),
            (("reviewRating", "ratingValue"), "5", "reviewRating"),
            (("reviewRating", "ratingExplanation"), MISSING, "reviewRating"),
        ):
            with self.subTest(path=path, value=value):
                self.assertEqual(self.find("warning", changed(REVIEW, path, value)), where)
        self.assertEqual(self.find("warning", [REVIEW, changed(REVIEW, ("url",), REVIEW["url"] + "#2")]), "[1]")

    def test_lines(self):
        path = self.write("data.jsonld", json.dumps(changed(REVIEW, ("url",), MISSING)))
        result = self.call("validate", path, library=False)
        self.assertEqual((result.returncode, result.stdout.decode()), (5, "error\t\t“url” is missing\n"))

    def test_no_json(self):
        for text in ("", "{", "not json", "[" * 100000, '"\\ud800', "\x00"):
            with self.subTest(text[:20]):
                self.refuse(1, "validate", self.write("data.jsonld", text), library=False)
        for text in ("{}", "[]", "3", "null", '"text"', "[[]]", '{"@graph": 7}', '{"type": "Annotation"}',
                     '{"type": "AnnotationCollection", "total": 1.5, "first": []}'):
            with self.subTest(text):
                self.assertIn(self.validate(text)[0], (0, 5))
        self.refuse(1, "validate", self.folder / "gone.jsonld", library=False)


if __name__ == "__main__":
    harness.main()
