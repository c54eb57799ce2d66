"""Unlabelled news, read from the optional data folder.

In: the data folder and a seed. Out: documents of paragraphs, in an order and a
choice that depend on the seed alone. Sets that names, times or attributions are
measured on are never read here.
"""

import gzip
import html
import json
import random
import re
import tarfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path

# Words to take from each source. State media is held to under a quarter so that
# its style does not crowd out the wires'.
QUOTA = {
    "kcna": 320_000,
    "kcna-headline": 180_000,
    "reuters": 620_000,
    "te3": 650_000,
    "polnear": 420_000,
    "samples": 100_000,
}

POLITICAL = re.compile(
    r"\b(minister|president|premier|chancellor|ambassador|envoy|parliament|senate|"
    r"congress|government|summit|treaty|talks|sanctions|troops|soviet|cabinet|"
    r"diplomat\w*|foreign|opposition|election|coup|military|embassy)\b",
    re.I,
)


@dataclass
class Document:
    source: str
    name: str
    paragraphs: list[str]
    dateline: str = ""  # "TORONTO, March 11 (Reuters) - ", stands before the first paragraph
    title: str = ""  # only where it is in capitals; else it is the first paragraph

    def words(self) -> int:
        return sum(len(p.split()) for p in self.paragraphs)


# KCNA's archive has Spanish stories among the English ones.
SPANISH = re.compile(r"\b(el|la|los|las|de|del|que|por|en|con)\b")


def english(text: str) -> bool:
    return len(SPANISH.findall(text)) * 25 < len(text.split()) + 25


def dateline(place: str, day: str, agency: str, dash: str) -> str:
    """A dateline, or nothing when the place is not one word of capitals after another."""
    place = squeeze(place).rstrip(", ")
    if not re.fullmatch(r"[A-Z][A-Z.' -]+", place):
        return ""
    return f"{place}, {squeeze(day)}{agency and f' ({agency})'} {dash} "


# The Reuters collection writes a capital after "U.S." whatever the word: "U.S. Bond yields".
AFTER_US = re.compile(r"\b(U\.[SKN]\.) ([A-Z][a-z]+)(?! [A-Z])")
OFFICES = frozenset(
    "Senate House Congress Treasury Federal President Secretary Trade Agriculture Commerce State Defense Defence "
    "Navy Army Supreme Court District Attorney Embassy Ambassador Vice Customs Steel Coast Securities Energy "
    "International Interior Justice Labor Transportation Food Security General Representative Rep Sen Bancorp".split()
)


def uncapital(m):
    return m[0] if m[2] in OFFICES else f"{m[1]} {m[2].lower()}"


