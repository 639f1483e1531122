package render

import (
	"encoding/json"
	"fmt"
	"maps"
	"net/url"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"antq/internal/content"
	"antq/internal/site"
)

// graphOf reads the structured data of a page: its nodes by type. A page without any gives none.
func graphOf(t *testing.T, what string, doc *html.Node) map[string]map[string]any {
	t.Helper()
	nodes := map[string]map[string]any{}
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode || n.Data != "script" || attr(n, "type") != "application/ld+json" {
			continue
		}
		var g struct {
			Context string           `json:"@context"`
			Graph   []map[string]any `json:"@graph"`
		}
		if err := json.Unmarshal([]byte(n.FirstChild.Data), &g); err != nil || g.Context != "https://schema.org" || len(g.Graph) == 0 || len(nodes) > 0 {
			t.Fatalf("%s: %v in %s", what, err, n.FirstChild.Data)
		}
		for _, node := range g.Graph {
			nodes[node["@type"].(string)] = node
		}
	}
	return nodes
}

// at follows a path of keys and numbers into a node; nil where it ends early.
func at(v any, path string) any {
	for key := range strings.SplitSeq(path, ".") {
		switch w := v.(type) {
		case map[string]any:
			v = w[key]
		case []any:
			i := slices.Index([]string{"0", "1", "2", "3"}, key)
			if i < 0 || i >= len(w) {
				return nil
			}
			v = w[i]
		default:
			return nil
		}
	}
	return v
}

const sampleRoot = "https://sxd.example.vn/antq/"

// What each kind of page tells. A field with baseURL only is in the second list.
var structuredCases = []struct {
	layout, typ string
	fields      map[string]any
	addresses   map[string]any
	none        string // fields that must not be there
}{
	{"home", "GovernmentOrganization", map[string]any{
		"name": "Sở Xây dựng tỉnh Lạng Sơn", "alternateName.0": "Sở Xây dựng", "telephone": "0205 3812 345", "email": "sxd@example.vn",
		"address.@type": "PostalAddress", "address.streetAddress": "Số 12 đường Hùng Vương, phường Lương Văn Tri, tỉnh Lạng Sơn", "address.addressCountry": "VN",
		"parentOrganization.@type": "GovernmentOrganization", "parentOrganization.name": "Uỷ ban nhân dân tỉnh Lạng Sơn", "parentOrganization.url": "https://langson.gov.vn",
	}, map[string]any{"@id": sampleRoot + "#co-quan", "url": sampleRoot}, "faxNumber logo"},
	{"home", "WebSite", map[string]any{"name": "Sở Xây dựng tỉnh Lạng Sơn", "inLanguage": "vi"}, map[string]any{"url": sampleRoot}, ""},
	{"about", "GovernmentOrganization", map[string]any{"alternateName.1": "Lang Son Department of Construction"}, map[string]any{"@id": sampleRoot + "#co-quan"}, ""},
	{"about", "AboutPage", map[string]any{"name": "Giới thiệu"}, map[string]any{"url": sampleRoot + "gioi-thieu.html", "mainEntity.@id": sampleRoot + "#co-quan"}, ""},
	{"contact", "ContactPage", map[string]any{"name": "Liên hệ"}, map[string]any{"url": sampleRoot + "lien-he.html"}, ""},
	{"plan", "DigitalDocument", map[string]any{
		"name": "Phát động phong trào “Toàn dân bảo vệ an ninh Tổ quốc” tại Sở Xây dựng năm 2026", "identifier": "1345/KH-SXD", "genre": "Kế hoạch",
		"dateCreated": "2026-05-20", "datePublished": "2026-05-20", "author.0.@type": "Organization", "author.0.name": "Sở Xây dựng tỉnh Lạng Sơn",
		"publisher.@type": "GovernmentOrganization", "inLanguage": "vi",
	}, map[string]any{"url": sampleRoot + "ke-hoach/phat-dong-2026.html"}, "headline legislationType creativeWorkStatus image"},
	{"document", "DigitalDocument", map[string]any{"identifier": "108/NQ-ĐUSXD", "creativeWorkStatus": "Obsolete", "dateCreated": "2026-01-15", "author.0.name": "Đảng uỷ Sở Xây dựng"},
		map[string]any{"encoding.0.contentUrl": sampleRoot + "van-ban/108-nq/108.pdf", "encoding.0.encodingFormat": "application/pdf"}, "legislationIdentifier"},
	{"conference", "Event", map[string]any{
		"name": "Hội nghị phát động phong trào năm 2026", "location.@type": "Place", "location.name": "Sở Xây dựng tỉnh Lạng Sơn",
		"location.address.streetAddress": "số 12 đường Hùng Vương", "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
		"organizer.name": "Sở Xây dựng tỉnh Lạng Sơn",
	}, map[string]any{"url": sampleRoot + "hoi-nghi/phat-dong.html"}, "startDate endDate eventStatus image"},
	{"story", "NewsArticle", map[string]any{"headline": "Người bảo vệ tận tuỵ ở công trường", "datePublished": "2026-05-20", "author.0.name": "Sở Xây dựng tỉnh Lạng Sơn", "publisher.name": "Sở Xây dựng tỉnh Lạng Sơn"},
		map[string]any{"url": sampleRoot + "guong-tot/bao-ve.html", "publisher.@id": sampleRoot + "#co-quan"}, "name"},
	{"notice", "NewsArticle", map[string]any{"headline": "Thông báo lịch trực"}, nil, ""},
	{"model", "Article", map[string]any{"headline": "Tự phòng, tự quản về an ninh, trật tự"}, nil, ""},
	{"commendation", "Article", map[string]any{"headline": "Khen thưởng các tập thể, cá nhân năm 2026"}, nil, ""},
	{"material", "DigitalDocument", map[string]any{"audience.audienceType": "Công chức, viên chức"}, map[string]any{"encoding.0.contentUrl": sampleRoot + "van-ban/108-nq/108.pdf"}, ""},
	{"page", "WebPage", map[string]any{"name": "Hỏi đáp"}, map[string]any{"publisher.@id": sampleRoot + "#co-quan"}, ""},
	{"section", "", nil, nil, ""},
	{"calendar", "", nil, nil, ""},
}

