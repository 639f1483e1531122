package content

// What a value can be, in the words of the key reference.
var (
	wordsText     = Words{"text", "chữ"}
	wordsTexts    = Words{"text or list of texts", "chữ hoặc danh sách chữ"}
	wordsProse    = Words{"text of one or more lines", "chữ, một hoặc nhiều dòng"}
	wordsDate     = Words{"date", "ngày"}
	wordsNumber   = Words{"whole number", "số nguyên"}
	wordsSwitch   = Words{"true or false", "true hoặc false"}
	wordsChoice   = Words{"one of the values", "một trong các giá trị"}
	wordsChoices  = Words{"one or more of the values", "một hoặc nhiều giá trị trong danh sách"}
	wordsMap      = Words{"map", "nhóm khoá"}
	wordsMaps     = Words{"list of maps", "danh sách nhóm khoá"}
	wordsPeriod   = Words{"period (2026, 2025-2030) or map", "giai đoạn (2026, 2025-2030) hoặc nhóm khoá"}
	wordsPath     = Words{"path or citation", "đường dẫn hoặc tên văn bản"}
	wordsFile     = Words{"name of a file", "tên tệp"}
	wordsAddress  = Words{"web address", "địa chỉ trang mạng"}
	wordsPhone    = Words{"telephone number", "số điện thoại"}
	wordsEmail    = Words{"e-mail address", "địa chỉ thư điện tử"}
	wordsNamed    = Words{"map of names", "nhóm tên gọi"}
	wordsDays     = Words{"date, or days of every year (05/11)", "ngày, hoặc ngày hằng năm (05/11)"}
	wordsMonths   = Words{"month or list of months", "tháng hoặc danh sách tháng"}
	wordsClock    = Words{"time (8h30, 08:15-09:30)", "giờ (8h30, 08:15-09:30)"}
	wordsLang     = Words{"language (vi, en)", "ngôn ngữ (vi, en)"}
	wordsSlug     = Words{"a-z, 0-9 and hyphens", "chữ a-z, số và dấu nối"}
	wordsCSV      = Words{"list of maps, or name of a CSV file", "danh sách nhóm khoá, hoặc tên tệp CSV"}
	wordsWho      = Words{"list of texts, or name of a CSV file", "danh sách chữ, hoặc tên tệp CSV"}
	wordsTextMap  = Words{"list of texts or maps", "danh sách chữ hoặc nhóm khoá"}
	wordsSigners  = Words{"map or list of maps", "nhóm khoá hoặc danh sách nhóm khoá"}
	wordsRemovals = Words{"number or percentage", "số hoặc tỷ lệ phần trăm"}
)

// The functions below make readers: at says which field of T is filled.

func text[T any](at func(*T) *string) reader[T] {
	return reader[T]{words: wordsText, decode: func(d *decoder, n *node, t *T) {
		if s, ok := d.text(n); ok {
			*at(t) = s
		}
	}}
}

// textUpTo is text with a usual limit of length in letters.
func textUpTo[T any](limit int, at func(*T) *string) reader[T] {
	return reader[T]{words: wordsText, decode: func(d *decoder, n *node, t *T) {
		if s, ok := d.text(n); ok {
			d.checkLength(n, s, limit)
			*at(t) = s
		}
	}}
}

func prose[T any](at func(*T) *string) reader[T] {
	return reader[T]{words: wordsProse, decode: func(d *decoder, n *node, t *T) {
		if s, ok := d.prose(n); ok {
			*at(t) = s
		}
	}}
}

// checked is text that must pass a check; check reports the problem itself.
func checked[T any](words Words, check func(d *decoder, n *node, s string) (string, bool), at func(*T) *string) reader[T] {
	return reader[T]{words: words, decode: func(d *decoder, n *node, t *T) {
		if s, ok := d.text(n); ok {
			if s, ok = check(d, n, s); ok {
				*at(t) = s
			}
		}
	}}
}

func texts[T any](at func(*T) *[]string) reader[T] {
	return reader[T]{words: wordsTexts, list: true, decode: func(d *decoder, n *node, t *T) { *at(t) = d.texts(n) }}
}

