package build

import (
	"context"
	"sync"
	"sync/atomic"
)

// batch is how many items a worker takes at once: few enough to share the work evenly, many enough to seldom meet.
const batch = 8

// each calls f for every index below n on at most workers goroutines, in no order. It stops at the first error or when the
// context ends, and returns that error. tick is called now and then with the number of finished items.
func each(ctx context.Context, n, workers int, tick func(done int), f func(i int) error) error {
	return eachBatch(ctx, n, workers, batch, tick, f)
}

// eachBatch is each with another number of items that a worker takes at once.
func eachBatch(ctx context.Context, n, workers, batch int, tick func(done int), f func(i int) error) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	var next, done atomic.Int64
	var wg sync.WaitGroup
	for range min(workers, (n+batch-1)/batch) {
		wg.Go(func() {
			for ctx.Err() == nil {
				end := int(next.Add(int64(batch)))
				start := end - batch
				if start >= n {
					return
				}
				end = min(end, n)
				for i := start; i < end; i++ {
					if err := f(i); err != nil {
						cancel(err)
						return
					}
				}
				tick(int(done.Add(int64(end - start))))
			}
		})
	}
	wg.Wait()
	return context.Cause(ctx)
}