func TestStructuredData(t *testing.T) {
	r := embedded(t)
	for _, base := range []string{sampleRoot, ""} {
		s := newSample()
		s.site.BaseURL = base
		for _, c := range structuredCases {
			what := fmt.Sprintf("%s, baseURL %q", c.layout, base)
			out, doc := s.render(t, r, c.layout)
			g := graphOf(t, what, doc)
			if c.typ != "" && g[c.typ] == nil {
				t.Errorf("%s: no %s among %v", what, c.typ, slices.Sorted(maps.Keys(g)))
			}
			want := maps.Clone(c.fields)
			for key, v := range c.addresses {
				if base == "" {
					v = nil
				}
				if want == nil {
					want = map[string]any{}
				}
				want[key] = v
			}
			for _, key := range strings.Fields(c.none) {
				want[key] = nil
			}
			for _, key := range slices.Sorted(maps.Keys(want)) {
				if got := at(g[c.typ], key); !reflect.DeepEqual(got, want[key]) {
					t.Errorf("%s: %s of %s is %v, not %v", what, key, c.typ, got, want[key])
				}
			}
			if crumbs := g["BreadcrumbList"]; (crumbs != nil) != (base != "" && c.layout != "home") {
				t.Errorf("%s: breadcrumbs %v", what, crumbs)
			}
			if base == "" && strings.Contains(out, `"@id"`) {
				t.Errorf("%s: an id without an address", what)
			}
			checkGraph(t, what, g)
		}
	}
}

