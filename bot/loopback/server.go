package loopback

import (
	"context"
	"errors"
	"net"
	"net/http"
	"sync"
)

// A Server is a local Discord on 127.0.0.1. Its methods may be called from any goroutine. Close it when done.
type Server struct {
	opts     Options
	listener net.Listener
	http     *http.Server
	mux      *http.ServeMux
	routines sync.WaitGroup

	mu           sync.Mutex
	changed      chan struct{} // closed and replaced whenever anything below changes
	closed       bool
	closing      chan struct{} // closed by Close
	state        state
	rest         restState
	gateway      gatewayState
	interactions map[string]*interaction // by ID
	tokens       map[string]*interaction // by token
}

// A restState is what REST requests leave behind.
type restState struct {
	requests []Request
	problems []error // validation errors
	faults   []*RESTFault
	held     int
	buckets  map[string]*bucket // by path
}

// URL is the base address, "http://127.0.0.1:PORT". Paths below it are those of https://discord.com: /api/v10/… .
func (s *Server) URL() string { return "http://" + s.listener.Addr().String() }

func (s *Server) socketURL(path string) string { return "ws://" + s.listener.Addr().String() + path }

// Client is an HTTP client that sends every request to this server, also those for another host.
func (s *Server) Client() *http.Client {
	return &http.Client{Transport: redirect{host: s.listener.Addr().String(), to: &http.Transport{}}}
}

type redirect struct {
	host string
	to   http.RoundTripper
}

// RoundTrip implements http.RoundTripper.
func (r redirect) RoundTrip(req *http.Request) (*http.Response, error) {
	req = req.Clone(req.Context())
	req.URL.Scheme, req.URL.Host = "http", r.host
	return r.to.RoundTrip(req)
}

// notify wakes all who wait for a change. The caller holds s.mu.
func (s *Server) notify() {
	close(s.changed)
	s.changed = make(chan struct{})
}

// locked returns what read returns while it holds s.mu.
func locked[T any](s *Server, read func() T) T {
	s.mu.Lock()
	defer s.mu.Unlock()
	return read()
}

// change does something while it holds s.mu, and wakes all who wait for a change.
func (s *Server) change(do func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	do()
	s.notify()
}

// Wait blocks until done reports true. It asks once at the start and again after every change: a request answered,
// a connection opened or lost, an event sent. done may call the server's methods.
func (s *Server) Wait(ctx context.Context, done func() bool) error {
	for {
		s.mu.Lock()
		changed, closed := s.changed, s.closed
		s.mu.Unlock()
		if done() {
			return nil
		}
		if closed {
			return errors.New("the loopback Discord is closed")
		}
		select {
		case <-changed:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}
