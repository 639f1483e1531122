package output

import (
	"errors"

	"golang.org/x/sys/windows"
)

// exchange cannot be done: Windows has no operation by which two folders change places.
func exchange(a, b string) error { return errNoExchange }

// acrossDevices reports whether a rename failed because its two paths lie on different volumes.
func acrossDevices(err error) bool { return errors.Is(err, windows.ERROR_NOT_SAME_DEVICE) }
