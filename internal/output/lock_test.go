package output

import (
	"context"
	"errors"
	"path/filepath"
	"runtime"
	"sync"
	"testing"
)

func TestLockIsHeld(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	lock, err := Acquire(context.Background(), dir, nil)
	if err != nil {
		t.Fatal(err)
	}
	runtime.GC() // a lock's file that nobody refers to would be closed here
	runtime.GC()

	ctx, cancel := context.WithCancel(context.Background())
	waited := 0
	_, err = Acquire(ctx, dir, func() { waited++; cancel() })
	if !errors.Is(err, ErrBusy) || !errors.Is(err, context.Canceled) || waited != 1 {
		t.Errorf("a second run: %v, told %d times", err, waited)
	}
	if other, err := Acquire(context.Background(), filepath.Join(filepath.Dir(dir), "other"), nil); err != nil {
		t.Errorf("another folder: %v", err)
	} else if err := other.Release(); err != nil {
		t.Error(err)
	}
	if err := errors.Join(lock.Release(), lock.Release()); err != nil {
		t.Error(err)
	}
}

func TestLockPassesOn(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	first, err := Acquire(context.Background(), dir, nil)
	if err != nil {
		t.Fatal(err)
	}
	told := make(chan struct{})
	got := make(chan error)
	go func() {
		second, err := Acquire(context.Background(), dir, func() { close(told) })
		if err == nil {
			err = second.Release()
		}
		got <- err
	}()
	<-told
	if err := first.Release(); err != nil {
		t.Error(err)
	}
	if err := <-got; err != nil {
		t.Error(err)
	}
	if runtime.GOOS != "windows" {
		wantHeld(t, filepath.Dir(dir), map[string]string{})
	}
}

// TestFourAtOnce lets four runs publish two sites into one folder.
func TestFourAtOnce(t *testing.T) {
	ways(t, func(t *testing.T, d disk) {
		dir := filepath.Join(t.TempDir(), "public")
		var wg sync.WaitGroup
		for i := range 4 {
			wg.Go(func() {
				if _, err := []site{oldSite, newSite}[i%2].build(d, dir, ""); err != nil {
					t.Error(err)
				}
			})
		}
		wg.Wait()
		wantEither(t, 0, filepath.Dir(dir), below("public", oldSite.published(t)), below("public", newSite.published(t)))
	})
}
