package loopback

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// Discord's limits, in characters (code points) where text is counted. Source:
// developers/resources/message, developers/components/reference and
// developers/interactions/application-commands of Discord's documentation.
const (
	maxContent        = 2000
	maxEmbeds         = 10
	maxEmbedsText     = 6000
	maxEmbedTitle     = 256
	maxEmbedText      = 4096
	maxEmbedFields    = 25
	maxFieldName      = 256
	maxFieldValue     = 1024
	maxFooter         = 2048
	maxAuthor         = 256
	maxRows           = 5
	maxButtons        = 5
	maxCustomID       = 100
	maxLabel          = 80
	maxLinkURL        = 512
	maxSelectOptions  = 25
	maxSelectText     = 100
	maxPlaceholder    = 150
	maxV2Components   = 40
	maxV2Text         = 4000
	maxSectionTexts   = 3
	maxGalleryItems   = 10
	maxAltText        = 1024
	maxFiles          = 10
	maxNonce          = 25
	maxMentionList    = 100
	maxChoices        = 25
	maxChoiceText     = 100
	maxModalTitle     = 45
	maxModalParts     = 5
	maxModalLabel     = 45
	maxInputHint      = 100
	maxInputText      = 4000
	maxThreadName     = 100
	maxCommandName    = 32
	maxCommandText    = 100
	maxCommandOptions = 25
	maxCommandSize    = 8000
	maxOptionLength   = 6000
	maxSlashCommands  = 100
	maxMenuCommands   = 15
	maxCreatesADay    = 200
)

func runes(s string) int { return utf8.RuneCountInString(s) }

// atMost complains about text longer than limit.
func (t tree) atMost(path, text string, limit int) {
	if runes(text) > limit {
		t.add(path, "BASE_TYPE_MAX_LENGTH", fmt.Sprintf("Must be %d or fewer in length.", limit))
	}
}

// between complains about text shorter than 1 or longer than limit.
func (t tree) between(path, text string, limit int) {
	if n := runes(text); n < 1 || n > limit {
		t.add(path, "BASE_TYPE_BAD_LENGTH", fmt.Sprintf("Must be between 1 and %d in length.", limit))
	}
}

// required complains about text that is empty once spaces are trimmed, as
// Discord trims it, or longer than limit.
func (t tree) required(path, text string, limit int) {
	if strings.TrimSpace(text) == "" {
		t.add(path, "BASE_TYPE_REQUIRED", "This field is required")
		return
	}
	t.atMost(path, text, limit)
}

// count complains about a list longer than limit.
func (t tree) count(path string, n, limit int) {
	if n > limit {
		t.add(path, "BASE_TYPE_MAX_LENGTH", fmt.Sprintf("Must be %d or fewer in length.", limit))
	}
}

// countBetween complains about a list shorter than low or longer than high.
func (t tree) countBetween(path string, n, low, high int) {
	if n < low || n > high {
		t.add(path, "BASE_TYPE_BAD_LENGTH", fmt.Sprintf("Must be between %d and %d in length.", low, high))
	}
}
