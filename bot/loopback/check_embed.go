package loopback

import (
	"net/url"
	"strings"
)

// checkEmbeds demands at most ten embeds, each part within its own limit and
// 6,000 characters over all of them.
func checkEmbeds(t tree, path string, embeds []Embed) {
	t.count(path, len(embeds), maxEmbeds)
	total := 0
	for i, e := range embeds {
		checkEmbed(t, join(path, i), e)
		total += e.size()
	}
	if total > maxEmbedsText {
		t.add(path, "MAX_EMBED_SIZE_EXCEEDED", "Embed size exceeds maximum size of 6000")
	}
}

func checkEmbed(t tree, path string, e Embed) {
	t.atMost(join(path, "title"), e.Title, maxEmbedTitle)
	t.atMost(join(path, "description"), e.Description, maxEmbedText)
	t.count(join(path, "fields"), len(e.Fields), maxEmbedFields)
	for i, f := range e.Fields {
		t.required(join(path, "fields", i, "name"), f.Name, maxFieldName)
		t.required(join(path, "fields", i, "value"), f.Value, maxFieldValue)
	}
	if e.Footer != nil {
		t.required(join(path, "footer", "text"), e.Footer.Text, maxFooter)
	}
	if e.Author != nil {
		t.required(join(path, "author", "name"), e.Author.Name, maxAuthor)
		checkURL(t, join(path, "author", "url"), e.Author.URL)
	}
	checkURL(t, join(path, "url"), e.URL)
	for name, media := range map[string]*EmbedMedia{"image": e.Image, "thumbnail": e.Thumbnail} {
		if media != nil {
			checkURL(t, join(path, name, "url"), media.URL)
		}
	}
	if e.Color < 0 || e.Color > 0xFFFFFF {
		t.add(join(path, "color"), "NUMBER_TYPE_MAX", "int value should be less than or equal to 16777215.")
	}
	if e.size() == 0 && e.URL == "" && e.Image == nil && e.Thumbnail == nil {
		t.add(join(path, "description"), "BASE_TYPE_REQUIRED", "This field is required")
	}
}

// size is the embed's share of the 6,000 characters.
func (e Embed) size() int {
	n := runes(e.Title) + runes(e.Description)
	for _, f := range e.Fields {
		n += runes(f.Name) + runes(f.Value)
	}
	if e.Footer != nil {
		n += runes(e.Footer.Text)
	}
	if e.Author != nil {
		n += runes(e.Author.Name)
	}
	return n
}

// checkURL demands a web address or an upload of the same message, if any.
func checkURL(t tree, path, address string) {
	if address == "" || strings.HasPrefix(address, "attachment://") {
		return
	}
	u, err := url.Parse(address)
	switch {
	case err != nil || u.Host == "":
		t.add(path, "URL_TYPE_INVALID_URL", "Not a well formed URL.")
	case u.Scheme != "http" && u.Scheme != "https":
		t.add(path, "URL_TYPE_INVALID_SCHEME", "Scheme \""+u.Scheme+"\" is not supported. Scheme must be one of ('http', 'https').")
	}
}
