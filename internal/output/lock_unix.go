//go:build !windows

package output

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// flock takes the lock of an open file.
func flock(file *os.File, wait bool) error {
	how := unix.LOCK_EX
	if !wait {
		how |= unix.LOCK_NB
	}
	for {
		err := unix.Flock(int(file.Fd()), how)
		switch {
		case errors.Is(err, unix.EINTR):
		case errors.Is(err, unix.EWOULDBLOCK):
			return errLocked
		default:
			return err
		}
	}
}

// unlock removes the file of a lock that is held and gives the lock back. In this order: once the lock is free the file may
// be somebody else's.
func unlock(file *os.File) error {
	return errors.Join(ignoreMissing(os.Remove(file.Name())), file.Close())
}
