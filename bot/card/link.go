package card

import (
	"net/url"
	"strings"

	"golang.org/x/net/idna"
)

// maxLink is the longest address put into a card, in bytes after encoding.
const maxLink = 512

// link is the label made pressable; "" when the address is not one to press. The label
// is always this program's own words: Discord shows escapes inside a link as they are.
func link(label Markdown, address string) Markdown {
	safe := safeAddress(address)
	if safe == "" {
		return ""
	}
	return "[" + label + "](" + Markdown(safe) + ")"
}

// host is the host of an address in ASCII, so that letters that look alike do not; ""
// when the address is not one to show.
func host(address string) string {
	u := readAddress(address)
	if u == nil {
		return ""
	}
	name, err := idna.Lookup.ToASCII(u.Hostname())
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(name, "www.")
}

// safeAddress encodes an http or https address so that it can stand in a link; "" when
// it cannot.
func safeAddress(address string) string {
	u := readAddress(address)
	if u == nil {
		return ""
	}
	name, err := idna.Lookup.ToASCII(u.Hostname())
	if err != nil || name == "" {
		return ""
	}
	if port := u.Port(); port != "" {
		name += ":" + port
	}
	u.Host, u.User = name, nil
	var b strings.Builder
	for _, c := range []byte(u.String()) {
		if c <= ' ' || c >= 0x7f || strings.IndexByte("()<>[]\\`*_~|\"'", c) >= 0 {
			const hex = "0123456789ABCDEF"
			b.Write([]byte{'%', hex[c>>4], hex[c&15]})
			continue
		}
		b.WriteByte(c)
	}
	if b.Len() > maxLink {
		return ""
	}
	return b.String()
}

// readAddress parses an http or https address with a host; nil for any other.
func readAddress(address string) *url.URL {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" {
		return nil
	}
	return u
}
