package card

import (
	"fmt"
	"net/url"
	"strings"

	"golang.org/x/net/idna"
)

// maxAddress is the longest address put into a card, in bytes after encoding.
const maxAddress = 512

// host is the host of an address in ASCII, so that look-alike letters show; "" when the address is not one to show.
func host(address string) string {
	_, name := readAddress(address)
	return strings.TrimPrefix(name, "www.")
}

// safeAddress encodes an http or https address so that it fits into a link; "" when it cannot.
func safeAddress(address string) string {
	u, name := readAddress(address)
	if name == "" {
		return ""
	}
	if port := u.Port(); port != "" {
		name += ":" + port
	}
	u.Host, u.User = name, nil
	var b strings.Builder
	for _, c := range []byte(u.String()) {
		if c <= ' ' || c >= 0x7f || strings.IndexByte("()<>[]\\`*_~|\"'", c) >= 0 {
			fmt.Fprintf(&b, "%%%02X", c)
			continue
		}
		b.WriteByte(c)
	}
	if b.Len() > maxAddress {
		return ""
	}
	return b.String()
}

// readAddress parses an http or https address and returns its host in ASCII; "" for any other address.
func readAddress(address string) (u *url.URL, host string) {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" {
		return nil, ""
	}
	host, err = idna.Lookup.ToASCII(u.Hostname())
	if err != nil {
		return nil, ""
	}
	return u, host
}
