package main

import "nuncio"

// schemaCmd prints the JSON Schema of a record.
type schemaCmd struct{}

func (schemaCmd) Run(std streams) error {
	_, err := std.out.Write(nuncio.Schema)
	return err
}
