package near

import (
	"math"
	"strconv"

	"rapporteur/corpus/text/english"
)

// figures is the numbers of a text: words that make one number ("three hundred",
// "1.5 million", "twenty five") are one, written in digits.
func figures(words []word) []string {
	var out []string
	for i := 0; i < len(words); {
		if words[i].kind != figure {
			i++
			continue
		}
		end := i + 1
		for end < len(words) && words[end].kind == figure && joins(words[end-1].key, words[end].key) {
			end++
		}
		out = append(out, sum(words[i:end]))
		i = end
	}
	return out
}

// numerals is the words of numbers, each by itself: "six" is a part of six million.
func numerals(words []word) []string {
	var out []string
	for _, w := range words {
		if w.kind == figure {
			out = append(out, w.key)
		}
	}
	return out
}

// joins reports whether two numbers that stand side by side are parts of one: the
// next multiplies, or fills the zeros of the one before.
func joins(prev, next string) bool {
	if scale(next) > 0 {
		return value(prev) > 0
	}
	n := value(next)
	return n > 0 && (n < scale(prev) || n < 10 && tens(prev) > 0)
}

// sum is the number that words write together, in digits where they are known.
func sum(words []word) string {
	if len(words) == 1 && scale(words[0].key) == 0 && tens(words[0].key) == 0 {
		return words[0].key
	}
	total, part := 0.0, 0.0
	for _, w := range words {
		by := scale(w.key)
		if by == 0 {
			part += value(w.key)
			continue
		}
		if part = max(part, 1) * by; by >= 1000 {
			total, part = total+part, 0
		}
	}
	return strconv.FormatFloat(math.Round((total+part)*1000)/1000, 'f', -1, 64) // 4.1 million is a hair less in binary
}

// value is a number as wordsOf has it; 0 where it is none.
func value(key string) float64 {
	if n := tens(key); n > 0 {
		return n
	}
	if n := scale(key); n > 0 {
		return n
	}
	n, err := strconv.ParseFloat(key, 64)
	if err != nil || n < 0 || n > 1e15 {
		return 0
	}
	return n
}

func tens(key string) float64 {
	if n := english.Number(key); n >= 20 {
		return float64(n)
	}
	return 0
}

func scale(key string) float64 {
	switch key {
	case "dozen":
		return 12
	case "hundred":
		return 100
	case "thousand":
		return 1e3
	case "million":
		return 1e6
	case "billion":
		return 1e9
	case "trillion":
		return 1e12
	}
	return 0
}
