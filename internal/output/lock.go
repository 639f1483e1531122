package output

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// ErrBusy says that another run is publishing into the same output folder.
var ErrBusy = errors.New("another run is using the output folder")

// Lock is held by the one run that may write into an output folder. The system takes it back when the process ends, however
// that happens.
type Lock struct {
	file *os.File // referred to as long as the lock is held: a file nobody refers to is closed, and its lock lost
}

// Acquire takes the lock of the output folder dir, the file ".<output>.lock" beside it, and then finishes or clears what
// killed runs have left. While another run holds the lock, Acquire waits until ctx is done and then returns an error that
// wraps [ErrBusy] and that of ctx; waiting, if not nil, is called once when the waiting begins.
func Acquire(ctx context.Context, dir string, waiting func()) (*Lock, error) {
	return acquire(ctx, system{}, dir, waiting)
}

func acquire(ctx context.Context, d disk, dir string, waiting func()) (*Lock, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return nil, err
	}
	if err := makeAll(d, filepath.Dir(dir)); err != nil {
		return nil, fmt.Errorf("making the folder of the output: %w", err)
	}
	path := filepath.Join(filepath.Dir(dir), "."+filepath.Base(dir)+".lock")
	file, err := lockFile(path, false)
	if errors.Is(err, errLocked) {
		if waiting != nil {
			waiting()
		}
		file, err = waitForFile(ctx, path)
	}
	if err != nil {
		return nil, fmt.Errorf("locking %s: %w", dir, err)
	}
	l := &Lock{file: file}
	if err := finishLeftovers(d, dir); err != nil {
		return nil, errors.Join(err, l.Release())
	}
	return l, nil
}

// Release gives the lock back and removes its file. A second call does nothing.
func (l *Lock) Release() error {
	file := l.file
	if file == nil {
		return nil
	}
	l.file = nil
	return unlock(file)
}

// errLocked says that somebody else holds the lock of a file.
var errLocked = errors.New("locked")

// waitForFile waits for the lock of a file until ctx is done. The system cannot be asked to stop waiting; so a goroutine
// goes on, and gives back at once what it gets too late.
func waitForFile(ctx context.Context, path string) (*os.File, error) {
	type result struct {
		file *os.File
		err  error
	}
	got := make(chan result, 1)
	late := make(chan struct{})
	go func() {
		file, err := lockFile(path, true)
		select {
		case <-late:
			if err == nil {
				_ = unlock(file) // nobody is left to tell
			}
		case got <- result{file, err}:
		}
	}()
	select {
	case r := <-got:
		return r.file, r.err
	case <-ctx.Done():
		close(late)
		return nil, fmt.Errorf("%w: %w", ErrBusy, ctx.Err())
	}
}

// lockFile opens the file and takes its lock; without wait, a lock that somebody else holds is errLocked. Since the holder
// removes the file when it is done, the file that is locked must still be the one at the path.
func lockFile(path string, wait bool) (*os.File, error) {
	for {
		file, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o666)
		if err != nil {
			return nil, err
		}
		if err := flock(file, wait); err != nil {
			return nil, errors.Join(err, file.Close())
		}
		mine, err := file.Stat()
		if err != nil {
			return nil, errors.Join(err, file.Close())
		}
		there, err := os.Stat(path)
		if err == nil && os.SameFile(mine, there) {
			return file, nil
		}
		if err = errors.Join(ignoreMissing(err), file.Close()); err != nil {
			return nil, err
		}
	}
}
