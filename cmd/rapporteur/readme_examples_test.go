package main

import (
	"context"
	"os"
	"regexp"
	"strings"
	"testing"
)

// readmeBlocks are the README's code blocks, a slice of lines each.
func readmeBlocks(t *testing.T) (all [][]string) {
	t.Helper()
	text, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	for i, part := range strings.Split(string(text), "```") {
		if i%2 == 1 {
			all = append(all, strings.Split(strings.TrimSpace(part), "\n"))
		}
	}
	return all
}

// The example at the top of the README is what the preview prints, except for the addresses of links.
func TestReadmeConversation(t *testing.T) {
	t.Parallel()
	address := regexp.MustCompile(` <https?://[^>]*>`)
	all, tried := readmeBlocks(t), false
	for _, b := range all {
		if !strings.HasPrefix(b[0], "/") {
			continue
		}
		tried = true
		out, warnings, err := call(t, b[0]+"\n", "preview")
		if err != nil {
			t.Fatalf("%v\n%s", err, warnings)
		}
		got := strings.TrimSpace(address.ReplaceAllString(out, ""))
		if want := strings.TrimSpace(strings.Join(b[1:], "\n")); got != want {
			t.Errorf("the preview now answers %s with:\n%s", b[0], got)
		}
	}
	if !tried {
		t.Error("the README has no conversation")
	}
}

// Every command line in the README works, and every question it asks of the sample has an answer.
func TestReadmeCommandLines(t *testing.T) {
	all, data := readmeBlocks(t), t.TempDir()
	t.Chdir("../..") // where a reader of the README is
	word := regexp.MustCompile(`"[^"]*"|[^ ]+`)
	nothing := regexp.MustCompile(`(?m)^No |"(answers|statements|events|items)":(\[\]|null)`)
	tried := 0
	for _, b := range all {
		for _, line := range b {
			line, _, _ = strings.Cut(line, " #")
			line = strings.Replace(line, "go run ./cmd/rapporteur ", "rapporteur ", 1)
			setting, args, ok := strings.Cut(line, "rapporteur ")
			if !ok || strings.HasPrefix(line, "/") || strings.HasPrefix(line, "docker ") {
				continue // conversations have their own test; go and docker are not this program
			}
			var words, environ []string
			for _, w := range word.FindAllString(strings.ReplaceAll(args, "./data", data), -1) {
				words = append(words, strings.Trim(w, `"`))
			}
			ctx, stop := context.WithCancel(t.Context())
			if setting = strings.TrimSpace(setting); setting != "" {
				environ = append(environ, strings.Replace(setting, "…", "a.b.c", 1))
			}
			if words[0] == "serve" {
				stop() // so that it stops while it starts
			}
			var out, log strings.Builder
			err := run(ctx, words, streams{strings.NewReader(""), &out, &log}, environ)
			stop()
			quiet := words[0] == "serve" || words[0] == "preview"
			if err != nil || !quiet && (out.Len() == 0 || nothing.MatchString(out.String())) {
				t.Errorf("%s: %v\n%s%s", line, err, log.String(), out.String())
			}
			tried++
		}
	}
	if tried < 8 {
		t.Errorf("only %d command lines were found in the README", tried)
	}
}
