package reprint

import (
	"slices"
	"strings"
)

// A run is the hash of three words in a row.
type run uint64

// mostRead bounds, in bytes, what is compared of an article: editors cut an agency's text from below.
const mostRead = 8000

// A scanner hashes the words of a text, in small letters and without apostrophes, and joins three to a run.
type scanner struct {
	runs   []run
	word   uint64    // the hash of the word so far, 0 between words
	before [2]uint64 // the two words before; 0 where a line, a quotation or the text begins
	quoted bool
}

// read finds the runs of what the writer of a text says. A run does not go on across a line or a quotation.
func read(text string) outline {
	s, c := text[:min(len(text), mostRead)], scanner{}
	for i := 0; i < len(s); {
		switch b := s[i]; {
		case b >= 'a' && b <= 'z' || b >= '0' && b <= '9':
			c.add(b)
		case b >= 'A' && b <= 'Z':
			c.add(b | 0x20)
		case b == '\'' && c.word != 0 && i+1 < len(s) && wordByte(s[i+1]): // an apostrophe
		case b == '\n':
			c.divide(false)
		case b == '"':
			c.divide(!c.quoted)
		case b >= 0x80 || b == '`' || b == '\'':
			i += c.mark(s[i:])
			continue
		default:
			c.end()
		}
		i++
	}
	c.end()
	slices.Sort(c.runs)
	return outline{runs: slices.Compact(c.runs), credits: creditsOf(text)}
}

// add adds a byte to the word, by FNV-1a.
func (c *scanner) add(b byte) {
	if c.word == 0 {
		c.word = 14695981039346656037
	}
	c.word = (c.word ^ uint64(b)) * 1099511628211
}

// end ends the word, if there is one.
func (c *scanner) end() {
	if c.word == 0 {
		return
	}
	if c.before[0] != 0 && !c.quoted {
		h := (c.before[0]*31+c.before[1])*0x9E3779B97F4A7C15 ^ c.word
		c.runs = append(c.runs, run(h^h>>29)*0xBF58476D1CE4E5B9)
	}
	c.before, c.word = [2]uint64{c.before[1], c.word}, 0
}

// divide ends the word and the run; what follows is a quotation or not.
func (c *scanner) divide(quoted bool) {
	c.end()
	c.before, c.quoted = [2]uint64{}, quoted
}

// mark reads the character that s begins with, a quotation mark or another beyond ASCII, and returns its size.
func (c *scanner) mark(s string) int {
	for _, m := range [...]struct {
		mark   string
		quoted bool
	}{{"“", true}, {"„", true}, {"«", true}, {"``", true}, {"”", false}, {"»", false}, {"''", false}} {
		if strings.HasPrefix(s, m.mark) {
			c.divide(m.quoted)
			return len(m.mark)
		}
	}
	switch {
	case s[0] < 0x80: // a single mark
		c.end()
	case strings.HasPrefix(s, "’"):
		return len("’")
	case s[0] == 0xE2 && len(s) > 2: // a dash or another mark
		c.end()
		return 3
	case s[0] == 0xC2 && len(s) > 1: // a sign or a hard space
		c.end()
		return 2
	default:
		c.add(s[0])
	}
	return 1
}

func wordByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c >= 0x80
}
