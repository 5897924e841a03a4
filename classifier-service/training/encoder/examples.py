"""Writes the resources of the encoder module's tests: invented provisions and changes as Python splits and scores them, and tiny models for them."""
import json
import sys
from pathlib import Path

import torch

import network
from differences import COUNTED, FIRST_TYPE, SEGMENTS, outputs
from export import kept, write_model, write_words
from redline import redline
from train import types
from wordpieces import WordPieces

FOLDER = Path(__file__).parent.parent.parent / "encoder/src/test/resources/examples"
MOST = 96
SENTENCE = "You must not use the Services, or any output of them, to develop a model that competes with ours. "

TEXTS = [
    SENTENCE,
    "",
    " \n\t ",
    "Café, naïve façade, Zürich, São Paulo, señor, Ångström: l’été où l’on paie 25 €.",
    "Cafe\u0301 nai\u0308ve Zu\u0308rich e\u0301\u0302\u0323 stacked a\u0334b",
    "İSTANBUL, ISPARTA, ΟΔΥΣΣΕΥΣ ΣΑΣ. Straße, STRASSE, łódź, Ærø, ﬁle, ǅ, ΐ",
    "See our [Privacy Policy](https://example.org/privacy_(new)?a=b#c) and [the *Terms*][1], [empty]( ), [](x).",
    "[a [b](c) d] [e](f [g](h) ]( [i\nj](k\nl) [unclosed](m n",
    "[[[ ]]] ]( [x] (y) ![Image of a cat](cat.png) \\[not a link\\](z)",
    "**Bold** and _it_ali_c_, `code()`, # heading | cell | ~~struck~~ \\* snake_case_name",
    "We ❤️ you 👍🏽 👩‍👩‍👧 🇫🇷 ©2024 Example™ ® § 7 ¶ 3 № 5 … — – ‘quoted’ “text”",
    "条款 第三条：您不得使用本服务。ご利用規約に同意します。 ﷽ 이용약관에 동의합니다 ｆｕｌｌｗｉｄｔｈ",
    "10² m², H₂O, x³, 1½ hours, ¼, ①②③, ⅫⅣ, 5 µm, 20 °C, №1, ª º",
    "الشَّرِكَةُ तुम्हें नियम שָׁלוֹם ไทยน้ำ",
    "a\u00a0b\u2007c\u202fd\u3000e\u0085f\u001cg\u001fh\u2028i\u200bj\u00adk\ufeffl\u180em\u2060n\u2003o",
    "x" * 100 + " " + "y" * 101 + " " + "z" * 5000 + " end",
    "Pneumonoultramicroscopicsilicovolcanoconiosis antidisestablishmentarianism qwertzuiop 4f9a0c77e1 2026-11-30T10:00:00Z",
    "support@example.com https://www.example.org/legal/terms?id=42&lang=en-GB#section-3.1 +1 (555) 010-0199",
    SENTENCE * 12,
    "word " * 40 + "pneumonoultramicroscopicsilicovolcanoconiosis " * 30,
    "[" * 300 + "]" * 300 + "(" * 300 + ")" * 300 + " after",
    "é" * 200,
]
ROWS = [dict(termsType="Terms of Service", heading="3. Acceptable use", text=text) for text in TEXTS] + [
    dict(termsType="Privacy Policy", heading="", text=SENTENCE),
    dict(termsType="Commercial Terms", heading="Überschrift [mit Link](https://example.org) " * 10, text=SENTENCE * 5),
]


CHANGES = [dict(termsType="Privacy Policy", heading="Your choices", before=before, after=after) for before, after in [
    ("We do not sell your personal data.", "We sell your personal data."),
    ("You may object within 30 days of our notice.", "You may object within 14 days of our notice."),
    ("", SENTENCE),
    (SENTENCE, ""),
    ("", ""),
    (SENTENCE, SENTENCE),
    ("a b c d e f g", "c d x a b f y g"),
    (SENTENCE * 12, SENTENCE * 5 + "Café naïve ❤️ [Privacy](https://example.org). " + SENTENCE * 6),
    (SENTENCE * 4 + "word " * 150, "other " * 150 + SENTENCE * 4),
    ("old " * 300, ""),
    ("x " * 2500, "y " * 2500),
    ("a " * 1999 + "b", "a " * 1999 + "c"),
]]


def tiny(outputs, vocabulary, **shape):
    encoder = network.Encoder(outputs, len(vocabulary), width=16, heads=2, layers=1, **shape).eval()
    torch.nn.init.normal_(encoder.head.weight)
    return encoder


def main():
    vocabulary = network.vocabulary(sys.argv[1])
    texts = [text for row in ROWS + CHANGES for key in ("termsType", "heading", "text", "before", "after") if (text := row.get(key))]
    numbers = kept(WordPieces(vocabulary), vocabulary, texts)
    pieces = WordPieces([vocabulary[number] for number in numbers])
    torch.manual_seed(1)
    kinds = types()[:5]
    encoder = tiny(len(kinds), vocabulary)
    changes = tiny(FIRST_TYPE + len(kinds), vocabulary, segments=SEGMENTS, counted=COUNTED)
    words = write_words(FOLDER, encoder, vocabulary, numbers)
    changes.w.weight = encoder.w.weight = torch.nn.Parameter(encoder.w.weight[numbers])
    write_model(FOLDER / "types.onnx", encoder, kinds, words, MOST)
    write_model(FOLDER / "differences.onnx", changes, outputs(kinds), words, MOST)
    with open(FOLDER / "provisions.jsonl", "w") as lines:
        for row in ROWS:
            ids, segments = pieces.encode(row, MOST)
            scores = network.probabilities(encoder, [(ids, segments)])[0]
            lines.write(json.dumps(row | dict(pieces=ids, segments=segments, scores=[round(s, 4) for s in scores])) + "\n")
    with open(FOLDER / "changes.jsonl", "w") as lines:
        for row in CHANGES:
            ids, segments = redline(pieces, row, MOST)
            with torch.no_grad():
                logits = changes(*network.padded([(ids, segments)]))[0].tolist()
            lines.write(json.dumps(row | dict(pieces=ids, segments=segments, logits=[round(x, 4) for x in logits])) + "\n")


if __name__ == "__main__":
    main()
