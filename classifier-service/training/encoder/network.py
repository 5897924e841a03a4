"""The encoder: BERT's layers, the mean over the pieces that count, one score (a logit) for each thing that it tells."""
import io
import json
import math
import zipfile

import numpy as np
import onnx
import torch
import torch.nn as nn
import torch.nn.functional as F
from onnx import numpy_helper

POSITIONS = 512


class Layer(nn.Module):
    def __init__(self, width, heads):
        super().__init__()
        self.n = heads
        self.q, self.k, self.v, self.o = (nn.Linear(width, width) for _ in range(4))
        self.i, self.d = nn.Linear(width, 4 * width), nn.Linear(4 * width, width)
        self.n1, self.n2 = nn.LayerNorm(width, 1e-12), nn.LayerNorm(width, 1e-12)
        self.drop = nn.Dropout(.1)

    def forward(self, x, mask):
        rows, pieces, width = x.shape
        split = lambda y: y.view(rows, pieces, self.n, width // self.n).transpose(1, 2)
        weights = (split(self.q(x)) @ split(self.k(x)).transpose(-1, -2)) / math.sqrt(width // self.n) + mask
        y = (self.drop(weights.softmax(-1)) @ split(self.v(x))).transpose(1, 2).reshape(rows, pieces, width)
        x = self.n1(x + self.drop(self.o(y)))
        return self.n2(x + self.drop(self.d(F.gelu(self.i(x)))))


class Encoder(nn.Module):
    """segments: how many kinds of pieces there are; counted: the mean is that of pieces of this segment and the later ones."""

    def __init__(self, outputs, vocabulary=30522, width=384, heads=12, layers=6, segments=2, counted=0):
        super().__init__()
        self.counted = counted
        self.w, self.p, self.t = nn.Embedding(vocabulary, width), nn.Embedding(POSITIONS, width), nn.Embedding(segments, width)
        self.norm = nn.LayerNorm(width, 1e-12)
        self.layers = nn.ModuleList(Layer(width, heads) for _ in range(layers))
        self.drop = nn.Dropout(.1)
        self.head = nn.Linear(width, outputs)

    def forward(self, ids, segments, mask):
        """Logits. mask: 1 for a piece, 0 for what fills a row up."""
        x = self.drop(self.norm(self.w(ids) + self.p(torch.arange(ids.shape[1]))[None] + self.t(segments)))
        far = (1 - mask)[:, None, None, :] * -1e4
        for layer in self.layers:
            x = layer(x, far)
        share = (mask * (segments >= self.counted))[..., None]
        return self.head(self.drop((x * share).sum(1) / share.sum(1).clamp(min=1)))


def vocabulary(jar):
    """The pieces of all-MiniLM-L6-v2 in the order of their numbers."""
    numbers = json.loads(zipfile.ZipFile(jar).read("all-minilm-l6-v2-tokenizer.json"))["model"]["vocab"]
    return sorted(numbers, key=numbers.get)


def pretrained(jar, types, frozen):
    """all-MiniLM-L6-v2 from langchain4j's jar under a fresh head; its embeddings and lowest layers do not learn."""
    graph = onnx.load(io.BytesIO(zipfile.ZipFile(jar).read("all-minilm-l6-v2.onnx"))).graph
    known = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    for node in graph.node:
        if node.op_type == "MatMul":
            for name in node.input:
                if name in known:
                    known[node.name.strip("/").replace("/", ".")] = known[name]
    encoder = Encoder(types)
    put = lambda parameter, values: parameter.data.copy_(torch.tensor(np.ascontiguousarray(values)))
    put(encoder.w.weight, known["embeddings.word_embeddings.weight"])
    put(encoder.p.weight, known["embeddings.position_embeddings.weight"])
    put(encoder.t.weight, known["embeddings.token_type_embeddings.weight"])
    put(encoder.norm.weight, known["embeddings.LayerNorm.weight"])
    put(encoder.norm.bias, known["embeddings.LayerNorm.bias"])
    for number, layer in enumerate(encoder.layers):
        at = f"encoder.layer.{number}."
        for name, linear in {"attention.self.query": layer.q, "attention.self.key": layer.k, "attention.self.value": layer.v,
                             "attention.output.dense": layer.o, "intermediate.dense": layer.i, "output.dense": layer.d}.items():
            put(linear.weight, known[at + name + ".MatMul"].T)
            put(linear.bias, known[at + name + ".bias"])
        for name, norm in {"attention.output.LayerNorm": layer.n1, "output.LayerNorm": layer.n2}.items():
            put(norm.weight, known[at + name + ".weight"])
            put(norm.bias, known[at + name + ".bias"])
    for part in [encoder.w, encoder.p, encoder.t, encoder.norm, *encoder.layers[:frozen]]:
        for parameter in part.parameters():
            parameter.requires_grad_(False)
    nn.init.zeros_(encoder.head.weight)
    nn.init.constant_(encoder.head.bias, -3.)
    return encoder


def batches(encoded, order, size):
    """The numbers of rows in batches, in this order but for rows of like length, which come together."""
    chunks = [sorted(order[i:i + size * 16], key=lambda j: len(encoded[j][0])) for i in range(0, len(order), size * 16)]
    return [chunk[i:i + size] for chunk in chunks for i in range(0, len(chunk), size)]


def padded(rows):
    """Pieces, segments and mask of rows, filled up to the longest."""
    longest = max(len(ids) for ids, _ in rows)
    ids = torch.zeros(len(rows), longest, dtype=torch.long)
    segments, mask = torch.zeros_like(ids), torch.zeros(len(rows), longest)
    for i, (numbers, sides) in enumerate(rows):
        ids[i, :len(numbers)] = torch.tensor(numbers)
        segments[i, :len(numbers)] = torch.tensor(sides)
        mask[i, :len(numbers)] = 1
    return ids, segments, mask


def probabilities(encoder, encoded, size=32):
    """For each row the likelihood of each type."""
    encoder.eval()
    found = np.zeros((len(encoded), encoder.head.out_features))
    with torch.no_grad():
        for batch in batches(encoded, list(range(len(encoded))), size):
            found[batch] = encoder(*padded([encoded[j] for j in batch])).sigmoid().numpy()
    return found
