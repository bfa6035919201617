package loopback

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"time"

	"github.com/gorilla/websocket"
)

// Start listens on a free port of 127.0.0.1.
func Start(opts Options) (*Server, error) {
	opts = opts.withDefaults()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, fmt.Errorf("listen for a loopback Discord: %w", err)
	}
	s := &Server{
		opts:         opts,
		listener:     listener,
		changed:      make(chan struct{}),
		closing:      make(chan struct{}),
		state:        newState(opts.Guilds, opts.Now),
		rest:         restState{buckets: map[string]*bucket{}},
		gateway:      gatewayState{conns: map[*conn]*session{}, sessions: map[string]*session{}},
		interactions: map[string]*interaction{},
		tokens:       map[string]*interaction{},
	}
	s.mux = s.restMux()
	s.http = &http.Server{Handler: http.HandlerFunc(s.serve), ReadHeaderTimeout: time.Minute}
	s.routines.Go(func() { s.http.Serve(listener) })
	return s, nil
}

func (s *Server) serve(w http.ResponseWriter, r *http.Request) {
	if websocket.IsWebSocketUpgrade(r) {
		s.serveGateway(w, r)
		return
	}
	s.serveREST(w, r)
}

// Handler is the REST half without the network, for tests in virtual time: a request is carried out in the caller's
// goroutine. A cut connection is a panic with http.ErrAbortHandler, as in net/http.
func (s *Server) Handler() http.Handler { return s.http.Handler }

// shutdownWait is how long Close lets requests in flight finish.
const shutdownWait = time.Second

// Close cuts every gateway connection, lets the requests in flight finish, ends
// those that a RESTFault holds, and waits until no goroutine of the server is left.
func (s *Server) Close() error {
	s.mu.Lock()
	if s.closed {
		s.mu.Unlock()
		return nil
	}
	s.closed = true
	close(s.closing)
	for c := range s.gateway.conns {
		c.cut()
	}
	s.gateway.sessions = map[string]*session{}
	s.notify()
	s.mu.Unlock()
	ctx, cancel := context.WithTimeout(context.Background(), shutdownWait)
	defer cancel()
	if s.http.Shutdown(ctx) != nil {
		s.http.Close() // requests that did not finish in time are cut
	}
	s.routines.Wait()
	return nil
}
