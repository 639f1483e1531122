//go:build !linux && !darwin && !windows

package output

import (
	"errors"
	"syscall"
)

// exchange cannot be done on this system.
func exchange(a, b string) error { return errNoExchange }

// acrossDevices reports whether a rename failed because its two paths lie on different file systems.
func acrossDevices(err error) bool { return errors.Is(err, syscall.EXDEV) }
