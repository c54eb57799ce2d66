package where

import (
	"io/fs"
	"strings"
)

// Classes are the words that say what a name is the name of, for those who make
// gazetteers.
type Classes struct{ words words }

// LoadClasses reads the tables of data/where.
func LoadClasses(tables fs.FS) (*Classes, error) {
	c := &Classes{}
	if err := c.words.load(tables); err != nil {
		return nil, err
	}
	return c, nil
}

// Without is a name less the word that says what it names ("Helmand" of
// "Helmand Province"), "" when there is none.
func (c *Classes) Without(name string) string {
	if i := strings.LastIndexByte(name, ' '); i > 0 {
		if class, ok := c.words.classes[fold(name[i+1:])]; ok && !class.textOnly {
			return name[:i]
		}
	}
	for _, p := range c.words.before {
		if rest, ok := strings.CutPrefix(name, p); ok && rest != "" {
			return rest
		}
	}
	return ""
}
