package content

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// noKey reports a line that is neither a key nor an entry of a list.
func (s *lineScan) noKey(i int) {
	text := s.line[i:]
	if bytes.HasPrefix(text, []byte("? ")) {
		if key := strings.TrimSpace(string(text[2:])); knownTyping(key) {
			s.add("yaml-syntax", "key", i, len(s.line))
			s.mend("")
			s.lost = append(s.lost, key)
			if s.n+1 < s.lines() && bytes.HasPrefix(s.frontBlock.line(s.n+1), []byte(":")) {
				s.skipTo(s.n + 1)
			}
			return
		}
	}
	if c := text[0]; c == ']' || c == '}' || c == '[' || c == '{' || c == '?' || c == '&' || c == '*' || c == '!' || c == '%' {
		return // left to the library
	}
	if s.joined(i, text) {
		return
	}
	for _, sign := range [...]string{"=", "：", "﹕", "꞉"} {
		k := bytes.Index(text, []byte(sign))
		if k <= 0 || !knownTyping(string(bytes.TrimSpace(text[:k]))) {
			continue
		}
		key := string(bytes.TrimSpace(text[:k]))
		v := i + k + len(sign)
		s.separator("sign", i, len(key), v+len(s.line[v:])-len(bytes.TrimLeft(s.line[v:], " \t")), sign)
		return
	}
	s.add("yaml-syntax", "no-key", i, len(s.line))
	s.mend("")
	s.loose = s.loose || i == 0
}

// bullets are what people put before the entries of a list besides "- ", and what Word makes of it.
var bullets = [...]string{"–", "—", "−", "•", "·", "●", "▪", "‣", "\uf0b7", "\uf02d", "*", "+", "-"}

// badDash reports an entry of a list that begins with another sign than "- " or without the space: "-a", "– a", "• a". It
// looks only where a list is, or is to begin.
func (s *lineScan) badDash(indent int) bool {
	if s.dashes < 0 || indent < s.dashes || indent > s.dashes && !s.opened {
		return false
	}
	text := s.line[indent:]
	for _, sign := range bullets {
		rest, ok := bytes.CutPrefix(text, []byte(sign))
		word := bytes.TrimLeft(rest, " \t\u00a0")
		switch {
		case !ok || len(word) == 0:
			continue
		case sign == "-" && (len(word) != len(rest) && rest[0] == ' ' || word[0] == '-'):
			return false
		case (sign == "*" || sign == "+") && len(word) == len(rest):
			return false
		}
		s.dashes, s.opened = indent, false
		written := string(word)
		if k := colonAt(word); k < 0 || !knownTyping(string(word[:k])) {
			written = yamlText(strings.Trim(written, `"`))
		}
		s.add("yaml-syntax", "dash", indent, len(s.line), sign).Fix = edit(s.offset(indent), s.offset(len(s.line)), "- "+written)
		s.mend(string(s.line[:indent]) + "- " + written)
		s.setShift(utf8.RuneCount(s.line[:indent]), 2-utf8.RuneCount(text[:len(text)-len(word)]))
		return true
	}
	return false
}

// joined reports a key whose colon is followed by no space: "title:A". text is the line from byte i up to the colon that
// YAML takes for the end of the key, if there is one.
func (s *lineScan) joined(i int, text []byte) bool {
	k := bytes.IndexByte(text, ':')
	if k <= 0 || !knownTyping(string(text[:k])) {
		return false
	}
	s.separator("space", i, k, i+k+1)
	return true
}

// separator reports what stands between a key of n bytes at byte i and its value at byte v, and writes ": " for it.
func (s *lineScan) separator(reason string, i, n, v int, args ...string) {
	value := string(s.line[v:])
	written := value
	if written != "" && written[0] != '"' && written[0] != '\'' && written[0] != '[' && written[0] != '{' {
		written = yamlText(value)
	}
	s.add("yaml-syntax", reason, i, v, args...).Fix = edit(s.offset(i+n), s.offset(len(s.line)), strings.TrimRight(": "+written, " "))
	if written == value && value != "" {
		written = quoted(strings.Trim(value, `"'`))
	}
	s.mend(string(s.line[:i+n]) + ": " + written)
	s.setShift(utf8.RuneCount(s.line[:i+n]), 2-utf8.RuneCount(s.line[i+n:v]))
}

// quoted writes text in quotation marks so that YAML reads it as it is.
func quoted(text string) string {
	if strings.ContainsAny(text, "\n\r\t") || strings.Contains(text, `"`) && strings.Contains(text, "'") {
		return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\r", `\r`, "\t", `\t`).Replace(text) + `"`
	}
	if strings.ContainsAny(text, `"\`) {
		return "'" + strings.ReplaceAll(text, "'", "''") + "'"
	}
	return `"` + text + `"`
}