// checkedTexts is a list of texts of which each must pass a check.
func checkedTexts[T any](words Words, check func(d *decoder, n *node, s string) (string, bool), at func(*T) *[]string) reader[T] {
	return reader[T]{words: words, list: true, decode: func(d *decoder, n *node, t *T) {
		d.eachText(n, func(n *node, s string) bool {
			s, ok := check(d, n, s)
			if ok {
				*at(t) = append(*at(t), s)
			}
			return ok
		})
	}}
}

func choice[T any](allowed []Choice, at func(*T) *string) reader[T] {
	return reader[T]{words: wordsChoice, allowed: allowed, decode: func(d *decoder, n *node, t *T) {
		if s, ok := d.text(n); ok {
			if v, ok := d.choose(n, s, allowed); ok {
				*at(t) = v
			}
		}
	}}
}

func choices[T any](allowed []Choice, at func(*T) *[]string) reader[T] {
	return reader[T]{words: wordsChoices, list: true, allowed: allowed, decode: func(d *decoder, n *node, t *T) {
		d.eachText(n, func(n *node, s string) bool {
			v, ok := d.choose(n, s, allowed)
			if ok {
				*at(t) = append(*at(t), v)
			}
			return ok
		})
	}}
}

func date[T any](at func(*T) *Date) reader[T] {
	return reader[T]{words: wordsDate, decode: func(d *decoder, n *node, t *T) {
		if v, ok := d.date(n); ok {
			*at(t) = v
		}
	}}
}

func number[T any](at func(*T) *int) reader[T] {
	return reader[T]{words: wordsNumber, decode: func(d *decoder, n *node, t *T) {
		if v, ok := d.number(n); ok {
			*at(t) = v
		}
	}}
}

func boolean[T any](at func(*T) *bool) reader[T] {
	return reader[T]{words: wordsSwitch, decode: func(d *decoder, n *node, t *T) {
		if v, ok := d.boolean(n); ok {
			*at(t) = v
		}
	}}
}

func onOff[T any](at func(*T) *Switch) reader[T] {
	return reader[T]{words: wordsSwitch, decode: func(d *decoder, n *node, t *T) {
		if v, ok := d.boolean(n); ok {
			*at(t) = Off
			if v {
				*at(t) = On
			}
		}
	}}
}

// group is a map with keys of its own.
func group[T, S any](sub *table[S], at func(*T) *S) reader[T] {
	return reader[T]{words: wordsMap, sub: sub.keys(nil), decode: func(d *decoder, n *node, t *T) {
		d.group(n, bound[S]{sub, at(t)})
	}}
}

// optional is a map with keys of its own that is nil where it is not written.
func optional[T, S any](sub *table[S], at func(*T) **S) reader[T] {
	return reader[T]{words: wordsMap, sub: sub.keys(nil), decode: func(d *decoder, n *node, t *T) {
		s := new(S)
		if d.group(n, bound[S]{sub, s}) {
			*at(t) = s
		}
	}}
}

// groups is a list of maps; one map stands for a list of one.
func groups[T, S any](sub *table[S], at func(*T) *[]S) reader[T] {
	return reader[T]{words: wordsMaps, list: true, sub: sub.keys(nil), decode: func(d *decoder, n *node, t *T) {
		d.eachMap(n, sub.example(), func(n *node) {
			var s S
			d.group(n, bound[S]{sub, &s})
			*at(t) = append(*at(t), s)
		})
	}}
}

// textsOrGroups is a list whose entries are maps or texts; plain makes the value of a text.
func textsOrGroups[T, S any](sub *table[S], plain func(string) S, at func(*T) *[]S) reader[T] {
	return reader[T]{words: wordsTextMap, list: true, sub: sub.keys(nil), decode: func(d *decoder, n *node, t *T) {
		d.each(n, func(n *node) bool {
			var s S
			if text, isText, ok := d.textOr(n); isText {
				if !ok || blank(text) {
					return false
				}
				s = plain(text)
			} else {
				d.group(n, bound[S]{sub, &s})
			}
			*at(t) = append(*at(t), s)
			return true
		})
	}}
}

// named changes the words of a reader.
func named[T any](w Words, r reader[T]) reader[T] {
	r.words = w
	return r
}
