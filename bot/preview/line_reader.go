package preview

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"golang.org/x/term"
)

// maxLine is the longest line read, in bytes; Discord's own box takes 4,000 characters.
const maxLine = 64 << 10

// A lineReader reads typed lines, one at a time. Nothing is read or completed with
// TAB before a line is asked for: by then the last command has finished with the prompt.
type lineReader struct {
	read    func() (string, error)
	pending chan typedLine // gets the line asked for; nil when none is
}

type typedLine struct {
	text string
	err  error
}

// open begins to read lines, from a terminal with editing and completion. done puts the terminal back as it was.
func open(ctx context.Context, o Options, p *prompt) (l *lineReader, done func(), err error) {
	done = func() {}
	if !o.Terminal {
		return &lineReader{read: piped(o.In)}, done, nil
	}
	if file, ok := o.In.(*os.File); ok {
		before, err := term.MakeRaw(int(file.Fd()))
		if err != nil {
			return nil, nil, fmt.Errorf("prepare the terminal: %w", err)
		}
		done = func() { term.Restore(int(file.Fd()), before) }
	}
	return &lineReader{read: p.edited(ctx, o)}, done, nil
}

// errNews is what next returns when something happens before a line is typed.
var errNews = errors.New("something was posted")

// next is the next line; io.EOF after the last. When news gets a signal first, a later call gets the line.
func (l *lineReader) next(ctx context.Context, news <-chan struct{}) (string, error) {
	if l.pending == nil {
		typed := make(chan typedLine, 1)
		l.pending = typed
		go func() {
			text, err := l.read()
			typed <- typedLine{text, err}
		}()
	}
	select {
	case line := <-l.pending:
		l.pending = nil
		return line.text, line.err
	case <-news:
		return "", errNews
	case <-ctx.Done():
		return "", ctx.Err()
	}
}

func piped(in io.Reader) func() (string, error) {
	scanner := bufio.NewScanner(in)
	scanner.Buffer(nil, maxLine)
	return func() (string, error) {
		if scanner.Scan() {
			return scanner.Text(), nil
		}
		if err := scanner.Err(); err != nil {
			return "", err
		}
		return "", io.EOF
	}
}

// edited reads from a terminal with a line editor, and makes p write through it.
func (p *prompt) edited(ctx context.Context, o Options) func() (string, error) {
	editor := term.NewTerminal(struct {
		io.Reader
		io.Writer
	}{o.In, o.Out}, "> ")
	p.out = editor
	editor.AutoCompleteCallback = func(line string, at int, key rune) (string, int, bool) {
		if key != '\t' {
			return "", 0, false
		}
		longer, shown := p.complete(ctx, line[:at])
		if shown != "" {
			fmt.Fprintln(editor, shown)
		}
		return longer + line[at:], len(longer), true
	}
	return editor.ReadLine
}
