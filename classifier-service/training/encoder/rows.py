"""Gathers the labelled provisions that the encoder is trained on into one file of JSON rows: rows.py DATA OUT (README.md).

A row has src, service, termsType, heading (the nearest), text, types and, where its reader was not sure, unsure.
"""
import gzip
import hashlib
import json
import re
import sys
from pathlib import Path

LIST = Path(__file__).parent.parent / "src/main/resources/training/provisions.tsv"
SPACES = re.compile(r"\s+")
OTHERS = re.compile(r"[\W_]+")


def read(path):
    with (gzip.open if str(path).endswith("gz") else open)(path, "rt", encoding="utf8") as lines:
        return [json.loads(line) for line in lines]


def fold(service, folds):
    """The part that a service belongs to, as Folds.java has it."""
    return int(hashlib.sha256(OTHERS.sub("", service.lower()).encode()).hexdigest()[:8], 16) % folds


def cells(path):
    """The columns of the lines of a list."""
    with open(path, encoding="utf8") as lines:
        return [line.rstrip("\n").split("\t") for line in lines if line.strip() and not line.startswith("#")]


class Texts:
    """The texts that the training list points into."""

    def __init__(self, data):
        self.data, self.known = data, {}

    def stretch(self, file, spans):
        text = self.text(file)
        words = [text[slice(*map(int, span.split("-")))] for span in spans.split(",") if span]
        return SPACES.sub(" ", " ".join(words)).strip()

    def text(self, file):
        name, _, row = file.partition("#")
        if name not in self.known:
            path = self.data / name
            self.known[name] = ([line.get("content", line.get("text", "")) for line in read(path)] if row
                                else path.read_bytes().decode("utf8"))
        return self.known[name][int(row)] if row else self.known[name]


def listed(data):
    """The training list's places, with the types of their second reading."""
    texts = Texts(data)
    heading = {(cell[2], cell[3]): cell[4] for cell in cells(LIST)}
    for cell in cells(data / "gold/training-list-2.tsv"):
        service, terms, file, spans, types = cell[:5]
        yield dict(src="list", service=service, termsType=terms, heading=texts.stretch(file, heading.get((file, spans), "")),
                   text=texts.stretch(file, spans), types=[t for t in types.split(",") if t])


def labelled(data):
    for file, src in [("provisions.jsonl", "gold"), ("provisions-more.jsonl.gz", "more"), ("rare.jsonl", "rare")]:
        for row in read(data / "gold" / file):
            yield dict(src=src, id=row["id"], service=row["service"], termsType=row["termsType"], heading=row.get("heading") or "",
                       text=row["text"], types=row["types"], unsure=bool(row.get("unsure")))


def main():
    data, out = Path(sys.argv[1]), Path(sys.argv[2])
    rows = [*listed(data), *labelled(data)]
    out.write_text("".join(json.dumps(row) + "\n" for row in rows))
    print(len(rows), "rows, sha256", hashlib.sha256(out.read_bytes()).hexdigest())


if __name__ == "__main__":
    main()
