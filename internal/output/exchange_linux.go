package output

import (
	"errors"

	"golang.org/x/sys/unix"
)

// exchange lets two folders change places in one step. File systems that cannot answer EINVAL, old kernels ENOSYS, mount
// points EBUSY or EXDEV.
func exchange(a, b string) error {
	err := unix.Renameat2(unix.AT_FDCWD, a, unix.AT_FDCWD, b, unix.RENAME_EXCHANGE)
	for _, cannot := range []error{unix.EINVAL, unix.ENOSYS, unix.EXDEV, unix.EBUSY, unix.EOPNOTSUPP} {
		if errors.Is(err, cannot) {
			return errNoExchange
		}
	}
	return err
}

// acrossDevices reports whether a rename failed because its two paths lie on different file systems or mounts.
func acrossDevices(err error) bool { return errors.Is(err, unix.EXDEV) }
