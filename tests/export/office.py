# SPDX-License-Identifier: GPL-3.0-or-later
"""What a manuscript has to hold, whatever its format, computed from what went into a sample."""
import re
import unicodedata


def as_xml(text):
    """What is left of a text in XML: one kind of line end and no forbidden characters."""
    text = re.sub("\r\n?", "\n", text)
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "\ufffd", text)


def closed(text):
    """With what ends every embedding, override and isolate that @text leaves open."""
    open_ones = []
    for c in text:
        if c in "\u202a\u202b\u202d\u202e":
            open_ones.append("\u202c")
        elif c in "\u2066\u2067\u2068":
            open_ones.append("\u2069")
        elif open_ones and c == open_ones[-1]:
            open_ones.pop()
    return text + "".join(reversed(open_ones))


def embedded(text):
    """As words that run from right to left stand in a paragraph that does not."""
    first = next((c for c in text if c.isalpha()), "")
    is_rtl = first != "" and unicodedata.bidirectional(first) in ("R", "AL")
    return f"\u202b{text}\u202c" if is_rtl else text


def expected_blocks(facts):
    return [as_xml(facts.words(block["start"], block["end"])) for block in facts.written]


def in_table(facts, claim):
    """@claim, up to the end of the table if it begins in one."""
    reached = [block for block in facts.written if claim["start"] < block["end"] > block["start"]]
    if not reached or reached[0]["role"] != "table-row":
        return claim
    end = reached[0]["end"]
    for block in facts.written[facts.written.index(reached[0]) :]:
        if block["role"] != "table-row":
            break
        end = block["end"]
    return {**claim, "end": min(claim["end"], end)}


def expected_comments(facts):
    """The words that the comment of each claim covers, by the number of the claim."""
    claims = [in_table(facts, claim) for claim in facts.claims]
    return {
        n: as_xml(facts.written_words(claim))
        for n, claim in enumerate(claims, start=1)
        if facts.is_written(claim)
    }


def expected_changes(facts):
    """What is taken out, and what is put in: of overlapping corrections those that end first."""
    corrected = [
        (claim["end"], -claim["start"], number, claim)
        for number, claim in enumerate(facts.claims, start=1)
        if claim["correction"] is not None
        and facts.written_words(claim)
        and claim["correction"] != facts.words(claim["start"], claim["end"])
    ]
    changes, end = [], 0
    for claim_end, minus_start, _, claim in sorted(corrected, key=lambda entry: entry[:3]):
        if -minus_start >= end:
            changes.append((as_xml(facts.written_words(claim)), as_xml(claim["correction"])))
            end = claim_end
    return changes


def squeeze(text):
    """Without white space, which every reader treats in its own way, and embeddings."""
    return re.sub(r"[\s\u202b\u202c]", "", text)
