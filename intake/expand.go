package intake

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Expand turns command-line arguments into the names of inputs: "-" stays, a
// folder becomes its files (recursively, in the order of their names, hidden ones
// and such as are no reports, by their ending, left out), a pattern what it matches. Names hold even when err, which joins an
// [*InputError] for each argument that leads nowhere, is not nil.
func Expand(args []string) (names []string, err error) {
	var errs []error
	refuse := func(arg, reason string, cause error) {
		errs = append(errs, &InputError{Name: arg, Reason: reason, Err: cause})
	}
	for _, arg := range args {
		if arg == "-" {
			names = append(names, arg)
			continue
		}
		info, err := os.Stat(arg)
		switch {
		case err == nil && info.IsDir():
			files, err := folder(arg)
			names = append(names, files...)
			if err != nil {
				refuse(arg, "cannot be searched", err)
			} else if len(files) == 0 {
				refuse(arg, "the folder holds no files", nil)
			}
		case err == nil:
			names = append(names, arg)
		case strings.ContainsAny(arg, "*?["):
			matches, perr := filepath.Glob(arg)
			if perr != nil || len(matches) == 0 {
				refuse(arg, "the pattern matches nothing", perr)
				continue
			}
			slices.Sort(matches)
			deeper, derr := Expand(matches)
			names = append(names, deeper...)
			if derr != nil {
				errs = append(errs, derr)
			}
		default:
			refuse(arg, "cannot be opened", err)
		}
	}
	return names, errors.Join(errs...)
}

// noReport are endings of files that lie beside reports and are none. Named by
// themselves they are read all the same.
var noReport = map[string]bool{
	".yaml": true, ".yml": true, ".md": true, ".golden": true, ".csv": true, ".tsv": true, ".go": true, ".py": true, ".r": true,
	".png": true, ".jpg": true, ".svg": true, ".pdf": true, ".db": true, ".sqlite": true,
}

// folder lists the files under a folder in lexical order.
func folder(root string) (files []string, err error) {
	err = filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case path != root && strings.HasPrefix(d.Name(), "."):
			if d.IsDir() {
				return filepath.SkipDir
			}
		case noReport[strings.ToLower(filepath.Ext(path))]:
		case d.Type().IsRegular():
			files = append(files, path)
		case d.Type()&fs.ModeSymlink != 0:
			if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() {
				files = append(files, path)
			}
		}
		return nil
	})
	return files, err
}
