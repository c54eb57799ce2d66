package nuncio

import _ "embed"

// Schema is the JSON Schema (draft 2020-12) of a record, schema "nuncio/1".
//
//go:embed schema.json
var Schema []byte
