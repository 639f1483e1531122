package preview

import "syscall"

// Magic numbers of file systems whose changes by others the kernel does not tell (statfs(2)).
const (
	magicNFS  = 0x6969
	magicSMB  = 0x517b
	magicSMB2 = 0xfe534d42
	magicCIFS = 0xff534d42
	magic9P   = 0x01021997
	magicFUSE = 0x65735546
	magicAFS  = 0x5346414f
	magicCeph = 0x00c36400
)

// isRemote reports whether a folder is on a drive of the network, or on one that hides what stands behind it.
func isRemote(dir string) bool {
	var s syscall.Statfs_t
	if syscall.Statfs(dir, &s) != nil {
		return false
	}
	switch uint32(s.Type) {
	case magicNFS, magicSMB, magicSMB2, magicCIFS, magic9P, magicFUSE, magicAFS, magicCeph:
		return true
	}
	return false
}
