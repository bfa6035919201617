package english

import "strings"

// The words of the calendar and of small numbers, in small letters and in order.
const (
	Months             = "january february march april may june july august september october november december"
	MonthAbbreviations = "jan feb mar apr may jun jul aug sept oct nov dec"
	Weekdays           = "sunday monday tuesday wednesday thursday friday saturday" // as time.Weekday counts them
	Cardinals          = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen " +
		"seventeen eighteen nineteen"
	Tens     = "twenty thirty forty fifty sixty seventy eighty ninety"
	Decades  = "twenties thirties forties fifties sixties seventies eighties nineties"
	Ordinals = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth " +
		"fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)

var numbers = positions(Cardinals + " " + Tens)

// positions numbers the words from 1.
func positions(words string) map[string]int {
	at := make(map[string]int)
	for i, w := range strings.Fields(words) {
		at[w] = i + 1
	}
	return at
}

// Number is the value of a number word in small letters, from "one" to "nineteen"
// and the tens to "ninety"; 0 for any other word.
func Number(w string) int {
	n := numbers[w]
	if n > 19 {
		return (n - 18) * 10
	}
	return n
}

// Cardinal is n as a word, from 1 to 19.
func Cardinal(n int) string { return strings.Fields(Cardinals)[n-1] }
