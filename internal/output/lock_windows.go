package output

import (
	"errors"
	"os"

	"golang.org/x/sys/windows"
)

// flock takes the lock of an open file.
func flock(file *os.File, wait bool) error {
	flags := uint32(windows.LOCKFILE_EXCLUSIVE_LOCK)
	if !wait {
		flags |= windows.LOCKFILE_FAIL_IMMEDIATELY
	}
	err := windows.LockFileEx(windows.Handle(file.Fd()), flags, 0, 1, 0, new(windows.Overlapped))
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) {
		return errLocked
	}
	return err
}

// unlock gives a lock back and removes its file, unless somebody waits for it: Windows does not remove a file that is open.
func unlock(file *os.File) error {
	err := file.Close()
	_ = os.Remove(file.Name())
	return err
}
