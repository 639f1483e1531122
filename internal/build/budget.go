package build

import "sync"

// budget lets work begin only while what runs takes no more than a total; one that takes more by itself runs alone.
type budget struct {
	total int64
	state *sync.Cond
	used  *int64
}

func newBudget(total int64) budget {
	return budget{total, sync.NewCond(&sync.Mutex{}), new(int64)}
}

// take waits for its share. The caller calls what it returns when it is done.
func (b budget) take(n int64) (giveBack func()) {
	b.state.L.Lock()
	defer b.state.L.Unlock()
	for *b.used > 0 && *b.used+n > b.total {
		b.state.Wait()
	}
	*b.used += n
	return func() {
		b.state.L.Lock()
		*b.used -= n
		b.state.L.Unlock()
		b.state.Broadcast()
	}
}
