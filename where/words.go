package where

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
)

// use is what a word is used for, one bit each; the head of uses.tsv says what they mean.
type use uint64

const (
	move use = 1 << iota
	enter
	conquer
	local
	land
	ground
	site
	settled
	again
	common
	direction
	meeting
	held
	gathered
	occasion
	attack
	landform
	dweller
	person
	setOff
	audience
	venue
	paper
	cause
	airborne
	dealing
	seat
	office
	seatless
	saying
	about
	beside
	near
	beforeName
)

var useNames = map[string]use{
	"move": move, "enter": enter, "conquer": conquer, "local": local, "land": land, "ground": ground, "site": site, "settled": settled, "again": again, "common": common, "direction": direction,
	"meeting": meeting, "held": held, "gathered": gathered, "occasion": occasion, "attack": attack, "landform": landform, "dweller": dweller, "person": person, "set-off": setOff,
	"audience": audience, "venue": venue, "paper": paper, "cause": cause, "airborne": airborne, "dealing": dealing, "seat": seat, "office": office, "seatless": seatless, "say": saying, "about": about, "beside": beside, "near": near, "before-name": beforeName,
}

// words is what the room must know of words, from uses.tsv and classes.tsv.
type words struct {
	uses map[string]use

	classes      map[string]class // word behind a name → the kinds that it fits
	before       []string         // classes before a name of the gazetteer, as written
	beforeFolded []string         // the same and those that only texts have, folded
	sides        []string
	sitesBefore  []string
	sites        []string
	inner        map[string]bool // what stands between a place and the one that it lies in
	outer        []string        // what stands between a place and one in it
}

// class is what a word behind a name says that it is the name of.
type class struct {
	kinds    []Kind
	textOnly bool // no name of the gazetteer is known without it
}

// has reports whether a word has one of the uses.
func (w *words) has(word string, u use) bool { return w.uses[word]&u != 0 }

// load reads uses.tsv and classes.tsv.
func (w *words) load(fsys fs.FS) error {
	w.uses, w.classes, w.inner = map[string]use{}, map[string]class{}, map[string]bool{}
	if err := readTable(fsys, "uses.tsv", 2, w.addUse); err != nil {
		return err
	}
	return readTable(fsys, "classes.tsv", 3, w.addClass)
}

func (w *words) addUse(cells []string) error {
	u, ok := useNames[cells[0]]
	if !ok {
		return fmt.Errorf("use %q is not known", cells[0])
	}
	for word := range strings.FieldsSeq(cells[1]) {
		w.uses[word] |= u
	}
	return nil
}

var kindNames = map[string]Kind{
	"country": Country, "admin1": Admin1, "admin2": Admin2, "capital": Capital, "seat": Seat, "town": Town, "quarter": Quarter,
	"area": Area, "spot": Spot, "district": District, "province": Province,
}

func (w *words) addClass(cells []string) error {
	text := cells[1]
	if text == "" {
		return errors.New("no words")
	}
	switch cells[0] {
	case "after", "after-text":
		c := class{textOnly: cells[0] == "after-text"}
		for name := range strings.FieldsSeq(cells[2]) {
			k, ok := kindNames[name]
			if !ok {
				return fmt.Errorf("no kind of place is called %q", name)
			}
			c.kinds = append(c.kinds, k)
		}
		w.classes[text] = c
	case "before":
		if !strings.HasSuffix(text, "'") {
			text += " "
		}
		w.before = append(w.before, text)
		w.beforeFolded = append(w.beforeFolded, fold(text)+" ")
	case "before-text":
		w.beforeFolded = append(w.beforeFolded, fold(text)+" ")
	case "side":
		w.sides = append(w.sides, text+" ")
	case "site-before":
		w.sitesBefore = append(w.sitesBefore, text+" ")
	case "site":
		w.sites = append(w.sites, " "+text)
	case "inner":
		if text[0] != ',' {
			text = " " + text
		}
		w.inner[text+" "] = true
	case "outer":
		w.outer = append(w.outer, " "+text)
	default:
		return fmt.Errorf("%q says of no words how they stand", cells[0])
	}
	return nil
}
