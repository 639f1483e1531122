package preview

import "runtime"

// await waits until a number of browsers listen.
func (s *streams) await(n int) {
	for {
		s.mu.Lock()
		now := len(s.all)
		s.mu.Unlock()
		if now == n {
			return
		}
		runtime.Gosched()
	}
}
