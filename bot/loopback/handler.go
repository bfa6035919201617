package loopback

import "net/http"

// Handler is the REST half without the network, for tests in virtual time: a request
// is carried out in the caller's goroutine. A cut connection is a panic with
// http.ErrAbortHandler, as net/http has it.
func (s *Server) Handler() http.Handler { return s.http.Handler }

// Routes lists what the REST half serves, as "METHOD /template" with the templates of
// Discord's own document.
func Routes() []string {
	var all []string
	for _, list := range [][]route{generalRoutes(), channelRoutes(), commandRoutes(), interactionRoutes()} {
		for _, r := range list {
			all = append(all, r.pattern)
		}
	}
	return all
}
