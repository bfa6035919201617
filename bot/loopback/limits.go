package loopback

import (
	"strings"
	"unicode/utf8"
)

// Limits of Discord that more than one check uses, in characters (code points) where text is counted; a limit used
// once is written in its check. Source: developers/resources/message, developers/components/reference and
// developers/interactions/application-commands of Discord's documentation.
const (
	maxCustomID      = 100
	maxSelectOptions = 25
	maxSelectText    = 100
	maxV2Components  = 40
	maxV2Text        = 4000
	maxAltText       = 1024
	maxMentionList   = 100
	maxChoiceText    = 100
	maxModalLabel    = 45
	maxInputText     = 4000
	maxCommandName   = 32
	maxCommandText   = 100
	maxOptionLength  = 6000
	maxMenuCommands  = 15
)

func runes(s string) int { return utf8.RuneCountInString(s) }

// atMost rejects text longer than limit.
func (e formErrors) atMost(path, text string, limit int) { e.count(path, runes(text), limit) }

// between rejects text shorter than 1 or longer than limit.
func (e formErrors) between(path, text string, limit int) {
	e.countBetween(path, runes(text), 1, limit)
}

// required rejects text longer than limit, or empty once spaces are trimmed, as Discord trims them.
func (e formErrors) required(path, text string, limit int) {
	if strings.TrimSpace(text) == "" {
		e.missing(path)
		return
	}
	e.atMost(path, text, limit)
}

// missing says that a part must be there.
func (e formErrors) missing(path string) { e.add(path, "BASE_TYPE_REQUIRED", "This field is required") }

// count rejects a list longer than limit.
func (e formErrors) count(path string, n, limit int) {
	if n > limit {
		e.add(path, "BASE_TYPE_MAX_LENGTH", "Must be %d or fewer in length.", limit)
	}
}

// countBetween rejects a list shorter than low or longer than high.
func (e formErrors) countBetween(path string, n, low, high int) {
	if n < low || n > high {
		e.add(path, "BASE_TYPE_BAD_LENGTH", "Must be between %d and %d in length.", low, high)
	}
}

// number rejects a number below low or above high.
func (e formErrors) number(path string, n, low, high int) {
	if n < low || n > high {
		e.add(path, "NUMBER_TYPE_MAX", "int value should be between %d and %d.", low, high)
	}
}

// unique rejects a value that was seen before, and remembers it.
func unique[T comparable](e formErrors, seen map[T]bool, value T, path, code, message string) {
	if seen[value] {
		e.add(path, code, "%s", message)
	}
	seen[value] = true
}

// notOneOf says that a value must be one of those listed.
func (e formErrors) notOneOf(path, values string) {
	e.add(path, "BASE_TYPE_CHOICES", "Value must be one of (%s).", values)
}

// notOfType says that a component must be of one of the kinds listed.
func (e formErrors) notOfType(path, kinds string) {
	e.add(join(path, "type"), "UNION_TYPE_CHOICES", "Value of field \"type\" must be one of %s.", kinds)
}
