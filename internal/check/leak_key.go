package check

import (
	"bytes"
	"strings"
)

// keys looks through the file as it is, addresses included, for what opens doors: private keys, tokens of services, passwords in
// addresses.
func (g *guard) keys() {
	src := g.p.src
	for i := 0; i < len(src); {
		n := bytes.Index(src[i:], []byte("-----BEGIN "))
		if n < 0 {
			break
		}
		i += n
		line, _, _ := bytes.Cut(src[i:min(i+80, len(src))], []byte("\n"))
		if bytes.Contains(line, []byte("PRIVATE KEY")) {
			g.key("", i, i+len(line))
		}
		i += len("-----BEGIN ")
	}
	for i := 0; i < len(src); {
		n := bytes.Index(src[i:], []byte("://"))
		if n < 0 {
			break
		}
		i += n + 3
		g.login(i)
	}
	g.tokens()
}

// key takes down a problem at offsets in the file.
func (g *guard) key(reason string, from, to int) {
	g.hits = append(g.hits, hit{code: "secret-key", reason: reason, from: from, to: to})
}

// login judges the authority of an address: "user:password@host".
func (g *guard) login(at int) {
	w := g.p.src[at:min(at+200, len(g.p.src))]
	if i := bytes.IndexAny(w, "/ \t\r\n<>\"')?#"); i >= 0 {
		w = w[:i]
	}
	user, _, ok := bytes.Cut(w, []byte("@"))
	name, password, ok2 := bytes.Cut(user, []byte(":"))
	if ok && ok2 && len(name) > 0 && !placeholder(string(password)) {
		g.key("password", at, at+len(user))
	}
}

// leastToken is the length of the shortest run of letters and figures that can be a token.
const leastToken = 20

// tokens judges every long run of letters, figures, "-", "_" and ".".
func (g *guard) tokens() {
	src, within := g.p.src, &g.r.leaks.tokenByte
	from := 0
	for i := 0; i <= len(src); i++ {
		if i < len(src) && within[src[i]] {
			continue
		}
		if i-from >= leastToken {
			g.token(from, i)
		}
		from = i + 1
	}
}

// token compares a run with how tokens begin. A signed web token is three parts of which the first two begin with "eyJ".
func (g *guard) token(from, to int) {
	run := string(g.p.src[from:min(to, from+200)])
	if strings.HasPrefix(run, "eyJ") && strings.Contains(run, ".eyJ") {
		g.key("", from, to)
		return
	}
	for _, t := range g.r.leaks.tokens {
		if rest, ok := strings.CutPrefix(run, t.prefix); ok && len(rest) >= t.least && strings.ContainsAny(rest, "0123456789") && !placeholder(rest) {
			g.key("", from, to)
			return
		}
	}
}

// password judges what follows a word for a password: ":" or "=", then something nobody would write as text.
func (g *guard) password(l labelled) {
	w := bytes.TrimLeft(g.window(l.to, 120), " *_`\"'")
	if len(w) == 0 || w[0] != ':' && w[0] != '=' {
		return
	}
	start := g.window(l.to, 120)
	value := bytes.TrimLeft(w[1:], " =*_`\"'")
	from := l.to + len(start) - len(value)
	if i := bytes.IndexAny(value, " \t\r`\"'|,;)<>"); i >= 0 {
		value = value[:i]
	}
	value = bytes.TrimRight(value, ".*_")
	if secretLike(string(value), bytes.HasSuffix(g.p.lower[l.from:l.to], []byte("pin"))) {
		s := stretch{from, from + len(value)}
		g.hit("secret-key", "password", s)
		g.take(s)
	}
}

// secretLike reports whether a value looks like a password rather than a word: plain ASCII, six characters or more, not letters
// alone. Of a PIN four figures are enough.
func secretLike(s string, pin bool) bool {
	digits, letters := 0, 0
	for i := range len(s) {
		switch c := s[i]; {
		case c >= 0x80:
			return false
		case isDigit(c):
			digits++
		case isASCIILetter(c):
			letters++
		}
	}
	if pin && digits == len(s) && digits >= 4 {
		return true
	}
	slashed := strings.Contains(s, "/") && letters == 0
	return len(s) >= 6 && letters < len(s) && digits+letters > 2 && (digits > 0 || letters < len(s)-1) && !slashed && !placeholder(s)
}

// placeholder reports a value that stands for another one: "xxxxxx", "$PASSWORD", "{{…}}", "<…>".
func placeholder(s string) bool {
	return s == "" || strings.ContainsAny(s, "${<…") || strings.Contains(s, "***") || strings.Contains(strings.ToLower(s), "xxxx") ||
		strings.Trim(s, s[:1]) == ""
}
