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

// joins reports whether two numbers that stand side by side are parts of one: the
// next multiplies, or fills the zeros of the one before.
func joins(prev, next string) bool {
	if scales[next] > 0 {
		return value(prev) > 0
	}
	n := value(next)
	return n > 0 && (n < scales[prev] || n < 10 && tens(prev) > 0)
}

// sum is the number that words write together, in digits where they are known.
func sum(words []word) string {
	if len(words) == 1 && scales[words[0].key] == 0 && tens(words[0].key) == 0 {
		return words[0].key
	}
	total, part := 0.0, 0.0
	for _, w := range words {
		by := scales[w.key]
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
	if n := max(tens(key), scales[key]); n > 0 {
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

var scales = map[string]float64{"dozen": 12, "hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
