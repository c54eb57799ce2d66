package voice_test

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"nuncio/data"
	"nuncio/voice"
)

// A mistake in a table is named by file and line.
func TestTablesNameMistakes(t *testing.T) {
	tests := []struct{ file, row, want string }{
		{"cues.tsv", "utter\tclause\tsay", `"utter" is not a class of cue`},
		{"cues.tsv", "say\tclauses\tsay", `"clauses" is not a frame`},
		{"cues.tsv", "say\tclause", "2 columns, want 3"},
		{"kinds.tsv", "group\ttail\tguild", "want head, any or who"},
		{"status.tsv", "denied\tv\tclause\tdeny", `"denied" is not an effect`},
		{"status.tsv", "negated\tx\tclause\tdeny", `"x" is not a part of speech`},
		{"status.tsv", "negated\tv\tobject\tdeny", `"object" is not a slot`},
		{"status.tsv", "planned\tv\tclause\tdeny\nnegated\tv\tclause\tdeny", "has two effects"},
		{"denials.tsv", "some\tdeny\tA.\tB.", "want any or claim"},
		{"denials.tsv", "any\tdeny\tA.\tB.\nclaim\tdeny\tA.\tB.", "stands twice"},
		{"phrases.tsv", "according\t ", "a phrase without words"},
	}
	for _, tt := range tests {
		t.Run(tt.file+"/"+tt.want, func(t *testing.T) {
			fsys := fstest.MapFS{}
			names, err := fs.Glob(data.FS, "voice/*.tsv")
			if err != nil || len(names) == 0 {
				t.Fatal(err, "no tables")
			}
			for _, name := range names {
				b, err := fs.ReadFile(data.FS, name)
				if err != nil {
					t.Fatal(err)
				}
				fsys[name] = &fstest.MapFile{Data: b}
			}
			fsys["voice/"+tt.file] = &fstest.MapFile{Data: []byte("# head\n" + tt.row + "\n")}
			_, err = voice.New(fsys)
			if err == nil || !strings.Contains(err.Error(), tt.want) || !strings.Contains(err.Error(), tt.file+":") {
				t.Errorf("error %v, want %q with file and line", err, tt.want)
			}
		})
	}
	if _, err := voice.New(fstest.MapFS{}); err == nil {
		t.Error("no error without tables")
	}
}
