package check

import (
	"bytes"
)

// mask blanks what is not prose: in whole the addresses, in text also code, fences and HTML comments. The leak guard reads whole,
// from which nothing but addresses is taken, so that no slip here can hide anything from it.
func (p *prose) mask() {
	p.whole = bytes.Clone(p.whole)
	blankAddresses(p.whole)
	p.text = bytes.Clone(p.whole)
	p.blankBlocks()
}

// blank overwrites bytes by spaces but keeps line ends.
func blank(b []byte) {
	for i, c := range b {
		if c != '\n' && c != '\r' {
			b[i] = ' '
		}
	}
}

// blankAddresses blanks web addresses and the destinations of links. Addresses of telephones and of mail stay: they are
// contacts.
func blankAddresses(b []byte) {
	for i := 0; i < len(b); {
		n := bytes.IndexByte(b[i:], ':')
		if n < 0 {
			break
		}
		i += n
		if !bytes.HasPrefix(b[i:], []byte("://")) {
			i++
			continue
		}
		from := i
		for from > 0 && isASCIILetter(b[from-1]) {
			from--
		}
		to := i + 3
		for to < len(b) && b[to] > ' ' && bytes.IndexByte([]byte(`<>"'()[]|`), b[to]) < 0 {
			to++
		}
		if from < i {
			blank(b[from:to])
		}
		i = to
	}
	for i := 0; ; {
		n := bytes.Index(b[i:], []byte("]("))
		if n < 0 {
			return
		}
		i += n + 2
		to := i
		for to < len(b) && b[to] != ')' && b[to] != '\n' && b[to] != ' ' && b[to] != '"' {
			to++
		}
		if dest := b[i:to]; to < len(b) && b[to] != '\n' && !bytes.HasPrefix(dest, []byte("tel:")) && !bytes.HasPrefix(dest, []byte("mailto:")) {
			blank(dest)
		}
		i = to
	}
}

func isASCIILetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// blankBlocks walks the lines of the body and blanks fences, comments and code between backticks in text.
func (p *prose) blankBlocks() {
	var fence []byte // the marks that close the open fence; nil outside
	comment := false
	first := p.lineOf(p.body)
	for i := first; i < p.lines(); i++ {
		from, to := p.bounds(i)
		line := p.text[from:to]
		switch marks := fenceMarks(line); {
		case fence != nil:
			if len(marks) >= len(fence) && marks[0] == fence[0] && len(bytes.TrimSpace(afterFence(line, marks))) == 0 {
				fence = nil
			}
			blank(line)
		case comment:
			comment = blankComment(line, true)
		case marks != nil && !bytes.Contains(afterFence(line, marks), marks[:1]):
			fence = bytes.Clone(marks)
			blank(line)
		default:
			blankCode(line)
			comment = blankComment(line, false)
		}
	}
}

// fenceMarks returns the three or more backticks or tildes with which a line begins, behind spaces, quote and list marks.
func fenceMarks(line []byte) []byte {
	for len(line) > 0 && (line[0] == ' ' || line[0] == '\t' || line[0] == '>' || line[0] == '-' || line[0] == '*' || line[0] == '+') {
		line = line[1:]
	}
	n := 0
	for n < len(line) && line[n] == line[0] && (line[0] == '`' || line[0] == '~') {
		n++
	}
	if n < 3 {
		return nil
	}
	return line[:n]
}

// afterFence returns what follows the marks on their line.
func afterFence(line, marks []byte) []byte {
	_, after, _ := bytes.Cut(line, marks)
	return after
}

// longestCode bounds how far the end of code between backticks is looked for, in bytes.
const longestCode = 4 << 10

// blankCode blanks code between backticks on one line.
func blankCode(line []byte) {
	for i := 0; i < len(line); {
		n := bytes.IndexByte(line[i:], '`')
		if n < 0 {
			return
		}
		from := i + n
		k := from
		for k < len(line) && line[k] == '`' {
			k++
		}
		end := bytes.Index(line[k:min(k+longestCode, len(line))], line[from:k])
		if end < 0 {
			i = k
			continue
		}
		blank(line[from : k+end+(k-from)])
		i = k + end + (k - from)
	}
}

// blankComment blanks HTML comments on a line; open says that one is open at its start. It reports whether one is open at
// its end.
func blankComment(line []byte, open bool) bool {
	for i := 0; ; {
		if !open {
			n := bytes.Index(line[i:], []byte("<!--"))
			if n < 0 {
				return false
			}
			i += n
		}
		n := bytes.Index(line[i:], []byte("-->"))
		if n < 0 {
			blank(line[i:])
			return true
		}
		blank(line[i : i+n+3])
		i += n + 3
		open = false
	}
}
