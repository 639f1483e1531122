package main

import (
	"fmt"

	"github.com/spf13/cobra"
)

// usageTemplate is cobra's page about a command, in the reader's language.
func (a *app) usageTemplate() string {
	w := make([]any, len(usageWords))
	for i, p := range usageWords {
		w[i] = a.say(p)
	}
	more := a.say(usageWords[5], "{{.CommandPath}}")
	return fmt.Sprintf(`%[1]s
  {{.UseLine}}{{if .HasAvailableSubCommands}}

%[3]s{{range .Commands}}{{if .IsAvailableCommand}}
  {{rpad .Name 12}}{{.Short}}{{end}}{{end}}{{end}}{{if .HasExample}}

%[2]s
{{.Example}}{{end}}{{if .HasAvailableLocalFlags}}

%[4]s
{{.LocalFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}{{if .HasAvailableInheritedFlags}}

%[5]s
{{.InheritedFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}{{if .HasAvailableSubCommands}}

%[6]s{{end}}
`, w[0], w[1], w[2], w[3], w[4], more)
}

// helpCommand is “antq help COMMAND”.
func (a *app) helpCommand(root *cobra.Command) *cobra.Command {
	return &cobra.Command{
		Use:     "help [COMMAND]",
		Short:   a.say(helpHelp),
		Example: "  antq help build",
		RunE: func(_ *cobra.Command, args []string) error {
			cmd, rest, err := root.Find(args)
			if err != nil || len(rest) > 0 || cmd == root && len(args) > 0 {
				return &usageError{a.say(sayNoCommand, args[0])}
			}
			return cmd.Help()
		},
	}
}

// noArguments refuses words behind a command that takes none.
func (a *app) noArguments(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return &usageError{a.say(sayNoArguments, cmd.Name(), args[0])}
	}
	return nil
}
