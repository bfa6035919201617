package story

import (
	"encoding/base64"
	"encoding/binary"
	"slices"
	"strings"
	"unicode"

	"github.com/cespare/xxhash/v2"

	"rapporteur/corpus/text/near"
)

// A key is what is remembered of an item: a sketch of its words (MinHash) and hashes of its figures. Sketches
// propose likeness, figures decide: "12,000 left their homes" and "15,000 left their homes" are two pieces of news.
type key struct {
	sketch  [32]uint16
	figures []uint16
}

// sameSketch is the share of a sketch from which items are the same. Four fifths is about one word of ten changed.
const sameSketch = 0.55

// Key is what to remember of words that were shown: about 90 ASCII characters.
func Key(text string) string {
	k := keyOf(text)
	var b []byte
	for _, x := range slices.Concat(k.sketch[:], k.figures) {
		b = binary.LittleEndian.AppendUint16(b, x)
	}
	return base64.RawURLEncoding.EncodeToString(b)
}

// readKeys reads keys. It skips any that it cannot read, since keys outlive the program that wrote them.
func readKeys(keys []string) []key {
	var out []key
	for _, s := range keys {
		b, err := base64.RawURLEncoding.DecodeString(s)
		var k key
		if err != nil || len(b) < 2*len(k.sketch) || len(b)%2 != 0 {
			continue
		}
		for i := range k.sketch {
			k.sketch[i] = binary.LittleEndian.Uint16(b[2*i:])
		}
		for b = b[2*len(k.sketch):]; len(b) > 0; b = b[2:] {
			k.figures = append(k.figures, binary.LittleEndian.Uint16(b))
		}
		out = append(out, k)
	}
	return out
}

func keyOf(text string) key {
	var k key
	for i, x := range near.Read(text).Sketch() {
		k.sketch[i] = uint16(x)
	}
	for _, w := range strings.Fields(text) {
		if w = strings.TrimFunc(w, func(c rune) bool { return !unicode.IsDigit(c) }); w != "" {
			k.figures = append(k.figures, uint16(xxhash.Sum64String(strings.ReplaceAll(w, ",", ""))))
		}
	}
	slices.Sort(k.figures)
	k.figures = slices.Compact(k.figures)
	return k
}

// same reports whether a reader who saw k knows l: the words are alike, and l has no figure that k has not.
func (k key) same(l key) bool {
	n := 0
	for i := range k.sketch {
		if k.sketch[i] == l.sketch[i] {
			n++
		}
	}
	return float64(n) >= sameSketch*float64(len(k.sketch)) &&
		!slices.ContainsFunc(l.figures, func(f uint16) bool { return !slices.Contains(k.figures, f) })
}
