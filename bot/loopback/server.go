package loopback

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"sync"
	"time"
)

// A Server is a Discord of its own on 127.0.0.1. Its methods may be called from
// any goroutine. Close it when done.
type Server struct {
	opts     Options
	listener net.Listener
	http     *http.Server
	mux      *http.ServeMux
	routines sync.WaitGroup

	mu      sync.Mutex
	changed chan struct{} // closed and replaced whenever anything below changes
	closed  bool
	closing chan struct{} // closed by Close
	ids     idMaker
	world   world
	rest    restState
	gateway gatewayState
	asked   map[string]*interaction // by ID
	tokens  map[string]*interaction // by token
}

// Start listens on a free port of 127.0.0.1.
func Start(opts Options) (*Server, error) {
	opts = opts.withDefaults()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, fmt.Errorf("listen for a loopback Discord: %w", err)
	}
	s := &Server{
		opts:     opts,
		listener: listener,
		changed:  make(chan struct{}),
		closing:  make(chan struct{}),
		ids:      idMaker{now: opts.Now},
		asked:    map[string]*interaction{},
		tokens:   map[string]*interaction{},
	}
	s.world = newWorld(opts.Guilds)
	s.rest = newRESTState()
	s.gateway = newGatewayState()
	s.mux = s.routes()
	s.http = &http.Server{Handler: http.HandlerFunc(s.serve), ReadHeaderTimeout: time.Minute}
	s.routines.Go(func() { s.http.Serve(listener) })
	return s, nil
}

// URL is the base address, "http://127.0.0.1:PORT". Paths below it are those of
// https://discord.com: /api/v10/channels/… .
func (s *Server) URL() string { return "http://" + s.listener.Addr().String() }

func (s *Server) socketURL(path string) string { return "ws://" + s.listener.Addr().String() + path }

// Client is an HTTP client that sends every request to this server, whatever
// host its address names.
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

// lastWords is how long Close lets requests in flight finish.
const lastWords = time.Second

// Close cuts every gateway connection, lets the requests in flight finish, ends
// those a RESTFault holds, and waits until no goroutine of the server is left.
func (s *Server) Close() error {
	s.mu.Lock()
	if s.closed {
		s.mu.Unlock()
		return nil
	}
	s.closed = true
	close(s.closing)
	s.cutAll()
	s.notify()
	s.mu.Unlock()
	ctx, cancel := context.WithTimeout(context.Background(), lastWords)
	defer cancel()
	if s.http.Shutdown(ctx) != nil {
		s.http.Close() // what did not finish is cut
	}
	s.routines.Wait()
	return nil
}

// notify wakes everybody who waits for a change. The caller holds s.mu.
func (s *Server) notify() {
	close(s.changed)
	s.changed = make(chan struct{})
}

// ErrClosed is the answer to waiting on a Server that has been closed.
var ErrClosed = errors.New("the loopback Discord is closed")

// Wait blocks until done reports true. It asks once at the start and again after
// every change: a request answered, a connection opened or lost, an event sent.
// done may call the server's methods.
func (s *Server) Wait(ctx context.Context, done func() bool) error {
	for {
		s.mu.Lock()
		changed, closed := s.changed, s.closed
		s.mu.Unlock()
		if done() {
			return nil
		}
		if closed {
			return ErrClosed
		}
		select {
		case <-changed:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// WaitReady blocks until a bot is connected and identified, or has resumed.
func (s *Server) WaitReady(ctx context.Context) error {
	if err := s.Wait(ctx, func() bool { return s.Tally().Live > 0 }); err != nil {
		return fmt.Errorf("wait for a bot to connect: %w", err)
	}
	return nil
}

// WaitCommands blocks until at least one command is registered and a bot is
// connected to answer it.
func (s *Server) WaitCommands(ctx context.Context) error {
	err := s.Wait(ctx, func() bool { return s.Tally().Live > 0 && len(s.Commands()) > 0 })
	if err != nil {
		return fmt.Errorf("wait for a bot to register its commands: %w", err)
	}
	return nil
}
