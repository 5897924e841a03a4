"""Text to the pieces of words that the encoder reads. WordPieces.java does the same; examples.py makes the test that holds them together."""
import re
import unicodedata

# The kind of document and the heading get at most so many pieces, so that the text keeps the rest.
TITLE_PIECES = 28
# No more of a text is read, whatever it holds: the pieces that count stand at its beginning.
MOST_CHARACTERS = 20_000
# A longer word is unknown.
LONGEST_WORD = 100

LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
WORD = re.compile(r"[a-z0-9]+|[^\sa-z0-9]")
MARKUP = frozenset("*_`#\\|")
CLS, SEP, UNK = "[CLS]", "[SEP]", "[UNK]"


def plain(text):
    """Links by their words, lower case, without accents and Markdown's marks; PlainText.java does the same."""
    text = unicodedata.normalize("NFD", LINK.sub(r"\1", text[:MOST_CHARACTERS]).lower())
    return "".join(c for c in text if unicodedata.category(c) != "Mn" and c not in MARKUP)


class WordPieces:
    """A vocabulary: pieces by their number."""

    def __init__(self, pieces):
        self.number = {piece: number for number, piece in enumerate(pieces)}
        self.cls, self.sep, self.unk = self.number[CLS], self.number[SEP], self.number[UNK]
        self.known = {}

    def encode(self, row, most):
        """Numbers of pieces and of their segment (0: title, 1: text) of a row with termsType, heading and text; at most so many."""
        title = self.pieces(row["termsType"] + " : " + (row.get("heading") or ""), TITLE_PIECES)
        text = self.pieces(row["text"], most - len(title) - 3)
        return ([self.cls] + title + [self.sep] + text + [self.sep],
                [0] * (len(title) + 2) + [1] * (len(text) + 1))

    def pieces(self, text, most):
        """The first pieces of a text."""
        found = []
        for word in WORD.findall(plain(text)):
            found += self.of_word(word)
            if len(found) >= most:
                break
        return found[:most]

    def of_word(self, word):
        """Longest piece first (WordPiece)."""
        if word not in self.known:
            self.known[word] = self.split(word)
        return self.known[word]

    def split(self, word):
        if len(word) > LONGEST_WORD:
            return [self.unk]
        found, start = [], 0
        while start < len(word):
            prefix, end = "##" if start else "", len(word)
            while end > start and prefix + word[start:end] not in self.number:
                end -= 1
            if end == start:
                return [self.unk]
            found.append(self.number[prefix + word[start:end]])
            start = end
        return found
