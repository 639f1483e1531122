package content

import (
	"slices"
	"strings"

	"antq/internal/diag"
)

// referencePart is a table of the key reference.
type referencePart struct {
	title Words
	keys  []Key
}

// referenceWords are the heads of its columns and the few words in its cells.
var referenceWords = struct{ key, value, otherwise, meaning, required, requiredFor Words }{
	key: Words{"key", "khoá"}, value: Words{"value", "giá trị"}, otherwise: Words{"if not written", "nếu không ghi"},
	meaning: Words{"meaning", "ý nghĩa"}, required: Words{"required", "bắt buộc"}, requiredFor: Words{"required for", "bắt buộc với"},
}

// KeyReference writes the table of keys as Markdown, for people: one table for the keys of every page, one for
// administrative documents, one for each kind with keys of its own. lang is "en" or "vi".
func KeyReference(lang string) string {
	l := diag.Lang(lang)
	parts := []referencePart{
		{Words{"Keys of every page", "Khoá của mọi trang"}, commonKeys.keys(every)},
		{Words{"Administrative documents", "Văn bản hành chính"}, administrativeKeys.keys(administrative)},
	}
	for _, p := range []struct {
		kind Kind
		keys []Key
	}{
		{KindConference, conferenceKeys.keys([]Kind{KindConference})}, {KindStory, storyKeys.keys([]Kind{KindStory})},
		{KindModel, modelKeys.keys([]Kind{KindModel})}, {KindCommendation, commendationKeys.keys([]Kind{KindCommendation})},
		{KindNotice, noticeKeys.keys([]Kind{KindNotice})}, {KindMaterial, materialKeys.keys([]Kind{KindMaterial})},
		{KindSection, sectionKeys.keys([]Kind{KindSection})}, {KindAgency, agencyKeys.keys([]Kind{KindAgency})},
		{KindCampaign, campaignKeys.keys([]Kind{KindCampaign})},
	} {
		if !slices.Contains(titled, p.kind) {
			p.keys = append(p.keys, commonKeysOf(p.kind)...)
		}
		parts = append(parts, referencePart{Words{p.kind.String(), p.kind.Label()}, p.keys})
	}
	var b strings.Builder
	for i, p := range parts {
		if i > 0 {
			b.WriteString("\n")
		}
		b.WriteString("### " + p.title.In(l) + "\n\n")
		w := referenceWords
		b.WriteString("| " + w.key.In(l) + " | " + w.value.In(l) + " | " + w.otherwise.In(l) + " | " + w.meaning.In(l) + " |\n|---|---|---|---|\n")
		writeKeys(&b, p.keys, l, true)
	}
	return b.String()
}

// commonKeysOf returns the few common keys of a kind that is no page of its own.
func commonKeysOf(kind Kind) []Key {
	var out []Key
	for _, k := range commonKeys.keys(every) {
		if slices.Contains(k.Kinds, kind) {
			k.Required = nil
			out = append(out, k)
		}
	}
	return out
}

func writeKeys(b *strings.Builder, keys []Key, l diag.Lang, top bool) {
	w := referenceWords
	for _, k := range keys {
		b.WriteString("| `" + k.Path + "` | " + k.Type.In(l))
		if len(k.Allowed) > 0 {
			values := make([]string, len(k.Allowed))
			for i, c := range k.Allowed {
				values[i] = "`" + c.Value + "`"
			}
			b.WriteString(": " + strings.Join(values, ", "))
		}
		b.WriteString(" | ")
		switch {
		case len(k.Required) == 0:
			b.WriteString(cellText(k.Default.In(l)))
		case !top || containsAll(k.Required, k.Kinds):
			b.WriteString("**" + w.required.In(l) + "**")
		default:
			b.WriteString(w.requiredFor.In(l) + " " + kindWords(k.Required, l))
		}
		b.WriteString(" | " + cellText(k.Doc.In(l)) + " |\n")
		writeKeys(b, k.Sub, l, false)
	}
}

func kindWords(kinds []Kind, l diag.Lang) string {
	en, vi := kindNames(kinds)
	return Words{en, vi}.In(l)
}

// cellText keeps a text inside its cell.
func cellText(s string) string { return strings.ReplaceAll(s, "|", `\|`) }

func containsAll(kinds, all []Kind) bool {
	for _, k := range all {
		if !slices.Contains(kinds, k) {
			return false
		}
	}
	return true
}
