package nuncio

import "unicode/utf8"

// InCodePoints turns every span of the record from bytes into Unicode code
// points, the published form. It changes the record in place and must be called
// once; the coder does so as the last thing it does.
func (r *Record) InCodePoints() {
	text, title := newOffsets(r.Report.Text), newOffsets(r.Report.Title)
	r.eachSpan(func(in string, s *Span) {
		o := text
		if in == "title" {
			o = title
		}
		s.Start, s.End = o.codePoint(s.Start), o.codePoint(s.End)
	})
}

// Cut is the piece of the report that a code-point span of a published record
// covers; "" when the span lies outside.
func (r *Report) Cut(in string, s Span) string {
	text := r.Text
	if in == "title" {
		text = r.Title
	}
	start, end, n := -1, -1, 0
	for i := range text {
		if n == s.Start {
			start = i
		}
		if n == s.End {
			end = i
		}
		n++
	}
	if n == s.End {
		end = len(text)
	}
	if start < 0 || end < start {
		return ""
	}
	return text[start:end]
}

// offsets maps byte offsets to code points; nil marks plain ASCII.
type offsets []int32

func newOffsets(text string) offsets {
	ascii := true
	for i := 0; i < len(text) && ascii; i++ {
		ascii = text[i] < utf8.RuneSelf
	}
	if ascii {
		return nil
	}
	o := make(offsets, len(text)+1)
	n := int32(-1)
	for i := range len(text) {
		if utf8.RuneStart(text[i]) {
			n++
		}
		o[i] = n
	}
	o[len(text)] = int32(utf8.RuneCountInString(text))
	return o
}

func (o offsets) codePoint(b int) int {
	if o == nil || b < 0 {
		return b
	}
	return int(o[min(b, len(o)-1)])
}

// eachSpan visits every span of the record with the text it counts in.
func (r *Record) eachSpan(visit func(in string, s *Span)) {
	some := func(in string, s *Span) {
		if !s.IsZero() {
			visit(in, s)
		}
	}
	phrase := func(in string, p *Phrase) {
		if p != nil {
			some(in, &p.Span)
		}
	}
	some("", &r.Report.Dateline)
	for i := range r.Entities {
		for k := range r.Entities[i].Mentions {
			visit("", &r.Entities[i].Mentions[k])
		}
		for k := range r.Entities[i].TitleMentions {
			visit("title", &r.Entities[i].TitleMentions[k])
		}
	}
	for i := range r.Attributions {
		a := &r.Attributions[i]
		phrase(a.In, a.Source)
		phrase(a.In, a.Cue)
		some(a.In, &a.Content.Span)
		for k := range a.Content.More {
			some(a.In, &a.Content.More[k])
		}
		if a.When != nil {
			some(a.When.In, &a.When.Span)
		}
	}
	for i := range r.Events {
		e := &r.Events[i]
		for _, list := range [][]Party{e.Actor, e.Recipient, e.Via} {
			for k := range list {
				some(e.In, &list[k].Span)
			}
		}
		some(e.When.In, &e.When.Span)
		if e.Where != nil {
			some(e.In, &e.Where.Span)
		}
		phrase(e.In, e.StatusText)
		phrase(e.In, e.Condition)
		some(e.In, &e.Evidence.Span)
		some(e.In, &e.Evidence.Trigger.Span)
	}
	for i := range r.Relations {
		v := &r.Relations[i]
		some(v.In, &v.Evidence.Span)
		some(v.In, &v.Evidence.Trigger.Span)
	}
}

// CodePoints turns byte spans of a text into spans of code points.
func CodePoints(text string) func(Span) Span {
	o := newOffsets(text)
	return func(s Span) Span { return Span{o.codePoint(s.Start), o.codePoint(s.End)} }
}
