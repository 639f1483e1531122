package content

import (
	"strconv"
	"strings"
)

// taskDraft is a task on its way in: its time can be read only when all of its keys are known.
type taskDraft struct {
	Task
	every, before, day, month, when node
}

var taskKeys = tableOf(
	row[taskDraft]{name: "id", typed: "mã; mã số", needed: every, read: checked(wordsSlug, (*decoder).slug, func(t *taskDraft) *string { return &t.ID }),
		en: "short name by which others point to it: plan#id", vi: "tên ngắn để nơi khác dẫn đến: kế-hoạch#mã"},
	row[taskDraft]{name: "what", typed: "việc; nội dung; nhiệm vụ; công việc; tên", needed: every,
		read: text(func(t *taskDraft) *string { return &t.What }), en: "what is to be done", vi: "việc phải làm"},
	row[taskDraft]{name: "owner", typed: "chủ trì; đơn vị chủ trì; người phụ trách; phụ trách",
		read: texts(func(t *taskDraft) *[]string { return &t.Owner }), en: "who does it: unit, group, all, or words", vi: "chủ trì: mã đơn vị, mã nhóm, all, hoặc chữ"},
	row[taskDraft]{name: "partners", typed: "phối hợp; đơn vị phối hợp", read: texts(func(t *taskDraft) *[]string { return &t.Partners }),
		en: "who helps", vi: "đơn vị phối hợp"},
	row[taskDraft]{name: "to", typed: "gửi; gửi đến; nơi nhận; đến", read: texts(func(t *taskDraft) *[]string { return &t.To }),
		en: "who gets the result", vi: "gửi kết quả cho ai"},
	row[taskDraft]{name: "from", typed: "từ; từ ngày; bắt đầu", read: date(func(t *taskDraft) *Date { return &t.From }),
		en: "first day, or first year of a yearly duty", vi: "từ ngày, hoặc năm đầu của việc hằng năm"},
	row[taskDraft]{name: "until", typed: "đến ngày; kết thúc", read: date(func(t *taskDraft) *Date { return &t.Until }),
		en: "last day, or last year of a yearly duty", vi: "đến ngày, hoặc năm cuối của việc hằng năm"},
	row[taskDraft]{name: "note", typed: "ghi chú", read: text(func(t *taskDraft) *string { return &t.Note }), en: "remark", vi: "ghi chú"},
	row[taskDraft]{name: "day", typed: "ngày", read: kept(wordsDays, nil, func(t *taskDraft) *node { return &t.day }),
		en: "the day; with every: a day of each year (15/12), or a list", vi: "ngày làm; với every: ngày hằng năm (15/12) hoặc danh sách"},
	row[taskDraft]{name: "before", typed: "trước; trước ngày; hạn; thời hạn", read: kept(wordsDays, nil, func(t *taskDraft) *node { return &t.before }),
		en: "due before this day: the last day is the day before", vi: "xong trước ngày này: ngày cuối là ngày liền trước"},
	row[taskDraft]{name: "every", typed: "hằng năm; hàng năm; mỗi; chu kỳ", read: kept(wordsChoice, yearly, func(t *taskDraft) *node { return &t.every }),
		en: "comes again each year", vi: "lặp lại hằng năm"},
	row[taskDraft]{name: "month", typed: "tháng", read: kept(wordsMonths, nil, func(t *taskDraft) *node { return &t.month }),
		en: "with every: the whole month", vi: "với every: cả tháng"},
	row[taskDraft]{name: "when", typed: "khi nào; lúc nào; thời gian", read: kept(wordsChoice, occasions, func(t *taskDraft) *node { return &t.when }),
		en: "a time without a day", vi: "thời gian không có ngày"},
)

var yearly = []Choice{{"year", "năm; hằng năm; hàng năm"}}

var occasions = []Choice{
	{"ongoing", "thường xuyên"}, {"on-event", "đột xuất"}, {"to-be-announced", "thông báo sau; có thông báo sau; sẽ có văn bản thông báo sau"},
}

