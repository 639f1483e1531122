package content

import "sync"

// bodyScratch holds the buffers in which a body is put together, so that thousands of documents do not ask for them again.
// Nothing that leaves parseBody points into them.
type bodyScratch struct {
	html    []byte
	spans   []Span
	cut     []Span // spans of a block with citations
	texts   []textStart
	text    []byte
	pieces  []textPiece
	starts  []int
	nodes   Outline
	entries []outlineEntry
}

// maxScratch is how many bytes of HTML a buffer may hold to be kept; few texts are longer, and they would hold the memory.
const maxScratch = 1 << 20

// bodyScratches are the buffers that nobody uses at the moment.
var bodyScratches = sync.Pool{New: func() any { return new(bodyScratch) }}

// release gives the buffers back without anything that would keep a document alive.
func (s *bodyScratch) release() {
	if cap(s.html) > maxScratch {
		return
	}
	clear(s.nodes)
	clear(s.entries)
	bodyScratches.Put(s)
}

// clip returns a copy that is as large as what it holds.
func clip[T any](s []T) []T {
	if len(s) == 0 {
		return nil
	}
	exact := make([]T, len(s))
	copy(exact, s)
	return exact
}
