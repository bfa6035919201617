package article

import (
	"crypto/sha256"
	"encoding/hex"
	"net/netip"
	"net/url"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// identify hashes the title and the body, in composed characters and with single
// spaces, so that line ends, encodings and markup make no second article.
func identify(a *Article) ID {
	buf := make([]byte, 0, len(a.Text)+len(a.Body)+1)
	line := func(s string) {
		for word := range strings.FieldsSeq(norm.NFC.String(s)) {
			buf = append(append(buf, word...), ' ')
		}
		buf = append(buf, '\n')
	}
	line(a.At(a.Head))
	for _, s := range a.Body {
		line(a.At(s))
	}
	sum := sha256.Sum256(buf)
	return ID(hex.EncodeToString(sum[:8]))
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
