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

// finish fills in what follows from the rest: ID, title, publisher, language, and how the day is known.
func (a *Article) finish() error {
	if len(a.Body) == 0 && a.Head.Empty() {
		return errEmpty
	}
	a.Title = oneLine(a.At(a.Head))
	if a.Title == "" && len(a.Body) > 0 {
		a.Title = opening(oneLine(a.At(a.Body[0])))
	}
	a.URL, a.Publisher = webAddress(a.URL)
	a.Dated = FromUnknown
	if !a.Published.IsZero() {
		a.Dated = FromHeader
	}
	a.ID = identify(a)
	a.Language = language(a)
	return nil
}

// oneLine is s with single spaces.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// opening is the first words of an article without a title, which serve as one.
func opening(s string) string {
	const most = 100
	if len(s) <= most {
		return s
	}
	cut := strings.LastIndexByte(s[:most], ' ')
	if cut < most/2 {
		cut = len(strings.ToValidUTF8(s[:most], ""))
	}
	return strings.ToValidUTF8(s[:cut], "") + "…"
}

// identify hashes the title and the body, in composed characters and with single spaces, so that other line ends,
// encodings or markup give the same ID.
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

// webAddress returns an absolute http or https address and its host as the publisher; "" for anything else.
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
