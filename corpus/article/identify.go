package article

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"net/netip"
	"net/url"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// identify hashes the title and the body, in composed characters and with single
// spaces, so that line ends, encodings and markup make no second article.
func identify(a *Article) ID {
	h := sha256.New()
	line := func(s string) {
		for word := range strings.FieldsSeq(norm.NFC.String(s)) {
			io.WriteString(h, word)
			io.WriteString(h, " ")
		}
		io.WriteString(h, "\n")
	}
	line(a.At(a.Head))
	for _, s := range a.Body {
		line(a.At(s))
	}
	return ID(hex.EncodeToString(h.Sum(nil)[:8]))
}

// webAddress accepts an absolute http or https address, and gives it back with the
// publisher that its host names; anything else is no address at all.
func webAddress(s string) (address, publisher string) {
	u, err := url.Parse(strings.TrimSpace(s))
	if err != nil || u.Host == "" || u.User != nil {
		return "", ""
	}
	u.Scheme = strings.ToLower(u.Scheme)
	if u.Scheme != "http" && u.Scheme != "https" {
		return "", ""
	}
	host := strings.ToLower(strings.TrimSuffix(u.Hostname(), "."))
	if host == "" || !utf8.ValidString(host) || strings.ContainsAny(host, " <>\"\\") {
		return "", ""
	}
	if _, err := netip.ParseAddr(host); err == nil {
		return u.String(), host
	}
	return u.String(), strings.TrimPrefix(host, "www.")
}
