package preview

import (
	"cmp"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/dustin/go-humanize"
)

// A reader turns Discord's markdown into plain text.
type reader struct {
	now      time.Time
	channels map[string]string // names by ID
	users    map[string]string
}

// plain is text as Discord shows it, without the marks of emphasis, with links as "words <address>" and times in
// UTC. Quotation bars and list marks stay: plain text uses them too.
func (r reader) plain(text string) string {
	var out []string
	fenced := false
	for line := range strings.SplitSeq(text, "\n") {
		if strings.HasPrefix(line, "```") {
			fenced = !fenced
			continue
		}
		if !fenced {
			line = r.line(line)
		}
		out = append(out, line)
	}
	return strings.Join(out, "\n")
}

// heading begins a heading or small print.
var heading = regexp.MustCompile(`^(#{1,3}|-#) +`)

func (r reader) line(line string) string {
	quote := ""
	if rest, ok := strings.CutPrefix(strings.TrimPrefix(line, ">>"), "> "); ok {
		quote, line = "> ", rest
	}
	return quote + r.inline(heading.ReplaceAllString(line, ""))
}

// inline reads the marks within a line.
func (r reader) inline(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); {
		text, n := r.mark(s, i)
		if n == 0 {
			text, n = s[i:i+1], 1
		}
		b.WriteString(text)
		i += n
	}
	return b.String()
}

// mark reads the mark that begins at byte i: the text it shows and its length, 0 when there is no mark.
func (r reader) mark(s string, i int) (string, int) {
	switch s[i] {
	case '\\':
		if i+1 < len(s) && isPunctuation(s[i+1]) {
			return s[i+1 : i+2], 2
		}
	case '`':
		return code(s[i:])
	case '<':
		return r.angle(s[i:])
	case '[':
		return r.link(s[i:])
	case '*', '_', '~', '|':
		return r.emphasis(s, i)
	}
	return "", 0
}

func isPunctuation(c byte) bool {
	return c > ' ' && c < 0x7f && !(c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z')
}

func code(s string) (string, int) {
	ticks := len(s) - len(strings.TrimLeft(s, "`"))
	end := strings.Index(s[ticks:], s[:ticks])
	if end < 0 {
		return s[:ticks], ticks
	}
	return s[ticks : ticks+end], end + 2*ticks
}

// angleMark is a time with its style, a mention, a command, an emoji or a bare address.
var angleMark = regexp.MustCompile(`^<(?:t:(-?\d{1,13})(?::([tTdDfFRsS]))?|(#|@!?|@&)(\d+)|` +
	`(/[^:<>]+):\d+|a?(:\w+:)\d+|(https?://[^ <>]+))>`)

func (r reader) angle(s string) (string, int) {
	m := angleMark.FindStringSubmatch(s)
	if m == nil {
		return "", 0
	}
	text := m[5] + m[6] + m[7] // the one of the three that is there
	switch seconds, err := strconv.ParseInt(m[1], 10, 64); {
	case err == nil:
		text = r.when(time.Unix(seconds, 0).UTC(), m[2])
	case m[3] != "":
		text = r.mention(m[3], m[4])
	}
	return text, len(m[0])
}

func (r reader) mention(kind, id string) string {
	names := r.users
	if kind == "#" {
		names = r.channels
	}
	return kind[:1] + cmp.Or(names[id], id)
}

// when writes a time in one of Discord's styles; f is the one without a letter.
func (r reader) when(t time.Time, style string) string {
	if style == "R" {
		return humanize.RelTime(t, r.now, "ago", "from now")
	}
	layouts := map[string]string{
		"": "2 January 2006 15:04", "f": "2 January 2006 15:04",
		"t": "15:04", "T": "15:04:05", "d": "2006-01-02", "D": "2 January 2006",
		"F": "Monday, 2 January 2006 15:04", "s": "2006-01-02 15:04", "S": "2006-01-02 15:04:05",
	}
	return t.Format(layouts[style])
}

// linkMark is [words](address), with the address in angle brackets or a title after it, and escaped brackets in words.
var linkMark = regexp.MustCompile(`^\[((?:\\.|[^\[\]\\])+)\]\(<?(https?://[^ <>)]+)>?(?: +"[^"]*")?\)`)

func (r reader) link(s string) (string, int) {
	m := linkMark.FindStringSubmatch(s)
	if m == nil {
		return "", 0
	}
	return r.inline(m[1]) + " <" + m[2] + ">", len(m[0])
}

// emphasis reads text between two equal marks. One beside a space, or an underscore in a word, is only a character.
func (r reader) emphasis(s string, i int) (string, int) {
	for _, mark := range []string{"***", "**", "__", "~~", "||", "*", "_"} {
		if !strings.HasPrefix(s[i:], mark) {
			continue
		}
		inner := s[i+len(mark):]
		end := closing(inner, mark)
		if end <= 0 || mark == "_" && i > 0 && isWord(s[i-1]) || mark == "*" && inner[0] == ' ' {
			continue
		}
		return r.inline(inner[:end]), end + 2*len(mark)
	}
	return "", 0
}

// closing finds the mark that ends an emphasis, -1 if none does.
func closing(s, mark string) int {
	for i := 0; i < len(s); i++ {
		after := i + len(mark)
		switch inWord := mark == "_" && after < len(s) && isWord(s[after]); {
		case s[i] == '\\':
			i++
		case strings.HasPrefix(s[i:], mark) && !inWord:
			return i
		}
	}
	return -1
}

func isWord(c byte) bool {
	return c >= 0x80 || c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z'
}
