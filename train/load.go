package train

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"nuncio/nlp"
	"nuncio/ud"
)

// LoadTrees reads CoNLL-U files, leaving out documents whose id begins with one
// of the prefixes in skip. Names come from GUM's Entity annotations in documents
// that have them. Sentences that are no tree are an error.
func LoadTrees(paths, skip []string) ([]*Sentence, error) {
	var out []*Sentence
	for _, path := range paths {
		f, err := os.Open(path)
		if err != nil {
			return nil, err
		}
		trees, err := ud.ReadAll(f)
		f.Close()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		left, entities := false, false
		for _, s := range trees {
			for _, c := range s.Comments {
				if id, ok := strings.CutPrefix(c, "newdoc id = "); ok {
					left, entities = hasPrefix(id, skip), false
				}
				entities = entities || strings.HasPrefix(c, "global.Entity")
			}
			if left {
				continue
			}
			if err := s.Check(); err != nil {
				return nil, fmt.Errorf("%s: sentence at line %d: %w", path, s.Line, err)
			}
			e := &Sentence{Tree: s, HasTags: true, HasTree: true, Weight: 1, NameWeight: 1}
			if entities {
				e.Names, e.NameWeight = GUMNames(s), 0.5 // another convention than news has
			} else {
				e.Names = miscNames(s)
			}
			out = append(out, e)
		}
	}
	return out, nil
}

// miscNames reads "Name=B-PER" in MISC, nil where no word has one.
func miscNames(s *ud.Sentence) []string {
	var out []string
	for i, w := range s.Words {
		_, tag, ok := strings.Cut(w.Misc, "Name=")
		if !ok {
			continue
		}
		if out == nil {
			out = make([]string, len(s.Words))
			for k := range out {
				out[k] = "O"
			}
		}
		out[i], _, _ = strings.Cut(tag, "|")
	}
	return out
}

func hasPrefix(s string, any []string) bool {
	for _, p := range any {
		if strings.HasPrefix(s, p) {
			return true
		}
	}
	return false
}

// LoadNames reads files with names marked, up to limit words a file (0: all),
// taking sentences evenly from the whole of it.
func LoadNames(paths []string, limit int) ([]*Sentence, error) {
	var out []*Sentence
	for _, path := range paths {
		f, err := os.Open(path)
		if err != nil {
			return nil, err
		}
		sents, err := ReadNames(f)
		f.Close()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		words := 0
		for _, s := range sents {
			words += len(s.Names)
			s.Weight, s.NameWeight = 1, 1
		}
		keep, share := 0.0, 1.0
		if limit > 0 && words > limit {
			share = float64(limit) / float64(words)
		}
		for _, s := range sents {
			if keep += share; keep >= 1 {
				keep--
				out = append(out, s)
			}
		}
	}
	return out, nil
}

// Files lists a path itself, or the files under a folder whose name ends so.
func Files(path string, suffix ...string) ([]string, error) {
	st, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if !st.IsDir() {
		return []string{path}, nil
	}
	var out []string
	for _, s := range suffix {
		m, err := filepath.Glob(filepath.Join(path, "*"+s))
		if err != nil {
			return nil, err
		}
		out = append(out, m...)
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("%s holds no file that ends in %s", path, strings.Join(suffix, " or "))
	}
	return out, nil
}

// LearnLemmas learns the lemmas of treebank sentences, and from them and from
// sentences that another model has tagged which words are verbs and nouns as they stand.
func LearnLemmas(sents, tagged []*Sentence) *nlp.Lemmas {
	var forms, tags, lemmas []string
	for _, s := range sents {
		if !s.HasTree {
			continue
		}
		for _, w := range s.Tree.Words {
			if w.Lemma == "_" && w.Form != "_" {
				continue
			}
			forms, tags, lemmas = append(forms, w.Form), append(tags, w.UPOS+" "+w.XPOS), append(lemmas, w.Lemma)
		}
	}
	l := nlp.NewLemmas(forms, tags, lemmas)
	l.Verbs, l.Nouns = uninflected(slices.Concat(sents, tagged))
	return l
}

// uninflected lists the words that stand as infinitives and as nouns in the singular
// often enough, and in a fair part of their uses, for this to be no slip.
func uninflected(sents []*Sentence) (verbs, nouns []string) {
	const (
		times = 3
		part  = 0.04
	)
	type uses struct{ verb, noun, all int }
	seen := map[string]*uses{}
	for _, s := range sents {
		if !s.HasTags {
			continue
		}
		for _, w := range s.Tree.Words {
			form := strings.ToLower(w.Form)
			u := seen[form]
			if u == nil {
				u = &uses{}
				seen[form] = u
			}
			u.all++
			switch {
			case w.UPOS == "VERB" && w.XPOS == "VB":
				u.verb++
			case w.UPOS == "NOUN" && w.XPOS == "NN":
				u.noun++
			}
		}
	}
	for form, u := range seen {
		often := func(n int) bool { return n >= times && float64(n) >= part*float64(u.all) }
		if often(u.verb) {
			verbs = append(verbs, form)
		}
		if often(u.noun) {
			nouns = append(nouns, form)
		}
	}
	slices.Sort(verbs)
	slices.Sort(nouns)
	return verbs, nouns
}
