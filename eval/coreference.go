package eval

import (
	"archive/tar"
	"compress/gzip"
	"encoding/csv"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// EventDoc is a text whose events are marked, with those of other texts that are
// the same.
type EventDoc struct {
	Topic     int
	Name      string // "12_3ecbplus"
	Sentences [][]string
	Mentions  []EventMention
}

// EventMention is an event word; Event is the same for all that tell of one event
// of a topic.
type EventMention struct {
	Sentence   int
	First, End int // tokens
	Event      string
}

// ecbFile is a file of ECB+ (Cybulska and Vossen 2014), an XML form of CAT.
type ecbFile struct {
	Tokens []struct {
		ID       int    `xml:"t_id,attr"`
		Sentence int    `xml:"sentence,attr"`
		Form     string `xml:",chardata"`
	} `xml:"token"`
	Markables struct {
		All []struct {
			XMLName xml.Name
			ID      int `xml:"m_id,attr"`
			Anchors []struct {
				Token int `xml:"t_id,attr"`
			} `xml:"token_anchor"`
		} `xml:",any"`
	} `xml:"Markables"`
	Relations struct {
		All []struct {
			XMLName xml.Name
			ID      string `xml:"r_id,attr"`
			Note    string `xml:"note,attr"`
			Sources []struct {
				Mention int `xml:"m_id,attr"`
			} `xml:"source"`
		} `xml:",any"`
	} `xml:"Relations"`
}

// ReadECBPlus reads the topics that stand in the archives of a folder. Only the
// sentences of the list that its makers checked are kept, as is usual.
func ReadECBPlus(dir string) ([]EventDoc, error) {
	checked, err := readChecked(filepath.Join(dir, "ECBplus_coreference_sentences.csv"))
	if err != nil {
		return nil, err
	}
	archives, err := filepath.Glob(filepath.Join(dir, "*.tar.gz"))
	if err != nil {
		return nil, err
	}
	var docs []EventDoc
	for _, name := range archives {
		more, err := readECBArchive(name, checked)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		docs = append(docs, more...)
	}
	if len(docs) == 0 {
		return nil, fmt.Errorf("%s: no archive with documents of ECB+", dir)
	}
	slices.SortFunc(docs, func(a, b EventDoc) int {
		if a.Topic != b.Topic {
			return a.Topic - b.Topic
		}
		return strings.Compare(a.Name, b.Name)
	})
	return docs, nil
}

// readChecked lists "12_3ecbplus 4" for each checked sentence.
func readChecked(name string) (map[string]bool, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	out := map[string]bool{}
	for _, r := range rows[min(1, len(rows)):] {
		if len(r) < 3 {
			return nil, fmt.Errorf("%s: a row has three cells: topic, file, sentence", name)
		}
		out[r[0]+"_"+r[1]+" "+r[2]] = true
	}
	return out, nil
}

func readECBArchive(name string, checked map[string]bool) ([]EventDoc, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	var docs []EventDoc
	for t := tar.NewReader(z); ; {
		h, err := t.Next()
		if errors.Is(err, io.EOF) {
			return docs, nil
		}
		if err != nil {
			return nil, err
		}
		base := path.Base(h.Name)
		if h.Typeflag != tar.TypeReg || path.Ext(base) != ".xml" || strings.HasPrefix(base, ".") {
			continue
		}
		doc, err := readECB(t, strings.TrimSuffix(base, ".xml"), checked)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", h.Name, err)
		}
		if len(doc.Mentions) > 0 {
			docs = append(docs, doc)
		}
	}
}

func readECB(r io.Reader, name string, checked map[string]bool) (EventDoc, error) {
	d := EventDoc{Name: name}
	topic, _, _ := strings.Cut(name, "_")
	var err error
	if d.Topic, err = strconv.Atoi(topic); err != nil {
		return d, fmt.Errorf("the name begins with no topic: %w", err)
	}
	var x ecbFile
	if err := xml.NewDecoder(r).Decode(&x); err != nil {
		return d, err
	}
	type place struct{ sentence, token int }
	at := map[int]place{}
	kept := map[int]int{} // sentence of the file → of the document
	for _, t := range x.Tokens {
		if !checked[name+" "+strconv.Itoa(t.Sentence)] {
			continue
		}
		s, ok := kept[t.Sentence]
		if !ok {
			s = len(d.Sentences)
			kept[t.Sentence] = s
			d.Sentences = append(d.Sentences, nil)
		}
		at[t.ID] = place{s, len(d.Sentences[s])}
		d.Sentences[s] = append(d.Sentences[s], t.Form)
	}
	event := map[int]string{}
	for _, rel := range x.Relations.All {
		id := rel.Note // names the event in all documents of the topic
		if rel.XMLName.Local != "CROSS_DOC_COREF" || id == "" {
			id = name + "/" + rel.ID
		}
		for _, s := range rel.Sources {
			event[s.Mention] = id
		}
	}
	for _, m := range x.Markables.All {
		kind := m.XMLName.Local
		if !strings.HasPrefix(kind, "ACTION") && !strings.HasPrefix(kind, "NEG_ACTION") || len(m.Anchors) == 0 {
			continue
		}
		first, ok := at[m.Anchors[0].Token]
		last, ok2 := at[m.Anchors[len(m.Anchors)-1].Token]
		if !ok || !ok2 || first.sentence != last.sentence || last.token < first.token {
			continue
		}
		id := event[m.ID]
		if id == "" {
			id = fmt.Sprintf("%s/m%d", name, m.ID) // told once
		}
		d.Mentions = append(d.Mentions, EventMention{first.sentence, first.token, last.token + 1, id})
	}
	return d, nil
}
