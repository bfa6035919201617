package main

import (
	"bufio"
	"bytes"
	"flag"
	"fmt"
	"os"
	"reflect"
	"strings"
	"testing"

	"rapporteur/bot/command"
	"rapporteur/config"
)

var update = flag.Bool("update", false, "rewrite the README's tables")

const readme = "../../README.md"

// TestReadmeTables: the tables of the README are those of the program.
func TestReadmeTables(t *testing.T) {
	text, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	want := text
	for name, table := range map[string]string{"commands": commandTable(), "settings": settingsTable()} {
		want = between(t, want, "<!-- "+name, "<!-- end of "+name+" -->", table)
	}
	if *update {
		if err := os.WriteFile(readme, want, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if !bytes.Equal(text, want) {
		t.Error("a table of the README is out of date: go test ./cmd/rapporteur -update")
	}
}

// between puts table after the line that begins with start, up to end.
func between(t *testing.T, text []byte, start, end, table string) []byte {
	t.Helper()
	a := bytes.Index(text, []byte(start))
	b := bytes.Index(text, []byte(end))
	if a < 0 || b < a {
		t.Fatalf("the README has no %q before %q", start, end)
	}
	a += bytes.IndexByte(text[a:], '\n') + 1
	return bytes.Join([][]byte{text[:a], []byte(table), text[b:]}, nil)
}

// TestReadmeDefendsDependencies: each direct dependency has a line that says why.
func TestReadmeDefendsDependencies(t *testing.T) {
	text, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	mod, err := os.Open("../../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	defer mod.Close()
	lines, in := bufio.NewScanner(mod), false
	for lines.Scan() {
		switch line := strings.TrimSpace(lines.Text()); {
		case line == "require (":
			in = true
		case line == ")":
			in = false
		case in && !strings.HasSuffix(line, "// indirect"):
			name, _, _ := strings.Cut(line, " ")
			if !bytes.Contains(text, []byte("| "+name+" |")) {
				t.Errorf("the README does not say why %s is needed", name)
			}
		}
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
}

// commandTable is the bot's command table as Markdown.
func commandTable() string {
	var b strings.Builder
	b.WriteString("| Command | What it does | Who may |\n|---|---|---|\n")
	who := map[command.Access]string{command.Everyone: "everyone", command.Moderators: "moderators"}
	for _, c := range command.Commands() {
		usage := "/" + c.Name
		if c.OnMessage {
			usage = c.Name
		}
		for _, o := range c.Options {
			if o.Required {
				usage += " " + o.Name + ":"
			} else {
				usage += " [" + o.Name + ":]"
			}
		}
		fmt.Fprintf(&b, "| `%s` | %s | %s |\n", usage, c.Help, who[c.Access])
	}
	return b.String()
}

// settingsTable is the settings as Markdown, from the tags of Config.
func settingsTable() string {
	var b strings.Builder
	b.WriteString("| setting | environment | default | what it is |\n|---|---|---|---|\n")
	settingRows(&b, "", reflect.ValueOf(config.Default()))
	return b.String()
}

func settingRows(b *strings.Builder, prefix string, v reflect.Value) {
	for i := range v.NumField() {
		f, value := v.Type().Field(i), fmt.Sprint(v.Field(i).Interface())
		name := prefix + f.Tag.Get("toml")
		doc, ok := f.Tag.Lookup("doc")
		switch {
		case !ok:
			settingRows(b, name+".", v.Field(i))
			continue
		case value == "" || v.Field(i).Type() == reflect.TypeFor[config.Secret]():
			value = ""
		case f.Name == "Timezone":
			value = "`" + value + "`"
		default:
			value = "`" + strings.ToLower(value) + "`"
		}
		fmt.Fprintf(b, "| `%s` | `%s` | %s | %s |\n", name, f.Tag.Get("env"), value, doc)
	}
}
