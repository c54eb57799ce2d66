//go:build ignore

// Mklanguages writes data/text/languages.tsv from the n-gram counts of the
// langdetect package (Python Package Index, version 1.0.9, Apache-2.0; counted on
// Wikipedia abstracts):
//
//	pip download langdetect==1.0.9 --no-deps --no-binary :all:
//	tar xzf langdetect-1.0.9.tar.gz
//	go run text/mklanguages.go langdetect-1.0.9/langdetect/profiles > data/text/languages.tsv
//
// For each language with a script that others share it keeps the trigrams that
// occur most, with the cost −100·ln p of each. Languages told by their script
// alone (Korean, Japanese, Greek …) need none.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"log"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"
)

const kept = 400

var languages = strings.Fields("af ar bg ca cs da de en es et fa fi fr hr hu id it lt lv mk nl no pl pt ro ru sk sl so sq sv sw tl tr uk ur vi hi mr ne")

func main() {
	if len(os.Args) != 2 {
		log.Fatal("usage: go run mklanguages.go PROFILES")
	}
	out := bufio.NewWriter(os.Stdout)
	fmt.Fprintf(out, "# Trigrams of %d languages: language, trigram (\"_\" for the edge of a word), cost −100·ln p.\n", len(languages))
	fmt.Fprintln(out, "# Source: n-gram counts of langdetect 1.0.9 (Apache-2.0), made from Wikipedia abstracts; written by text/mklanguages.go.")
	for _, lang := range languages {
		if err := write(out, os.Args[1], lang); err != nil {
			log.Fatal(err)
		}
	}
	if err := out.Flush(); err != nil {
		log.Fatal(err)
	}
}

func write(out *bufio.Writer, dir, lang string) error {
	b, err := os.ReadFile(filepath.Join(dir, lang))
	if err != nil {
		return err
	}
	var profile struct {
		Freq  map[string]int
		Words []int `json:"n_words"`
	}
	if err := json.Unmarshal(b, &profile); err != nil {
		return err
	}
	counts := map[string]int{}
	for gram, n := range profile.Freq {
		if utf8.RuneCountInString(gram) == 3 && !strings.Contains(strings.Trim(gram, " "), " ") {
			counts[strings.ReplaceAll(strings.ToLower(gram), " ", "_")] += n
		}
	}
	grams := make([]string, 0, len(counts))
	for gram := range counts {
		grams = append(grams, gram)
	}
	slices.SortFunc(grams, func(a, b string) int {
		if counts[a] != counts[b] {
			return counts[b] - counts[a]
		}
		return strings.Compare(a, b)
	})
	for _, gram := range grams[:min(kept, len(grams))] {
		cost := -100 * math.Log(float64(counts[gram])/float64(profile.Words[2]))
		fmt.Fprintf(out, "%s\t%s\t%.0f\n", lang, gram, cost)
	}
	return nil
}
