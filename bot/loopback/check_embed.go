package loopback

import (
	"net/url"
	"strings"
)

// checkEmbeds allows ten embeds, each part within its own limit, and 6,000 characters over all of them.
func checkEmbeds(e formErrors, path string, embeds []Embed) {
	e.count(path, len(embeds), 10)
	total := 0
	for i, one := range embeds {
		total += checkEmbed(e, join(path, i), one)
	}
	if total > 6000 {
		e.add(path, "MAX_EMBED_SIZE_EXCEEDED", "Embed size exceeds maximum size of 6000")
	}
}

// checkEmbed checks one embed and returns its share of the 6,000 characters.
func checkEmbed(e formErrors, path string, em Embed) int {
	e.atMost(join(path, "title"), em.Title, 256)
	e.atMost(join(path, "description"), em.Description, 4096)
	size := runes(em.Title) + runes(em.Description)
	required := func(path, text string, limit int) {
		e.required(path, text, limit)
		size += runes(text)
	}
	e.count(join(path, "fields"), len(em.Fields), 25)
	for i, f := range em.Fields {
		required(join(path, "fields", i, "name"), f.Name, 256)
		required(join(path, "fields", i, "value"), f.Value, 1024)
	}
	if em.Footer != nil {
		required(join(path, "footer", "text"), em.Footer.Text, 2048)
	}
	if em.Author != nil {
		required(join(path, "author", "name"), em.Author.Name, 256)
		checkURL(e, join(path, "author", "url"), em.Author.URL)
	}
	checkURL(e, join(path, "url"), em.URL)
	for name, media := range map[string]*EmbedMedia{"image": em.Image, "thumbnail": em.Thumbnail} {
		if media != nil {
			checkURL(e, join(path, name, "url"), media.URL)
		}
	}
	if em.Color < 0 || em.Color > 0xFFFFFF {
		e.add(join(path, "color"), "NUMBER_TYPE_MAX", "int value should be less than or equal to 16777215.")
	}
	if size == 0 && em.URL == "" && em.Image == nil && em.Thumbnail == nil {
		e.missing(join(path, "description"))
	}
	return size
}

// checkURL allows a web address or an upload of the same message, or nothing.
func checkURL(e formErrors, path, address string) {
	if address == "" || strings.HasPrefix(address, "attachment://") {
		return
	}
	u, err := url.Parse(address)
	switch {
	case err != nil || u.Host == "":
		e.add(path, "URL_TYPE_INVALID_URL", "Not a well formed URL.")
	case u.Scheme != "http" && u.Scheme != "https":
		e.add(path, "URL_TYPE_INVALID_SCHEME",
			"Scheme %q is not supported. Scheme must be one of ('http', 'https').", u.Scheme)
	}
}
