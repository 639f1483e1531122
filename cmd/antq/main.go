// Command antq publishes the campaign “Toàn dân bảo vệ an ninh Tổ quốc” on the electronic information pages of Vietnamese
// state agencies: Markdown with front matter in, a complete static site for each agency out.
//
// This package wires the rooms of internal/ together. It alone reads flags, the environment and the clock, prints, and
// decides exit codes: 0 done, 1 problems in the content, 2 wrong use or a failure of the system.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	a := &app{
		args: os.Args[1:], stdin: os.Stdin, stdout: os.Stdout, stderr: os.Stderr,
		getenv: os.Getenv, now: time.Now,
	}
	code := a.run(ctx)
	stop()
	os.Exit(code)
}
