package article

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"rapporteur/corpus/span"
)

// decode turns the bytes of a file into UTF-8 with "\n" line ends, with a map to where each part was. UTF-8 and
// UTF-16 are read with or without a byte order mark. Single bytes that are not UTF-8 are read as Windows-1252, which
// old web pages and word processors use. The error is written for the operator.
func decode(raw []byte) (string, span.Map, error) {
	if err := binaryFile(raw); err != nil {
		return "", nil, err
	}
	var b builder
	b.text = make([]byte, 0, len(raw))
	order, skip := utf16Order(raw)
	var err error
	switch {
	case order != nil:
		err = decodeUTF16(&b, raw, order, skip)
	case bytes.IndexByte(raw, 0) >= 0:
		err = errors.New("it has NUL bytes, so it is not a text file")
	default:
		s := strings.TrimPrefix(string(raw), "\ufeff")
		err = decodeUTF8(&b, s, len(raw)-len(s))
	}
	text, file := b.result()
	if err == nil {
		err = printable(text)
	}
	if err != nil {
		return "", nil, err
	}
	return text, file, nil
}

// binaryFile refuses other kinds of file that people put into a folder of articles.
func binaryFile(raw []byte) error {
	for _, kind := range []struct{ magic, name string }{
		{"%PDF-", "a PDF"}, {"PK\x03\x04", "a zip archive or an office document"}, {"\x1f\x8b", "a gzip file"},
		{"\x89PNG", "a picture"}, {"\xff\xd8\xff", "a picture"}, {"GIF8", "a picture"}, {"{\\rtf", "an RTF document"},
		{"\xd0\xcf\x11\xe0", "an old office document"}, {"SQLite format 3", "a database"}, {"\x7fELF", "a program"},
		{"\xff\xfe\x00\x00", "UTF-32 text, which is not supported; save it as UTF-8"},
		{"\x00\x00\xfe\xff", "UTF-32 text, which is not supported; save it as UTF-8"},
	} {
		if bytes.HasPrefix(raw, []byte(kind.magic)) {
			return fmt.Errorf("it is %s, not text", kind.name)
		}
	}
	return nil
}

// utf16Order recognises UTF-16 by its mark, or by the zero in every other byte that Latin letters have; skip is the
// length of the mark.
func utf16Order(raw []byte) (order binary.ByteOrder, skip int) {
	switch {
	case bytes.HasPrefix(raw, []byte("\xff\xfe")):
		return binary.LittleEndian, 2
	case bytes.HasPrefix(raw, []byte("\xfe\xff")):
		return binary.BigEndian, 2
	}
	probe := raw[:min(len(raw), 4096)&^1]
	var zeros [2]int
	for i, c := range probe {
		if c == 0 {
			zeros[i&1]++
		}
	}
	most := len(probe) / 2 * 7 / 10
	switch {
	case len(probe) < 8:
		return nil, 0
	case zeros[1] > most && zeros[0] == 0:
		return binary.LittleEndian, 0
	case zeros[0] > most && zeros[1] == 0:
		return binary.BigEndian, 0
	}
	return nil, 0
}

// decodeUTF16 makes one run of each word and of each other character. No span ends inside a word, and a run for each
// letter would take three times the memory.
func decodeUTF16(b *builder, raw []byte, order binary.ByteOrder, at int) error {
	if (len(raw)-at)%2 != 0 {
		return errors.New("it is UTF-16 text that ends in the middle of a character")
	}
	var word strings.Builder
	start := at
	flush := func(end int) {
		if word.Len() > 0 {
			b.put(word.String(), span.Span{Start: start, End: end})
			word.Reset()
		}
	}
	for at < len(raw) {
		r, size := rune(order.Uint16(raw[at:])), 2
		if utf16.IsSurrogate(r) && at+4 <= len(raw) {
			r, size = utf16.DecodeRune(r, rune(order.Uint16(raw[at+2:]))), 4
		}
		if r == '\r' {
			if r = '\n'; at+4 <= len(raw) && order.Uint16(raw[at+2:]) == '\n' {
				size = 4
			}
		}
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			if word.Len() == 0 {
				start = at
			}
			word.WriteRune(r)
		} else {
			flush(at)
			b.put(string(r), span.Span{Start: at, End: at + size})
		}
		at += size
	}
	flush(at)
	return nil
}

// decodeUTF8 reads s, which is at offset at of the file.
func decodeUTF8(b *builder, s string, at int) error {
	if !strings.Contains(s, "\r") && utf8.ValidString(s) {
		b.keep(s, at)
		return nil
	}
	stray, from := 0, 0
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		var fixed string
		switch {
		case r == '\r' && strings.HasPrefix(s[i:], "\r\n"):
			fixed, size = "\n", 2
		case r == '\r':
			fixed = "\n"
		case r == utf8.RuneError && size == 1:
			stray++
			fixed, size = repair(s[i:])
		default:
			i += size
			continue
		}
		b.keep(s[from:i], at+from)
		b.put(fixed, span.Span{Start: at + i, End: at + i + size})
		i += size
		from = i
	}
	b.keep(s[from:], at+from)
	if stray*7 > len(s) {
		return errors.New("it is not UTF-8, UTF-16 or Windows-1252 text; save it as UTF-8")
	}
	return nil
}

// repair reads the first byte of s, which is not UTF-8, as Windows-1252; a character cut off by the end of the file
// becomes one replacement character.
func repair(s string) (string, int) {
	if len(s) > 1 && !utf8.FullRuneInString(s) {
		return string(utf8.RuneError), len(s)
	}
	return string(charmap.Windows1252.DecodeByte(s[0])), 1
}

// printable refuses text with more than a few control characters.
func printable(text string) error {
	control := 0
	for i := range len(text) {
		if c := text[i]; c < ' ' && c != '\n' && c != '\t' && c != '\f' && c != '\v' {
			control++
		}
	}
	if control > 2 && control*200 > len(text) {
		return errors.New("it has control characters, so it is not a text file")
	}
	return nil
}
