package sqlite

import (
	"encoding/base64"
	"fmt"
	"strconv"
	"strings"

	"nuncio/store"
)

// limit is the number of rows of a page.
func limit(n int) int {
	switch {
	case n <= 0:
		return 50
	case n > store.MaxPage:
		return store.MaxPage
	}
	return n
}

// A cursor is the sort key of the last row of a page.
func cursor(keys ...any) string {
	var parts []string
	for _, k := range keys {
		parts = append(parts, fmt.Sprint(k))
	}
	return base64.RawURLEncoding.EncodeToString([]byte(strings.Join(parts, "|")))
}

// after reads a cursor: a day and whole numbers, as many as names say.
func after(s string, order store.Order, numbers int) (day string, ns []any, err error) {
	b, err := base64.RawURLEncoding.DecodeString(s)
	if err != nil {
		return "", nil, store.ErrCursor
	}
	parts := strings.Split(string(b), "|")
	if len(parts) != 2+numbers || parts[0] != string(order) {
		return "", nil, store.ErrCursor
	}
	for _, p := range parts[2:] {
		n, err := strconv.ParseInt(p, 10, 64)
		if err != nil {
			return "", nil, store.ErrCursor
		}
		ns = append(ns, n)
	}
	return parts[1], ns, nil
}
