package output

import (
	"errors"

	"golang.org/x/sys/unix"
)

// exchange lets two folders change places in one step. File systems other than APFS answer ENOTSUP, mount points EBUSY or
// EXDEV.
func exchange(a, b string) error {
	err := unix.RenamexNp(a, b, unix.RENAME_SWAP)
	for _, cannot := range []error{unix.EINVAL, unix.ENOSYS, unix.EXDEV, unix.EBUSY, unix.ENOTSUP} {
		if errors.Is(err, cannot) {
			return errNoExchange
		}
	}
	return err
}

// acrossDevices reports whether a rename failed because its two paths lie on different file systems or mounts.
func acrossDevices(err error) bool { return errors.Is(err, unix.EXDEV) }
