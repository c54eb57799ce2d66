package sqlite

import (
	"nuncio"
	"nuncio/occurrence"
)

// copies enters a report among those with nearly the same text and gives the
// earliest of them, whose word the text is.
func (t *tx) copies(n int64, id string, sig *occurrence.Signature) (voice string, err error) {
	if *sig == (occurrence.Signature{}) {
		return id, nil
	}
	for _, key := range sig.Keys() {
		if err := t.exec("INSERT OR IGNORE INTO report_key VALUES (?, ?)", int64(key), n); err != nil {
			return "", err
		}
	}
	return t.regroup(n)
}

// leave takes a report out of the texts that copies are looked for among, and
// groups those anew that it held together.
func (t *tx) leave(n int64) error {
	group, err := t.group(n)
	if err != nil {
		return err
	}
	if err := t.exec("DELETE FROM report_key WHERE report = ?", n); err != nil {
		return err
	}
	if err := t.exec("UPDATE report SET voice = '' WHERE n = ?", n); err != nil {
		return err
	}
	for _, m := range group {
		if m.n == n {
			continue
		}
		if _, err := t.regroup(m.n); err != nil {
			return err
		}
	}
	return nil
}

// copied is a report among its copies.
type copied struct {
	n     int64
	was   string // its voice so far
	sig   occurrence.Signature
	voice occurrence.Voice
}

// regroup finds all that are copies of a report, or copies of copies, gives each
// the same voice and marks the blocks of those whose voice changed.
func (t *tx) regroup(n int64) (string, error) {
	group, err := t.group(n)
	if err != nil || len(group) == 0 {
		return "", err
	}
	voices := make([]occurrence.Voice, len(group))
	for i := range group {
		voices[i] = group[i].voice
	}
	voice := occurrence.VoiceOf(voices)
	for _, m := range group {
		// The agency may be new to a group whose first report stays the same.
		if len(group) > 1 || m.was != voice.Report {
			if err := t.touch(m.n); err != nil {
				return "", err
			}
		}
		if m.was == voice.Report {
			continue
		}
		if err := t.exec("UPDATE report SET voice = ? WHERE n = ?", voice.Report, m.n); err != nil {
			return "", err
		}
	}
	return voice.Report, nil
}

// group lists the report and all that hang together with it by nearly the same text.
func (t *tx) group(n int64) ([]copied, error) {
	first, err := t.copied(n)
	if err != nil {
		return nil, err
	}
	group := []copied{first}
	seen := map[int64]bool{n: true}
	for i := 0; i < len(group); i++ {
		near, err := t.near(group[i].n)
		if err != nil {
			return nil, err
		}
		for _, m := range near {
			if seen[m] {
				continue
			}
			c, err := t.copied(m)
			if err != nil {
				return nil, err
			}
			if occurrence.Copies(&group[i].sig, &c.sig) {
				seen[m] = true
				group = append(group, c)
			}
		}
	}
	return group, nil
}

func (t *tx) copied(n int64) (copied, error) {
	c := copied{n: n}
	var b []byte
	var published string
	_, err := t.one([]any{&c.voice.Report, &published, &c.voice.Outlet, &c.voice.Agency, &c.was, &b},
		"SELECT id, published, outlet, agency, voice, signature FROM report WHERE n = ?", n)
	c.sig = signatureOf(b)
	c.voice.Published = day(published)
	return c, err
}

// near lists the reports that share a key with one.
func (t *tx) near(n int64) ([]int64, error) {
	rows, err := t.rows("SELECT DISTINCT b.report FROM report_key a JOIN report_key b USING (key) WHERE a.report = ? AND b.report <> ? ORDER BY 1", n, n)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []int64
	for rows.Next() {
		var m int64
		if err := rows.Scan(&m); err != nil {
			return nil, err
		}
		out = append(out, m)
	}
	return out, rows.Err()
}

// day reads a stored day; the zero date for ”.
func day(s string) nuncio.Date {
	if s == "" {
		return nuncio.Date{}
	}
	d, err := nuncio.ParseDate(s)
	if err != nil {
		return nuncio.Date{}
	}
	return d
}
