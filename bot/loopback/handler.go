package loopback

import "net/http"

// Handler is the REST half without the network, for tests in virtual time: a request
// is carried out in the caller's goroutine. A cut connection is a panic with
// http.ErrAbortHandler, as net/http has it.
func (s *Server) Handler() http.Handler { return s.http.Handler }
