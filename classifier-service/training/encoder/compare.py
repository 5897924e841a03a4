"""What rounding the weights changes: compares an exported model with the weights that it was made of, on some rows (README.md).

compare.py expect … writes what torch computes; compare.py check … computes the same with ONNX Runtime, in one thread, and prints the
difference. Two steps, since Debian has torch and the package index has onnxruntime.
"""
import argparse
import json
import time
from pathlib import Path

import numpy as np

from wordpieces import WordPieces

THRESHOLD = .35


def expect(o):
    import torch
    import network
    from export import load
    from rows import fold, read
    from train import types
    torch.set_num_threads(1)
    pieces, kinds = WordPieces(network.vocabulary(o.jar)), types()
    rows = [row for row in read(o.rows) if fold(row["service"], 6) == o.fold][:o.count]
    scores = network.probabilities(load(o.weights, len(kinds)), [pieces.encode(row, o.tokens) for row in rows])
    Path(o.out).write_text(json.dumps(dict(rows=rows, scores=scores.tolist())))


def check(o):
    import onnxruntime
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads, options.enable_cpu_mem_arena = 1, False
    session = onnxruntime.InferenceSession(o.model / "types.onnx", options)
    properties = session.get_modelmeta().custom_metadata_map
    vocabulary = (o.model / "vocabulary.txt").read_text().splitlines()
    pieces = WordPieces(vocabulary)
    stored = (o.model / "vectors.bin").read_bytes()
    steps = np.frombuffer(stored[-4 * len(vocabulary):], "<f4")[:, None]
    vectors = np.frombuffer(stored[:-4 * len(vocabulary)], np.int8).reshape(len(vocabulary), -1) * steps
    expected = json.loads(Path(o.expected).read_text())
    scores, lengths, times = [], [], []
    for row in expected["rows"]:
        ids, segments = pieces.encode(row, int(properties["pieces"]))
        started = time.process_time()
        logits = session.run(None, {"words": vectors[ids], "segments": np.array(segments)})[0]
        times.append(1000 * (time.process_time() - started))
        lengths.append(len(ids))
        scores.append(1 / (1 + np.exp(-logits)))
    scores, torch_scores = np.array(scores), np.array(expected["scores"])
    apart = np.abs(scores - torch_scores)
    crossed = ((scores >= THRESHOLD) != (torch_scores >= THRESHOLD)).sum()
    print(f"{len(scores)} rows: scores differ by {apart.mean():.4f} in the mean, {np.quantile(apart, .99):.3f} at most in 99 of 100,"
          f" {apart.max():.3f} at most; {crossed} of {(torch_scores >= THRESHOLD).sum()} cross {THRESHOLD}")
    for low, high in ((0, 40), (40, 80), (80, 1000)):
        some = [t for t, length in zip(times, lengths) if low < length <= high]
        if some:
            print(f"up to {high} pieces: {np.median(some):.1f} ms in the median of {len(some)}")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    steps = parser.add_subparsers(required=True)
    one = steps.add_parser("expect")
    for name in ("--jar", "--weights", "--rows", "--out"):
        one.add_argument(name, required=True)
    one.add_argument("--fold", type=int, default=1)
    one.add_argument("--count", type=int, default=200)
    one.add_argument("--tokens", type=int, default=96)
    one.set_defaults(step=expect)
    two = steps.add_parser("check")
    two.add_argument("--model", type=Path, required=True, help="the folder of the model")
    two.add_argument("--expected", required=True, help="as expect wrote it")
    two.set_defaults(step=check)
    o = parser.parse_args()
    o.step(o)


if __name__ == "__main__":
    main()
