package main

import (
	"strings"

	"antq/internal/diag"
)

// chooseLanguage finds the language of messages: --lang, else ANTQ_LANG, else the locale of the environment; Vietnamese where
// it begins with "vi". It reads the arguments itself since even the help text and the errors about flags depend on it.
func chooseLanguage(args []string, getenv func(string) string) diag.Lang {
	for i, arg := range args {
		if arg == "--" {
			break
		}
		value, ok := strings.CutPrefix(arg, "--lang=")
		if arg == "--lang" && i+1 < len(args) {
			value, ok = args[i+1], true
		}
		if ok {
			return languageOf(value)
		}
	}
	for _, name := range []string{"ANTQ_LANG", "LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := getenv(name); v != "" {
			return languageOf(v)
		}
	}
	return diag.English
}

func languageOf(s string) diag.Lang {
	if strings.HasPrefix(strings.ToLower(s), "vi") {
		return diag.Vietnamese
	}
	return diag.English
}

// checkLanguage refuses a --lang that is neither.
func (a *app) checkLanguage() error {
	switch a.language {
	case "", "en", "vi":
		return nil
	}
	return &usageError{a.say(sayBadLang, a.language)}
}
