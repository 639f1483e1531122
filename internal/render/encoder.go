package render

import (
	"crypto/sha256"
	"encoding/binary"
)

// encoder writes views as bytes that differ when anything in the view differs: every value has its length or its
// number in front, so that no two views share an encoding. It is written by hand, type by type; a test changes every field of
// every view and demands another hash.
type encoder struct{ b []byte }

func (e *encoder) text(ss ...string) {
	for _, s := range ss {
		e.b = binary.AppendUvarint(e.b, uint64(len(s)))
		e.b = append(e.b, s...)
	}
}

func (e *encoder) number(ns ...int) {
	for _, n := range ns {
		e.b = binary.AppendVarint(e.b, int64(n))
	}
}

func (e *encoder) bool(vs ...bool) {
	for _, v := range vs {
		if v {
			e.b = append(e.b, 1)
		} else {
			e.b = append(e.b, 0)
		}
	}
}

func (e *encoder) texts(ss []string) {
	e.number(len(ss))
	e.text(ss...)
}

func (e *encoder) sum() [sha256.Size]byte { return sha256.Sum256(e.b) }

// encodable is a part of a view that can write itself.
type encodable[T any] interface {
	*T
	encode(*encoder)
}

// each writes a list.
func each[T any, P encodable[T]](e *encoder, xs []T) {
	e.number(len(xs))
	for i := range xs {
		P(&xs[i]).encode(e)
	}
}

// maybe writes a part that may be missing.
func maybe[T any, P encodable[T]](e *encoder, x *T) {
	e.bool(x != nil)
	if x != nil {
		P(x).encode(e)
	}
}
