package main

// evalCmd groups the measurements; each lives in a file of its own name
// (eval_records.go, …) and prints precision, recall and F from package eval.
type evalCmd struct {
	Records evalRecordsCmd `cmd:"" help:"Records against hand-written facts: what must and what must not come out."`
}