// kept keeps a value for later.
func kept(words Words, allowed []Choice, at func(*taskDraft) *node) reader[taskDraft] {
	return reader[taskDraft]{words: words, allowed: allowed, decode: func(_ *decoder, n *node, t *taskDraft) { *at(t) = *n }}
}

// tasks reads a list of tasks.
func tasks[T any](at func(*T) *[]Task) reader[T] {
	return reader[T]{words: wordsMaps, list: true, sub: taskKeys.keys(nil), decode: func(d *decoder, n *node, t *T) {
		d.eachMap(n, taskKeys.example(), func(n *node) {
			var draft taskDraft
			d.group(n, bound[taskDraft]{taskKeys, &draft})
			d.taskTime(n, &draft)
			*at(t) = append(*at(t), draft.Task)
		})
	}}
}

// taskTime reads the time of a task: at most one of day, before, month and when, of every year or once.
func (d *decoder) taskTime(n *node, t *taskDraft) {
	if t.every.shape != nothing {
		m := d.enter("every")
		if s, ok := d.text(&t.every); ok {
			_, t.Yearly = d.choose(&t.every, s, yearly)
		}
		d.leave(m)
	}
	times := []struct {
		name string
		n    *node
		read func(*node)
	}{
		{"day", &t.day, func(n *node) { t.Days, t.Day = d.taskDays(n, t.Yearly) }},
		{"before", &t.before, func(n *node) {
			days, dates := d.taskDays(n, t.Yearly)
			t.BeforeDays = days
			if len(dates) > 0 {
				t.Before = dates[0]
			}
		}},
		{"month", &t.month, func(n *node) { t.Months = d.months(n, t.Yearly) }},
		{"when", &t.when, func(n *node) {
			if s, ok := d.text(n); ok {
				t.When, _ = d.choose(n, s, occasions)
			}
		}},
	}
	first := ""
	for _, x := range times {
		if x.n.shape == nothing {
			continue
		}
		if first != "" {
			d.problem("several-times", "", x.n.at, x.name, first)
			continue
		}
		first = x.name
		if t.every.shape != nothing && !t.Yearly && x.name != "when" {
			continue // of which years is not known
		}
		m := d.enter(x.name)
		x.read(x.n)
		d.leave(m)
	}
}

// taskDays reads days of every year or, once, one date.
func (d *decoder) taskDays(n *node, yearly bool) (days []DayMonth, dates []Date) {
	read := func(n *node) {
		s, ok := d.dateText(n)
		if !ok {
			return
		}
		if yearly {
			if v, fault := readDayMonth(s); d.dateFault(n, s, fault) {
				days = append(days, v)
			}
			return
		}
		v, fault := readDate(s)
		if fault == dateNoYear {
			fault = dateNeedsEvery
		}
		if d.dateFault(n, s, fault) {
			dates = append(dates, v)
		}
	}
	if yearly && n.shape == list {
		for i := range n.items {
			read(&n.items[i])
		}
		return days, nil
	}
	if n.shape == list && len(n.items) == 1 {
		n = &n.items[0]
	}
	read(n)
	return days, dates
}

// months reads months of every year.
func (d *decoder) months(n *node, yearly bool) []int {
	var out []int
	if !yearly {
		d.problem("invalid-value", "month-without-every", n.at, d.key())
		return nil
	}
	d.each(n, func(n *node) bool {
		s := strings.TrimSpace(n.text)
		m, err := strconv.Atoi(s)
		switch {
		case n.shape == scalar && err == nil && m >= 1 && m <= 12:
			out = append(out, m)
			return true
		case n.shape == scalar && s != "":
			d.problem("invalid-value", "month", n.at, d.key(), s)
		case n.shape != nothing:
			d.problem("wrong-type", "number", n.at, d.key())
		}
		return false
	})
	return out
}
