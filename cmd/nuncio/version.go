package main

import (
	"encoding/json"
	"fmt"
)

// versionCmd prints what would stand in every record's "coder".
type versionCmd struct {
	coding
}

func (c *versionCmd) Run(std streams) error {
	parts, err := c.coder()
	if err != nil {
		return err
	}
	b, err := json.MarshalIndent(parts.Stamp(), "", "  ")
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(std.out, "%s\n", b)
	return err
}
