"""Vectors of words, so that the sum of those of a text points where a sentence encoder (all-MiniLM-L6-v2) puts the text."""
import argparse
import collections
import gzip
import json
import pathlib
import random
import re
import sys

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

WIDTH = 160
EPOCHS = 6
# Pieces that the encoder reads of a text, and words that are summed up.
LONGEST = 48
MOST_WORDS = 250
WORD = re.compile(r"[a-z0-9]+(?:['’][a-z]+)*")
LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
SENTENCE = re.compile(r"(?<=[.;:!?])\s+|\n+")


def words(text):
    """As WordVectors.java takes a text apart."""
    return [re.sub(r"['’]s$", "", w) for w in WORD.findall(text.lower())]


def rows(path):
    with (gzip.open(path, "rt") if path.endswith(".gz") else open(path)) as file:
        for line in file:
            yield json.loads(line)


def fragments(paths, chance):
    """Clauses, their sentences, their headings, and runs of a few words, as long as a question."""
    found = []
    for path in paths:
        for row in rows(path):
            heading = row.get("heading") or ""
            heading = heading if isinstance(heading, str) else " ".join(heading)
            text = LINK.sub(r"\1", row["text"]).replace("*", "").replace("#", "")
            found.append((heading + " " + text)[:900])
            sentences = [s for s in SENTENCE.split(text) if len(s) > 25]
            if sentences:
                found.append(chance.choice(sentences)[:400])
            tokens = text.split()
            if len(tokens) > 8 and chance.random() < .6:
                at, size = chance.randrange(len(tokens) - 6), chance.randrange(2, 9)
                found.append(" ".join(tokens[at:at + size]))
            if heading and chance.random() < .3:
                found.append(heading)
    found = sorted(set(found))
    chance.shuffle(found)
    return found


def teacher(texts, pieces, encoder):
    encoded = [([pieces.cls] + t + [pieces.sep],) for t in (pieces.pieces(text, LONGEST) for text in texts)]
    order = sorted(range(len(texts)), key=lambda i: len(encoded[i][0]))
    out = np.zeros((len(texts), 384), dtype=np.float32)
    with torch.no_grad():
        for at in range(0, len(order), 64):
            batch = order[at:at + 64]
            out[batch] = encoder(*network.padded([(encoded[i][0], [0] * len(encoded[i][0])) for i in batch])).numpy()
    return out


def load(given):
    """The sentence encoder without a head, and its pieces of words."""
    sys.path.insert(0, given.encoder)
    global network
    import network
    from wordpieces import WordPieces
    known = network.vocabulary(given.jar)
    encoder = network.pretrained(given.jar, 1, 6)
    encoder.head = nn.Identity()
    encoder.eval()
    return known, WordPieces(known), encoder


def teach(given):
    chance = random.Random(1)
    texts = fragments(given.rows, chance)[:given.most]
    known, pieces, encoder = load(given)
    counts = collections.Counter(w for text in texts for w in words(text))
    plain = [p for p in known if re.fullmatch(r"[a-z]{3,}", p)]
    vocabulary = sorted(set(plain) | {w for w, n in counts.items() if n >= 3 and len(w) > 1 and not w.isdigit()})
    np.savez(given.out + ".teacher.npz", texts=teacher(texts, pieces, encoder), words=teacher(vocabulary, pieces, encoder))
    with open(given.out + ".json", "w") as file:
        json.dump({"texts": texts, "vocabulary": vocabulary, "counts": [counts[w] for w in vocabulary]}, file)


def unit(rows_):
    return rows_ / (np.linalg.norm(rows_, axis=1, keepdims=True) + 1e-9)


def pair(given):
    chance = random.Random(2)
    _, pieces, encoder = load(given)
    here = pathlib.Path(__file__).parent
    asked = [line.rstrip("\n").split("\t") for line in open(here / "../src/main/resources/search/questions.tsv")]
    told, texts = json.load(open(given.out + ".json")), unit(np.load(given.out + ".teacher.npz")["texts"])
    sought = unit(teacher([b for _, b in asked], pieces, encoder) + .5 * teacher([a for a, _ in asked], pieces, encoder))
    pairs = []
    for i, (question, answer) in enumerate(asked):
        near = texts @ sought[i]
        pairs.append((question, answer, f"q{i}"))
        pairs += [(question, told["texts"][k], f"q{i}") for k in np.argsort(-near)[:8] if near[k] > .5]
    for row in rows(given.cases):
        pairs += [(case, LINK.sub(r"\1", row["text"])[:900], case) for case in row["cases"][:2]]
    register = open(here / "../../../classifier-service/core/src/main/resources/register/types.yaml").read()
    types = {m.group(1): m.groups()[1:] for m in
             re.finditer(r'- id: (\S+)\n  title: "(.*)"\n  description: "(.*)"\n.*\n  whyItMatters: "(.*)"', register)}
    labelled = list(rows(given.labelled))
    chance.shuffle(labelled)
    of_type = collections.Counter()
    for row in labelled:
        for kind in row["types"]:
            if kind in types and of_type[kind] < 120:
                of_type[kind] += 1
                pairs.append((chance.choice(types[kind]), row["text"][:900], kind))
    with open(given.out + ".pairs.json", "w") as file:
        json.dump(pairs, file)


