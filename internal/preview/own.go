package preview

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"encoding/json"
	"errors"
	"net"
	"net/http"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"antq/internal/build"
	"antq/internal/diag"
	"antq/internal/site"
)

// assets are the files below /_antq/. idiomorph.js stands as it was published; idiomorph.txt says where it is from.
//
//go:embed assets
var assets embed.FS

// maxShown is how many problems the panel shows.
const maxShown = 100

// serveOwn answers for what is below /_antq/.
func (p *Preview) serveOwn(w http.ResponseWriter, r *http.Request, name string) {
	switch name {
	case "events":
		p.serveEvents(w, r)
	case "state":
		p.serveState(w, r)
	case "set":
		p.serveSet(w, r)
	case "view":
		w.Header().Set("Content-Security-Policy", ownPolicy)
		p.serveAsset(w, r, "view.html")
	default:
		p.serveAsset(w, r, name)
	}
}

func (p *Preview) serveAsset(w http.ResponseWriter, r *http.Request, name string) {
	ext := path.Ext(name)
	data, err := assets.ReadFile("assets/" + name)
	if err != nil || strings.Contains(name, "/") || ext != ".js" && ext != ".css" && name != "view.html" {
		refuse(w, http.StatusNotFound)
		return
	}
	sum := sha256.Sum256(data)
	tag := `"` + hex.EncodeToString(sum[:12]) + `"`
	h := w.Header()
	h.Set("Content-Type", map[string]string{".js": "text/javascript", ".css": "text/css", ".html": "text/html"}[ext]+"; charset=utf-8")
	h.Set("Cache-Control", "no-cache")
	h.Set("ETag", tag)
	if matches(r.Header.Get("If-None-Match"), tag) {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	send(w, r, http.StatusOK, data)
}

// shown is the state of the preview as the bar and the panel show it.
type shown struct {
	Run      string            `json:"run"` // another one after a restart of the server
	Number   int               `json:"number"`
	Good     bool              `json:"good"`
	Failure  string            `json:"failure"` // of the disk; "" = none
	Errors   int               `json:"errors"`
	Warnings int               `json:"warnings"`
	Problems []shownProblem    `json:"problems"` // errors first, at most maxShown
	Page     shownPage         `json:"page"`
	Drafts   bool              `json:"drafts"`
	Today    string            `json:"today"` // ISO
	Fixed    bool              `json:"fixed"` // as of a day that was set here
	Roots    map[string]string `json:"roots"` // public addresses of the sites and their paths here
	Words    map[string]string `json:"words"`
	Changed  []change          `json:"changed"`
}

// shownProblem is a problem in the reader's language.
type shownProblem struct {
	Severity string `json:"severity"`
	Word     string `json:"word"`
	Code     string `json:"code"`
	Place    string `json:"place"`
	File     string `json:"file"`
	Line     int    `json:"line"`
	Column   int    `json:"column"`
	Excerpt  string `json:"excerpt"`
	Message  string `json:"message"`
	Hint     string `json:"hint"`
	Editor   string `json:"editor"` // address that opens the place; "" = none
}

// shownPage is what belongs to the page that asks.
type shownPage struct {
	Source string `json:"source"` // "" = made by antq itself, or not there
	Editor string `json:"editor"` // with {line} for the line
	Exists bool   `json:"exists"`
	Draft  bool   `json:"draft"`
}

func (p *Preview) serveState(w http.ResponseWriter, r *http.Request) {
	s, err := p.current(r.Context())
	if err != nil {
		return
	}
	v := p.show(s, r.URL.Query().Get("page"), fromHere(r))
	data, _ := json.Marshal(v) // of strings and numbers, so it cannot fail
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	send(w, r, http.StatusOK, data)
}

// fromHere reports whether a request comes from this machine, where addresses of the editor mean something.
func fromHere(r *http.Request) bool {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	return err == nil && net.ParseIP(host).IsLoopback()
}

func (p *Preview) show(s *state, address string, here bool) shown {
	v := shown{Run: p.started, Number: s.number, Good: s.good, Drafts: s.drafts, Fixed: !s.asOf.IsZero(), Roots: map[string]string{}, Words: wordsOf(p.options.Lang), Changed: s.changed}
	problems := s.problems
	if s.failure != nil {
		v.Failure = s.failure.Error()
	}
	if s.live != nil {
		v.Today = s.live.Sites.Today.String()
		for _, one := range append([]*site.Site{s.live.Sites.Hub}, s.live.Sites.Agencies...) {
			if one != nil && one.BaseURL != "" {
				v.Roots[one.BaseURL] = addressOf(path.Join(one.ID, "index.html"))
			}
		}
		if found, ok := p.showPage(s.live, address, here, &v.Page); ok {
			problems.Merge(found)
		}
	}
	v.Errors, v.Warnings = problems.Count(diag.Error), problems.Count(diag.Warning)
	v.Problems = p.showProblems(problems, here)
	return v
}

// showPage fills in what belongs to a page, and returns what is wrong with its layout.
func (p *Preview) showPage(live *build.Live, address string, here bool, v *shownPage) (diag.List, bool) {
	name, _ := pathOf(live, address)
	page, ok := live.Page(name)
	if !ok {
		return diag.List{}, false
	}
	v.Exists, v.Source = true, page.Source()
	v.Draft = page.Page != nil && page.Entry != nil && page.Entry.IsDraft
	if v.Source != "" && here {
		v.Editor = p.editor(v.Source, "{line}", 1)
	}
	if _, _, err := p.pages.get(name, page); err != nil {
		if problem, ok := p.pageProblem(err); ok {
			var list diag.List
			list.Add(problem)
			return list, true
		}
	}
	return diag.List{}, false
}

func (p *Preview) showProblems(l diag.List, here bool) []shownProblem {
	list := []shownProblem{}
	lang := p.options.Lang
	for severity := diag.Error; severity >= diag.Note; severity-- {
		for _, x := range l.All() {
			if x.Severity != severity || len(list) == maxShown {
				continue
			}
			one := shownProblem{Severity: severity.String(), Word: severity.Word(lang), Code: x.Code, Place: x.Place(), File: x.File,
				Line: x.Start.Line, Column: x.Start.Column, Excerpt: x.Excerpt, Message: x.Message(lang), Hint: x.Hint(lang)}
			if here && x.File != "" {
				one.Editor = p.editor(x.File, strconv.Itoa(max(x.Start.Line, 1)), max(x.Start.Column, 1))
			}
			list = append(list, one)
		}
	}
	return list
}

// editor returns the address that opens a file of the site in an editor.
func (p *Preview) editor(file, line string, column int) string {
	template := p.options.Editor
	if template == "" {
		return ""
	}
	name := urlPath(filepath.ToSlash(filepath.Join(p.options.Dir, filepath.FromSlash(file))))
	if strings.Contains(template, "/{path}") { // vscode://file/home/… and vscode://file/C:/…
		name = strings.TrimPrefix(name, "/")
	}
	return strings.NewReplacer("{path}", name, "{line}", line, "{column}", strconv.Itoa(column)).Replace(template)
}

// serveSet changes what is seen: drafts=0|1, today=2026-11-05 or today= for the present day. A page of another origin cannot
// send the header.
func (p *Preview) serveSet(w http.ResponseWriter, r *http.Request) {
	query := r.URL.Query()
	if r.Header.Get("Antq-Preview") != "1" {
		refuse(w, http.StatusForbidden)
		return
	}
	if r.Method != http.MethodGet { // HEAD asks what GET would answer, and changes nothing
		w.Header().Set("Allow", http.MethodGet)
		refuse(w, http.StatusMethodNotAllowed)
		return
	}
	drafts, day := query["drafts"], query["today"]
	asOf, err := dayOf(query.Get("today"))
	if err != nil || len(drafts) > 1 || len(day) > 1 || len(drafts)+len(day) == 0 ||
		len(drafts) == 1 && drafts[0] != "0" && drafts[0] != "1" {
		refuse(w, http.StatusBadRequest)
		return
	}
	p.mu.Lock()
	if len(drafts) == 1 {
		p.drafts = drafts[0] == "1"
	}
	if len(day) == 1 {
		p.asOf = asOf
	}
	p.askLocked(build.Changes{})
	p.mu.Unlock()
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(http.StatusNoContent)
}

// dayOf reads a day, "2026-11-05"; "" is the zero time.
func dayOf(day string) (time.Time, error) {
	if day == "" {
		return time.Time{}, nil
	}
	t, err := time.ParseInLocation(time.DateOnly, day, zone)
	if err == nil && (t.Year() < 1945 || t.Year() > 2200) {
		err = errors.New("no day of this campaign")
	}
	return t, err
}

// zone is the time of every date in Vietnam.
var zone = time.FixedZone("+07:00", 7*60*60)