def squeeze(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def kcna(root: Path):
    with gzip.open(root / "news/kcna/kcna_2011.jsonl.gz", "rt", encoding="utf-8") as f:
        for i, line in enumerate(f):
            story = json.loads(line)
            if story.get("lang") == "en" and story.get("text") and english(story["text"]):
                body = [squeeze(p) for p in story["text"].split("\n")]
                day = date.fromisoformat(story["date"])
                line = dateline("PYONGYANG", f"{day:%B} {day.day}", "KCNA", "--").replace("PYONGYANG", "Pyongyang")
                # The archive lost the datelines; a third of the stories get theirs back.
                yield Document("kcna", f"{day}-{i}", [p for p in body if p], line if i % 3 == 0 else "")


def kcna_headlines(root: Path):
    path = root / "news/kcna/kcna_headlines_1997_2014.tsv.gz"
    seen = set()
    with gzip.open(path, "rt", encoding="utf-8") as f:
        next(f)
        for i, line in enumerate(f):
            cell = line.rstrip("\n").split("\t")
            title = squeeze(cell[1]) if len(cell) > 2 else ""
            # The share of English words in a title of names only is low, so the bar is too.
            if title and title not in seen and cell[2][:1] in "01" and float(cell[2]) >= 0.5:
                seen.add(title)
                yield Document("kcna-headline", f"{cell[0]}-{i}", [title])


def reuters(root: Path):
    for path in sorted((root / "news/reuters21578").glob("*.sgm.gz")):
        with gzip.open(path, "rt", encoding="latin-1") as f:
            text = f.read()
        for story in text.split("<REUTERS ")[1:]:
            m = re.search(r'NEWID="(\d+)".*?<BODY>(.*?)</BODY>', story, re.S)
            if not m:
                continue
            body = html.unescape(re.sub(r"&#\d+;", " ", m[2]))
            body = re.sub(r"\s*\bREUTER\s*$", "", body, flags=re.I)
            paragraphs = [AFTER_US.sub(uncapital, squeeze(p)) for p in re.split(r"\n {4}(?=\S)", body)]
            flat = " ".join(paragraphs)
            digits = sum(c.isdigit() for c in flat)
            if len(flat) < 200 or digits > len(flat) / 25:  # results and price tables
                continue
            head = story[: m.start(2)]
            line = re.search(r"<DATELINE>\s*(.*?),\s*([A-Z][a-z]+\.? +\d+)\s*-", head, re.S)
            title = re.search(r"<TITLE>(.*?)</TITLE>", head, re.S)
            title = squeeze(html.unescape(re.sub(r"<[^>]*>|&lt;[^>]*>", "", title[1]))) if title else ""
            yield Document(
                "reuters", m[1], [p for p in paragraphs if p],
                dateline(line[1], line[2], "Reuters" if int(m[1]) % 2 else "", "-") if line else "",
                title if title.isupper() else "",
            )


def te3(root: Path):
    with tarfile.open(root / "time/te3_silver/TE3-Silver-data.tar.gz") as tar:
        for member in sorted(tar.getmembers(), key=lambda m: m.name):
            if not member.name.endswith(".tml"):
                continue
            raw = tar.extractfile(member).read().decode("utf-8", "replace")
            m = re.search(r"<TEXT>(.*?)</TEXT>", raw, re.S)
            if not m:
                continue
            text = html.unescape(re.sub(r"<[^>]+>", "", m[1]))
            paragraphs = [squeeze(p) for p in re.split(r"\n\s*\n", text)]
            title = re.search(r"<TITLE>(.*?)</TITLE>", raw, re.S)
            title = squeeze(html.unescape(title[1])) if title else ""
            if len(title.split()) > 3 and not title.isupper():
                yield Document("te3", Path(member.name).stem + "-title", [title])
            line = re.search(r"<DCT>([^<]*),\s*(?:<[^>]*>)?([A-Z][a-z]+\.? \d+)", raw)
            agency = re.search(r"<DCT>.*\((AFP|Xinhua)\)", raw)
            line = dateline(line[1], line[2], agency[1], "--") if line and agency else ""
            yield Document("te3", Path(member.name).stem, [p for p in paragraphs if p], line)


def lines(root: Path, folder: str, source: str):
    for path in sorted((root / folder).glob("*.txt")):
        if path.name == "SOURCE.txt":
            continue
        block = []
        for line in path.read_text("utf-8", "replace").split("\n"):
            if line.strip():
                block.append(squeeze(line))
        # A sample file holds hundreds of stories: cut it so that shuffling mixes them.
        size = 25 if source == "samples" else len(block) or 1
        for i in range(0, len(block), size):
            yield Document(source, f"{path.stem[:50]}-{i}", block[i : i + size])


def choose(root: Path, seed: int) -> list[Document]:
    """The documents to label, shuffled; political Reuters stories come first in its share."""
    sources = {
        "kcna": list(kcna(root)),
        "kcna-headline": list(kcna_headlines(root)),
        "reuters": list(reuters(root)),
        "te3": list(te3(root)),
        "polnear": list(lines(root, "attribution/polnear/train/text", "polnear")),
        "samples": list(lines(root, "news/conflibert_samples", "samples")),
    }
    chosen = []
    for source, documents in sources.items():
        rng = random.Random(f"{seed}/{source}")
        rng.shuffle(documents)
        if source == "reuters":
            # Mostly political stories, a tenth of the rest among them.
            hits = {d.name: min(3, len(POLITICAL.findall(" ".join(d.paragraphs)))) for d in documents}
            documents.sort(key=lambda d: -(3 if rng.random() < 0.1 else hits[d.name]))
        left = QUOTA[source]
        for d in documents:
            if left <= 0:
                break
            left -= d.words()
            chosen.append(d)
    random.Random(seed).shuffle(chosen)
    return chosen
