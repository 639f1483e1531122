package main

import (
	"os/exec"
	"runtime"
	"strings"

	"rsc.io/qr"
)

// openBrowser opens an address in the browser that the system prefers. It does not wait for it.
func openBrowser(address string) error {
	name, args := "xdg-open", []string{address}
	switch runtime.GOOS {
	case "darwin":
		name = "open"
	case "windows":
		name, args = "rundll32", append([]string{"url.dll,FileProtocolHandler"}, address)
	}
	cmd := exec.Command(name, args...)
	if err := cmd.Start(); err != nil {
		return err
	}
	go func() { _ = cmd.Wait() }() // so that it does not stay behind as a zombie
	return nil
}

// terminalQR draws an address for the camera of a phone, two modules to a letter, light on dark and dark on light alike: the
// modules that must be light are drawn in white. "" if the address is too long.
func terminalQR(address string) string {
	code, err := qr.Encode(address, qr.L)
	if err != nil {
		return ""
	}
	const quiet = 2
	var b strings.Builder
	for y := -quiet; y < code.Size+quiet; y += 2 {
		b.WriteString("\x1b[30;107m")
		for x := -quiet; x < code.Size+quiet; x++ {
			above, below := code.Black(x, y), code.Black(x, y+1)
			switch {
			case above && below:
				b.WriteString("█")
			case above:
				b.WriteString("▀")
			case below:
				b.WriteString("▄")
			default:
				b.WriteString(" ")
			}
		}
		b.WriteString("\x1b[0m\n")
	}
	return b.String()
}
