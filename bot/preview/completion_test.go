package preview

import (
	"bufio"
	"bytes"
	"io"
	"strings"
	"testing"

	"rapporteur/bot/loopback"
)

func TestComplete(t *testing.T) {
	t.Parallel()
	p := newPrompt(Options{Server: startBot(t), Now: clock})
	for _, row := range []struct{ line, longer, shown string }{
		{"hello", "hello", ""},
		{"/", "/", "said \nwho \nadmin \ncard"},
		{"/s", "/said ", ""},
		{"/x", "/x", ""},
		{"/admin ", "/admin digest ", ""},
		{"/admin digest ", "/admin digest ", "add \nrename"},
		{"/admin digest a", "/admin digest add ", ""},
		{"/said ", "/said ", "person:\nabout:"},
		{"/said p", "/said person:", ""},
		{"/said person:", "/said person:Mir", ""},
		{"/said person: mi", "/said person: Mir", ""},
		{"/said person:mira", "/said person:Mira Varga (3 statements)", ""},
		{"/said mirk", "/said Mirko Stan (3 statements)", ""},
		{"/said person:Mira Varga (3 statements) ", "/said person:Mira Varga (3 statements) about:", ""},
		{"/said person:zzz ab", "/said person:zzz about:", ""},
		{"/admin digest add channel:", "/admin digest add channel:#", ""},
		{"/admin digest add channel:#n", "/admin digest add channel:#news", ""},
		{"/admin digest add channel:ge", "/admin digest add channel:#general", ""},
		{"/admin digest add channel:#news ", "/admin digest add channel:#news at:", ""},
	} {
		longer, shown := p.complete(t.Context(), row.line)
		if longer != row.longer || shown != row.shown {
			t.Errorf("%q: got %q, %q, want %q, %q", row.line, longer, shown, row.longer, row.shown)
		}
	}
	if got := p.valueOf("Mira Varga (3 statements)"); got != "person:mira varga" {
		t.Errorf("the label stands for %q", got)
	}
}

// TestTerminal types at a terminal, with TAB.
func TestTerminal(t *testing.T) {
	t.Parallel()
	var out bytes.Buffer
	in := strings.NewReader("/sai\tmira\t about:tolls\r\t\x04")
	err := Run(t.Context(), Options{Server: startBot(t), In: in, Out: &out, Terminal: true, Now: clock})
	if err != nil && err != io.EOF {
		t.Fatal(err)
	}
	if want := `person="person:mira varga" about="tolls"`; !strings.Contains(out.String(), want) {
		t.Errorf("%q does not contain %q", out.String(), want)
	}
}

// TestNews posts to a channel while nothing is typed.
func TestNews(t *testing.T) {
	t.Parallel()
	s := startBot(t)
	in, typing := io.Pipe()
	out, printing := io.Pipe()
	done := make(chan error, 1)
	go func() {
		done <- Run(t.Context(), Options{Server: s, In: in, Out: printing, Terminal: true, Now: clock})
		printing.Close()
	}()
	printed := bufio.NewReader(out)
	if _, err := printed.ReadString('>'); err != nil { // the prompt: it waits for a line
		t.Fatal(err)
	}
	if _, err := s.Say(loopback.Actor{Channel: "#news"}, "The **digest** of today"); err != nil {
		t.Fatal(err)
	}
	for text := ""; !strings.Contains(text, "The digest of today"); {
		line, err := printed.ReadString('\n')
		if err != nil {
			t.Fatalf("%v before the news came, after %q", err, text)
		}
		text += line
	}
	go io.Copy(io.Discard, printed)
	typing.Close()
	if err := <-done; err != nil {
		t.Error(err)
	}
}
