package render

import (
	"strings"

	"antq/internal/content"
)

// Text is what an author wrote beside the body, such as a line of the bases or of a table, in runs. A layout writes it with
// partials/text.html, which explains the abbreviations that the page uses here first; as a value it is the text alone.
//
// What comes first is decided when the view is made, in the order of the default layouts. So a text is plain data, html/template
// escapes all of it, and no page is gone through twice.
type Text []Run

// Run is a part of a text: an abbreviation with what it stands for, or anything else, with Long "".
type Run struct{ Text, Long string }

func (t *Text) encode(e *encoder) { each(e, *t) }
func (r *Run) encode(e *encoder)  { e.text(r.Text, r.Long) }

// String returns the text alone.
func (t Text) String() string {
	if len(t) == 1 {
		return t[0].Text
	}
	var b strings.Builder
	for i := range t {
		b.WriteString(t[i].Text)
	}
	return b.String()
}

// Party is who does something: a unit with its page, or a name.
type Party struct {
	Name Text
	Href string
}

func (p *Party) encode(e *encoder) { p.Name.encode(e); e.text(p.Href) }

// explain takes the abbreviations that hold on the page, unless it has some already.
func (m *maker) explain(list []content.Abbreviation) {
	if m.explainer == nil {
		m.explainer = newExplainer(abbreviations(list))
	}
}

// text divides a text that comes next on the page at the abbreviations that it uses first. An empty one is nil.
func (m *maker) text(s string) Text {
	if s == "" {
		return nil
	}
	if m.explainer == nil || m.explainer.unmet == 0 {
		return Text{{Text: s}}
	}
	uses := m.explainer.find([]byte(s), 0, len(s), nil)
	t := make(Text, 0, 2*len(uses)+1)
	from := 0
	for _, u := range uses {
		if from < u.at {
			t = append(t, Run{Text: s[from:u.at]})
		}
		t = append(t, Run{u.Short, u.Long})
		from = u.at + len(u.Short)
	}
	if from < len(s) {
		t = append(t, Run{Text: s[from:]})
	}
	return t
}

func (m *maker) texts(list []string) []Text {
	var ts []Text
	for _, s := range list {
		ts = append(ts, m.text(s))
	}
	return ts
}
