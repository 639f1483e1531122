package main

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"
)

// versionCommand prints which antq this is.
func (a *app) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "version",
		Short:   a.say(helpVersion),
		Example: "  antq version --json",
		Args:    a.noArguments,
		RunE: func(*cobra.Command, []string) error {
			v := version()
			if a.json {
				return a.writeJSON(v)
			}
			_, err := fmt.Fprintf(a.stdout, "antq %s (%s, %s)\n", v.Version, v.Go, v.Platform)
			return err
		},
	}
}

// versionInfo is the JSON result of “antq version”.
type versionInfo struct {
	Version  string `json:"version"` // the module's version, else the commit, else "devel"
	Go       string `json:"go"`
	Platform string `json:"platform"` // "linux/amd64"
}

func version() versionInfo {
	v := versionInfo{"devel", runtime.Version(), runtime.GOOS + "/" + runtime.GOARCH}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return v
	}
	if m := info.Main.Version; m != "" && m != "(devel)" {
		v.Version = m
		return v
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" && len(s.Value) >= 12 {
			v.Version = s.Value[:12]
		}
	}
	return v
}