def fit(given):
    np.random.seed(1)
    torch.manual_seed(1)
    random.seed(1)
    told, taught = json.load(open(given.out + ".json")), np.load(given.out + ".teacher.npz")
    texts, singles = unit(taught["texts"]), unit(taught["words"])
    vocabulary, counts = told["vocabulary"], np.array(told["counts"], dtype=float)
    centred = texts - texts.mean(0)
    axes = np.linalg.svd(centred[np.random.permutation(len(texts))[:12000]], full_matrices=False)[2][:WIDTH].T
    goal = torch.tensor(unit(centred @ axes).astype(np.float32))
    share = (counts + 1) / (counts.sum() + len(counts))
    first = unit((singles - singles.mean(0)) @ axes) * (1e-3 / (1e-3 + share))[:, None]
    number = {w: i for i, w in enumerate(vocabulary)}
    bag = lambda text: [number[w] for w in words(text)[:MOST_WORDS] if w in number]
    bags = [bag(text) for text in told["texts"]]
    learned = [i for i, b in enumerate(bags) if b]
    groups = {}
    pairs = [(bag(a), bag(b), groups.setdefault(g, len(groups)), g) for a, b, g in json.load(open(given.out + ".pairs.json"))]
    pairs = [p for p in pairs if p[0] and p[1]]
    pairs += [p for p in pairs if re.fullmatch(r"q\d+", p[3])] * 2
    table = nn.EmbeddingBag(len(vocabulary), WIDTH, mode="sum")
    begin = torch.tensor(first.astype(np.float32))
    table.weight.data.copy_(begin)
    step = torch.optim.Adam(table.parameters(), lr=3e-3)

    def directions(of):
        starts = np.cumsum([0] + [len(b) for b in of[:-1]])
        return F.normalize(table(torch.tensor([w for b in of for w in b]), torch.tensor(starts)), dim=1)

    for epoch in range(EPOCHS):
        for group in step.param_groups:
            group["lr"] = 3e-3 * (1 - epoch / EPOCHS) + 1e-4
        random.shuffle(pairs)
        order, at = np.random.permutation(learned), 0
        for start in range(0, len(order), 256):
            batch = list(order[start:start + 256])
            found = directions([bags[i] for i in batch])
            alike = found @ goal[batch].T * 20
            taught_loss = (1 - (found * goal[batch]).sum(1)).mean() + .1 * F.cross_entropy(alike, torch.arange(len(batch)))
            some = [pairs[(at + i) % len(pairs)] for i in range(160)]
            at += 160
            scores = directions([p[0] for p in some]) @ directions([p[1] for p in some]).T * 15
            group_of = torch.tensor([p[2] for p in some])
            same = (group_of[:, None] == group_of[None]) & ~torch.eye(len(some), dtype=torch.bool)
            pair_loss = F.cross_entropy(scores.masked_fill(same, -1e4), torch.arange(len(some)))
            used = torch.tensor(sorted({w for p in some for w in p[0] + p[1]} | {w for i in batch for w in bags[i]}))
            far = ((table.weight[used] - begin[used]) ** 2).sum(1).mean()
            loss = taught_loss + .21 * pair_loss + 2e-3 * far
            step.zero_grad()
            loss.backward()
            step.step()
        print("epoch", epoch, "taught", round(taught_loss.item(), 3), "pairs", round(pair_loss.item(), 3), flush=True)
    values = table.weight.data.numpy()
    steps = np.abs(values).max(1) / 127 + 1e-12
    to = pathlib.Path(given.to)
    (to / "words.txt").write_text("\n".join(vocabulary) + "\n")
    (to / "vectors.bin").write_bytes(np.round(values / steps[:, None]).astype(np.int8).tobytes() + steps.astype("<f4").tobytes())


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("part", choices=["teach", "pair", "fit"])
    parser.add_argument("--encoder", help="classifier-service/training/encoder")
    parser.add_argument("--jar", help="langchain4j's, with all-MiniLM-L6-v2")
    parser.add_argument("--rows", nargs="+", help="clauses to learn from")
    parser.add_argument("--labelled", help="provisions with their types")
    parser.add_argument("--cases", help="quotations with the cases of ToS;DR")
    parser.add_argument("--most", type=int, default=30000)
    parser.add_argument("--out", required=True, help="beginning of the names of what is kept between the parts")
    parser.add_argument("--to", help="folder of words.txt and vectors.bin")
    options = parser.parse_args()
    torch.manual_seed(1)
    {"teach": teach, "pair": pair, "fit": fit}[options.part](options)