func TestBreadcrumbsOfAPage(t *testing.T) {
	r, s := embedded(t), newSample()
	for layout, want := range map[string][]string{
		"plan":    {"Trang chủ", sampleRoot, "Kế hoạch", sampleRoot + "ke-hoach/"},
		"section": {"Trang chủ", sampleRoot, "Kế hoạch", sampleRoot + "ke-hoach/"},
		"contact": {"Trang chủ", sampleRoot, "Liên hệ", sampleRoot + "lien-he.html"},
	} {
		_, doc := s.render(t, r, layout)
		crumbs := graphOf(t, layout, doc)["BreadcrumbList"]
		var got []string
		for i, item := range crumbs["itemListElement"].([]any) {
			got = append(got, at(item, "name").(string), at(item, "item").(string))
			if at(item, "position") != float64(i+1) {
				t.Errorf("%s: item %d has the position %v", layout, i+1, at(item, "position"))
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q", layout, got)
		}
	}
}

func TestEventSaysOnlyWhatIsSettled(t *testing.T) {
	day, other := content.Date{Year: 2026, Month: 11, Day: 27, Hour: 8, HasTime: true, Offset: 420}, content.Date{Year: 2026, Month: 12, Day: 4}
	month := content.Date{Year: 2026, Month: 12}
	for _, c := range []struct {
		state           site.State
		start, end, was content.Date
		status          string
		want, wantEnd   any
		previous        any
	}{
		{site.StateTentative, month, month, content.Date{}, "", nil, nil, nil},
		{site.StateConfirmed, day, other, content.Date{}, "EventScheduled", "2026-11-27T08:00+07:00", "2026-12-04", nil},
		{site.StateConfirmed, other, content.Date{}, day, "EventRescheduled", "2026-12-04", nil, "2026-11-27T08:00+07:00"},
		{site.StateConfirmed, other, content.Date{}, content.Date{Year: 2026, Month: 11}, "EventRescheduled", "2026-12-04", nil, nil},
		{site.StateHeld, day, content.Date{}, other, "EventRescheduled", "2026-11-27T08:00+07:00", nil, "2026-12-04"},
		{site.StateConfirmed, day, content.Date{}, day, "EventScheduled", "2026-11-27T08:00+07:00", nil, "2026-11-27T08:00+07:00"},
		{site.StateTentative, month, content.Date{}, day, "", nil, nil, "2026-11-27T08:00+07:00"},
		{site.StateHeld, day, content.Date{}, content.Date{}, "EventScheduled", "2026-11-27T08:00+07:00", nil, nil},
		{site.StatePostponed, day, content.Date{}, content.Date{}, "EventPostponed", "2026-11-27T08:00+07:00", nil, nil},
		{site.StateCancelled, day, content.Date{}, content.Date{}, "EventCancelled", "2026-11-27T08:00+07:00", nil, nil},
	} {
		r, s := embedded(t), newSample()
		e := s.pages["conference"].Entry
		e.State = c.state
		e.Conference.When = content.When{Start: c.start, End: c.end, Was: c.was}
		_, doc := s.render(t, r, "conference")
		ev := graphOf(t, string(c.state), doc)["Event"]
		status := any(nil)
		if c.status != "" {
			status = "https://schema.org/" + c.status
		}
		for key, want := range map[string]any{"startDate": c.want, "endDate": c.wantEnd, "eventStatus": status, "previousStartDate": c.previous} {
			if ev[key] != want {
				t.Errorf("%s: %s is %v, not %v", c.state, key, ev[key], want)
			}
		}
	}
}

func TestPlaceOfAnEventOnline(t *testing.T) {
	r, s := embedded(t), newSample()
	s.pages["conference"].Entry.Conference.Where = content.Venue{Name: "Trực tuyến qua hệ thống hội nghị của tỉnh"}
	_, doc := s.render(t, r, "conference")
	if ev := graphOf(t, "conference", doc)["Event"]; ev["eventAttendanceMode"] != nil || at(ev, "location.address") != nil {
		t.Errorf("%v", ev)
	}
}

func TestDocumentsOfLegalNature(t *testing.T) {
	for _, c := range []struct {
		number, typ string
		state       site.State
		effective   bool
		force       any
	}{
		{"26/2020/TT-BTTTT", "Legislation", site.StateIssued, true, "https://schema.org/InForce"},
		{"26/2020/TT-BTTTT", "Legislation", site.StateIssued, false, nil},
		{"06/2022/QH15", "Legislation", site.StateExpired, true, "https://schema.org/NotInForce"},
		{"06/2022/QH15", "Legislation", site.StateAhead, true, "https://schema.org/NotInForce"},
		{"108/NQ-ĐUSXD", "DigitalDocument", site.StateIssued, true, nil},
		{"05-NQ/TU", "DigitalDocument", site.StateIssued, true, nil},
		{"12/KH/2026", "DigitalDocument", site.StateIssued, true, nil},
	} {
		r, s := embedded(t), newSample()
		e := s.pages["document"].Entry
		e.Admin.Number, e.State = c.number, c.state
		if !c.effective {
			e.Admin.Effective = content.Date{}
		}
		_, doc := s.render(t, r, "document")
		g := graphOf(t, c.number, doc)
		w := g[c.typ]
		if w == nil || w["legislationLegalForce"] != c.force {
			t.Errorf("%s %s: %v", c.number, c.state, g)
		}
		if c.typ == "Legislation" && (w["legislationIdentifier"] != c.number || w["legislationType"] != "Nghị quyết" || w["legislationDate"] != "2026-01-15" || w["dateCreated"] != nil) {
			t.Errorf("%s: %v", c.number, w)
		}
	}
}

// A draft has no day of issue and no number yet; a withdrawn page tells nothing of what it held.
func TestStructuredDataInventsNothing(t *testing.T) {
	r, s := embedded(t), newSample()
	e := s.pages["plan"].Entry
	e.State, e.Admin.Number = site.StateUnsigned, "/KH-SXD"
	_, doc := s.render(t, r, "plan")
	if w := graphOf(t, "draft", doc)["DigitalDocument"]; w["dateCreated"] != nil || w["identifier"] != nil || w["creativeWorkStatus"] != "Draft" {
		t.Errorf("draft: %v", w)
	}
	e.Doc.Common.Withdrawn = &content.Withdrawal{Date: content.Date{Year: 2026, Month: 7, Day: 1}, Reason: "Có sai sót"}
	_, doc = s.render(t, r, "plan")
	if g := graphOf(t, "withdrawn", doc); len(g) != 1 || g["BreadcrumbList"] == nil {
		t.Errorf("withdrawn: %v", g)
	}
}

var isoDate = regexp.MustCompile(`^\d{4}(-\d\d(-\d\d(T\d\d:\d\d\+07:00)?)?)?$`)

// needed are the fields without which those who read the data make nothing of a node.
var needed = map[string][]string{
	"NewsArticle": {"headline", "datePublished", "author", "publisher"}, "Article": {"headline", "datePublished"}, "Event": {"name"}, "Legislation": {"name", "legislationIdentifier", "legislationType"},
	"DigitalDocument": {"name"}, "Person": {"name"}, "Organization": {"name"}, "GovernmentOrganization": {"name"}, "WebSite": {"name"}, "WebPage": {"name"}, "BreadcrumbList": {"itemListElement"}, "Place": {"name"},
	"ListItem": {"position", "name", "item"}, "ImageObject": {"url"}, "MediaObject": {"contentUrl"}, "PostalAddress": {"streetAddress"},
}

// checkGraph fails for what is wrong in any node: nothing is empty, dates are dates, addresses are whole.
func checkGraph(t *testing.T, what string, nodes map[string]map[string]any) {
	t.Helper()
	var look func(path string, v any)
	look = func(path string, v any) {
		switch v := v.(type) {
		case nil:
			t.Errorf("%s: %s is nothing", what, path)
		case string:
			key := path[strings.LastIndexByte(path, '.')+1:]
			switch u, err := url.Parse(v); {
			case v == "":
				t.Errorf("%s: %s is empty", what, path)
			case strings.Contains(strings.ToLower(key), "date") && !isoDate.MatchString(v):
				t.Errorf("%s: %s is %q", what, path, v)
			case slices.Contains([]string{"url", "@id", "item", "contentUrl", "logo"}, key) && (err != nil || u.Scheme != "https" || u.Host == ""):
				t.Errorf("%s: %s is %q", what, path, v)
			}
		case []any:
			for i := range v {
				look(path, v[i])
			}
		case map[string]any:
			typ, _ := v["@type"].(string)
			if typ == "" && v["@id"] == nil {
				t.Errorf("%s: %s has no type", what, path)
			}
			for _, key := range needed[typ] {
				if v[key] == nil {
					t.Errorf("%s: %s lacks %s", what, typ, key)
				}
			}
			for key, w := range v {
				look(path+"."+key, w)
			}
		}
	}
	for typ, node := range nodes {
		look(typ, node)
	}
}

func TestAuthorHasAType(t *testing.T) {
	r, s := embedded(t), newSample()
	for typed, want := range map[string]string{"Bế Thục Quyên": "Person", "Ban Biên tập": "Organization"} {
		s.pages["story"].Entry.Doc.Common.Author = typed
		_, doc := s.render(t, r, "story")
		g := graphOf(t, typed, doc)
		checkGraph(t, typed, g)
		if w := g["NewsArticle"]; at(w, "author.0.@type") != want || at(w, "author.0.name") != typed {
			t.Errorf("%s: %v", typed, w["author"])
		}
	}
}

// A material with several files tells of each: those of the list, and those beside the page.
func TestMaterialTellsEachFile(t *testing.T) {
	r, s := embedded(t), newSample()
	e := s.pages["material"].Entry
	file := func(name string) *site.File {
		return &site.File{Site: s.site, Asset: &site.Asset{Size: 1000}, Output: "tai-lieu/to-roi/" + name, Download: name}
	}
	e.MaterialFiles = []site.Attachment{{Title: "Bản in", File: file("in.pdf")}, {Title: "Bản sửa được", File: file("sua.docx")}}
	e.Attachments = []site.Attachment{{Title: "Bản trình chiếu", File: file("chieu.pptx")}, {Title: "Bản in", File: e.MaterialFiles[0].File}}
	_, doc := s.render(t, r, "material")
	w := graphOf(t, "material", doc)["DigitalDocument"]
	for i, name := range []string{"in.pdf", "sua.docx", "chieu.pptx"} {
		if got := at(w, fmt.Sprintf("encoding.%d.contentUrl", i)); got != sampleRoot+"tai-lieu/to-roi/"+name {
			t.Errorf("file %d: %v", i, got)
		}
	}
	if files := w["encoding"].([]any); len(files) != 3 {
		t.Errorf("%d files: %v", len(files), files)
	}
}
