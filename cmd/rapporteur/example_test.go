package main

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// address is a link's, which the README leaves out for shortness.
var address = regexp.MustCompile(` <https?://[^>]*>`)

// The example at the top of the README is what the preview prints.
func TestReadmeExample(t *testing.T) {
	t.Parallel()
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, block, ok := strings.Cut(string(readme), "```\n/who said:")
	block, _, closed := strings.Cut(block, "```")
	if !ok || !closed {
		t.Fatal("the README has no example that begins with /who said:")
	}
	question, want, _ := strings.Cut("/who said:"+block, "\n")
	out, warnings, err := call(t, question+"\n", "preview")
	if err != nil {
		t.Fatalf("%v\n%s", err, warnings)
	}
	if got := address.ReplaceAllString(out, ""); strings.TrimSpace(got) != strings.TrimSpace(want) {
		t.Errorf("the README's example reads otherwise now:\n%s", got)
	}
}
