# SPDX-License-Identifier: GPL-3.0-or-later
"""JSON schemas of what the exports hold, written from the Web Annotation Data Model and from
schema.org."""

UTC = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$"}
IRI = {"type": "string", "pattern": r"^[A-Za-z][A-Za-z0-9+.-]*:[^ <>\"{}|\\\\^`]+$"}
UUID = {"type": "string", "pattern": r"^urn:uuid:"}
TEXT = {"type": "string", "minLength": 1}
CONTEXT = {"const": "http://www.w3.org/ns/anno.jsonld"}
MOTIVATION = {
    "enum": ["assessing", "bookmarking", "classifying", "commenting", "describing", "editing",
             "highlighting", "identifying", "linking", "moderating", "questioning", "replying",
             "tagging"]
}


def record(required, **properties):
    return {"type": "object", "required": required, "properties": properties}


QUOTE = record(["type", "exact"], type={"const": "TextQuoteSelector"}, exact=TEXT, prefix=TEXT,
               suffix=TEXT)
POSITION = record(["type", "start", "end"], type={"const": "TextPositionSelector"},
                  start={"type": "integer", "minimum": 0}, end={"type": "integer", "minimum": 1})
STATE = record(["type", "sourceDate"], type={"const": "TimeState"}, sourceDate=UTC)
TEXTUAL_BODY = record(["type", "value", "purpose"], type={"const": "TextualBody"},
                      value={"type": "string"}, purpose=MOTIVATION)
LINKED_BODY = record(["type", "source", "purpose"], type={"const": "SpecificResource"},
                     source=record(["id"], id=IRI), purpose={"const": "linking"}, selector=QUOTE,
                     state=STATE)
TARGET_STATE = record(["type", "sourceDate"], type={"const": "TimeState"}, sourceDate=UTC,
                      cached={"type": "string", "pattern": "^urn:sha256:[0-9a-f]{64}$"})
TARGET = record(["type", "source", "selector", "state"], type={"const": "SpecificResource"},
                source=IRI, state=TARGET_STATE,
                selector={"type": "array", "prefixItems": [QUOTE, POSITION], "minItems": 2,
                          "maxItems": 2, "items": {"anyOf": [QUOTE, POSITION]}})
ANNOTATION = record(
    ["@context", "id", "type", "motivation", "body", "target"],
    **{"@context": CONTEXT}, id=UUID, type={"const": "Annotation"},
    motivation={"anyOf": [MOTIVATION, {"type": "array", "items": MOTIVATION, "minItems": 1}]},
    created=UTC, modified=UTC, generated=UTC,
    creator=record(["type", "name"], type={"const": "Person"}, name=TEXT),
    body={"type": "array", "items": {"anyOf": [TEXTUAL_BODY, LINKED_BODY]}, "minItems": 1},
    target={"anyOf": [TARGET, UUID]},
)
ANNOTATION["not"] = {"required": ["bodyValue"]}
PAGE = record(["id", "type", "items"], id=IRI, type={"const": "AnnotationPage"},
              items={"type": "array", "items": ANNOTATION, "minItems": 1})
PAGE["not"] = {"required": ["@context"]}
COLLECTION = record(["@context", "id", "type", "label", "total"], **{"@context": CONTEXT}, id=IRI,
                    type={"const": "AnnotationCollection"}, label=TEXT,
                    total={"type": "integer", "minimum": 0}, first=PAGE)
COLLECTION["if"] = {"properties": {"total": {"const": 0}}}
COLLECTION["then"] = {"not": {"required": ["first"]}}
COLLECTION["else"] = {"required": ["first"]}

ADDRESS = {"type": "string", "pattern": r"^https?://[^ ]+$"}
RATING = record(["@type", "alternateName"], **{"@type": {"const": "Rating"}}, alternateName=TEXT,
                ratingExplanation=TEXT)
CLAIM = record(["@type", "appearance"], **{"@type": {"const": "Claim"}},
               author=record(["name"], name=TEXT),
               appearance=record(["@type"], **{"@type": {"const": "CreativeWork"}}, url=ADDRESS))
REVIEW = record(
    ["@type", "url", "claimReviewed", "reviewRating", "author", "itemReviewed", "datePublished"],
    **{"@type": {"const": "ClaimReview"}}, url=ADDRESS, claimReviewed=TEXT, reviewRating=RATING,
    author=record(["@type", "name", "url"], **{"@type": {"const": "Organization"}}, name=TEXT,
                  url=ADDRESS),
    itemReviewed=CLAIM, datePublished=UTC,
)
REVIEWS = record(["@context", "@graph"], **{"@context": {"const": "https://schema.org"},
                                            "@graph": {"type": "array", "items": REVIEW}})
