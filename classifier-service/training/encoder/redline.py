"""A changed provision as the pieces that the encoder of differences reads. Redline.java does the same; examples.py makes the test for both."""
from wordpieces import WORD, WordPieces, plain

# The kind of document and the heading get at most so many pieces.
TITLE_PIECES = 20
# Of each text so many words are compared; what follows is not read.
MOST_WORDS = 2_000
# Beyond so many cells the middle of two texts is one hunk: they have nothing in common worth finding.
MOST_CELLS = 4_000_000
TITLE, KEPT, GONE, COME = range(4)


def words(text):
    return WORD.findall(plain(text))[:MOST_WORDS]


def hunks(before, after):
    """Where two lists of words differ: from and to in each; by a longest common subsequence, as Edit.java has it."""
    start = 0
    while start < min(len(before), len(after)) and before[start] == after[start]:
        start += 1
    end = 0
    while end < min(len(before), len(after)) - start and before[-1 - end] == after[-1 - end]:
        end += 1
    left, right = before[start:len(before) - end], after[start:len(after) - end]
    if not left and not right:
        return []
    if len(left) * len(right) > MOST_CELLS:
        return [(start, start + len(left), start, start + len(right))]
    length = [[0] * (len(right) + 1) for _ in range(len(left) + 1)]
    for i in reversed(range(len(left))):
        row, below = length[i], length[i + 1]
        for j in reversed(range(len(right))):
            row[j] = below[j + 1] + 1 if left[i] == right[j] else max(below[j], row[j + 1])
    found, i, j = [], 0, 0
    while i < len(left) or j < len(right):
        from_i, from_j = i, j
        while (i < len(left) or j < len(right)) and not (i < len(left) and j < len(right) and left[i] == right[j]):
            if j == len(right) or i < len(left) and length[i + 1][j] >= length[i][j + 1]:
                i += 1
            else:
                j += 1
        if i > from_i or j > from_j:
            found.append((start + from_i, start + i, start + from_j, start + j))
        i, j = i + 1, j + 1
    return found


def redline(pieces: WordPieces, row, most):
    """Numbers of pieces and of their segment (title, kept, gone, come) of a row with termsType, heading, before and after; at most so many."""
    before, after = words(row["before"] or ""), words(row["after"] or "")
    marked, at = [], 0
    for from_before, to_before, from_after, to_after in hunks(before, after):
        marked += [(word, KEPT) for word in before[at:from_before]]
        marked += [(word, GONE) for word in before[from_before:to_before]]
        marked += [(word, COME) for word in after[from_after:to_after]]
        at = to_before
    marked += [(word, KEPT) for word in before[at:]]
    body = [(piece, side) for word, side in marked for piece in pieces.of_word(word)]
    title = pieces.pieces(row["termsType"] + " : " + (row.get("heading") or ""), TITLE_PIECES)
    body = nearest(body, most - len(title) - 3)
    return ([pieces.cls] + title + [pieces.sep] + [piece for piece, _ in body] + [pieces.sep],
            [TITLE] * (len(title) + 2) + [side for _, side in body] + [KEPT])


def nearest(body, room):
    """So many pieces: those that came or went, of each side no more than leaves the other its share, then what stands nearest to them."""
    if len(body) <= room:
        return body
    changed, kept = room * 9 // 10, set()
    count = {side: sum(s == side for _, s in body) for side in (GONE, COME)}
    for side, other in ((GONE, COME), (COME, GONE)):
        share = max(changed // 2, changed - count[other]) if count[other] else changed
        kept.update([i for i, (_, s) in enumerate(body) if s == side][:share])
    far = distances(body)
    around = sorted((i for i, (_, s) in enumerate(body) if s == KEPT), key=lambda i: (far[i], i))
    kept.update(around[:room - len(kept)])
    return [body[i] for i in sorted(kept)]


def distances(body):
    """How far each piece stands from the nearest one that came or went."""
    far = [len(body)] * len(body)
    for order in (range(len(body)), reversed(range(len(body)))):
        steps = len(body)
        for i in order:
            steps = steps + 1 if body[i][1] == KEPT else 0
            far[i] = min(far[i], steps)
    return far
