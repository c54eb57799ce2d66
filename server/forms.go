package server

import (
	"errors"
	"net/http"
	"sort"
	"strings"

	"github.com/danielgtaylor/huma/v2"
)

type pasteView struct {
	Paste  paste
	Failed string
	Result *reportView
}

// pasteForm is an empty form; script fills it from what stands behind the # of the
// address, so that a text can be shared without ever being sent in an address.
func (p *pages) pasteForm(*http.Request) (page, error) {
	return page{template: "paste.html", title: "Paste a report", here: "paste", view: pasteView{}}, nil
}

// pasted codes the form's report and shows its record at once; nothing is stored.
func (p *pages) pasted(r *http.Request) (page, error) {
	if err := r.ParseForm(); err != nil {
		var large *http.MaxBytesError
		if errors.As(err, &large) {
			return page{}, badInput("text", "larger than 1 MiB")
		}
		return page{}, badInput("form", "it could not be read")
	}
	in := r.PostForm
	v := pasteView{Paste: paste{
		Text: strings.ReplaceAll(in.Get("text"), "\r\n", "\n"), Date: strings.TrimSpace(in.Get("date")),
		Title: strings.TrimSpace(in.Get("title")), Outlet: strings.TrimSpace(in.Get("outlet")),
	}}
	out := page{template: "paste.html", title: "Paste a report", here: "paste"}
	for _, w := range []struct {
		name, value string
		most        int
	}{{"title", v.Paste.Title, 1000}, {"outlet", v.Paste.Outlet, maxWord}} {
		if err := checkWord(w.name, w.value, w.most); err != nil {
			return page{}, err
		}
	}
	rec, err := p.s.code(r.Context(), &v.Paste)
	if err != nil {
		out.status, v.Failed = p.s.problem(err)
	} else {
		view := viewOf(rec)
		view.Pasted = true
		v.Result = &view
		out.counted = &counted{Rules: []string{ruleSays, "Nothing was stored. Coded by version " + rec.Coder.Version + ", codebook " + rec.Coder.Codebook + ", model " + rec.Coder.Model + "."}}
	}
	out.view = v
	return out, nil
}

func (p *pages) loginForm(w http.ResponseWriter, r *http.Request) {
	p.send(w, r, http.StatusOK, page{template: "login.html", title: "Sign in", view: ""})
}

// login takes the token once and leaves a cookie that is made from it.
func (p *pages) login(w http.ResponseWriter, r *http.Request) {
	if p.s.Token == "" || !p.s.tokenIs(r.PostFormValue("token")) {
		p.send(w, r, http.StatusUnauthorized, page{template: "login.html", title: "Sign in", view: "That is not the token."})
		return
	}
	http.SetCookie(w, &http.Cookie{Name: cookieName, Value: p.s.session(), Path: "/", HttpOnly: true, SameSite: http.SameSiteStrictMode, Secure: r.TLS != nil})
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

func (p *pages) logout(w http.ResponseWriter, r *http.Request) {
	http.SetCookie(w, &http.Cookie{Name: cookieName, Path: "/", MaxAge: -1, HttpOnly: true, SameSite: http.SameSiteStrictMode})
	http.Redirect(w, r, "/login", http.StatusSeeOther)
}

// operation is an address of the API as its page shows it.
type operation struct {
	Method, Path, Summary, Tag string
	Params                     []*huma.Param
}

// apiView is the API's description as a plain page.
func (p *pages) apiView(r *http.Request) (page, error) {
	var ops []operation
	for path, item := range p.api.Paths {
		for method, op := range map[string]*huma.Operation{"GET": item.Get, "POST": item.Post} {
			if op != nil {
				ops = append(ops, operation{method, path, op.Summary, strings.Join(op.Tags, ""), op.Parameters})
			}
		}
	}
	sort.Slice(ops, func(i, k int) bool { return ops[i].Path < ops[k].Path })
	return page{template: "api.html", title: "API", here: "api", view: ops}, nil
}
