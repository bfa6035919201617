package loopback

import (
	"errors"
	"fmt"
	"maps"
	"net/http"
	"regexp"
	"strings"

	"github.com/gorilla/websocket"
)

// A call is one REST request while it is being answered.
type call struct {
	*Request
	vars    func(name string) string
	headers map[string]string
}

// A route is a method and path, and what answers it with s.mu held. A nil result
// is answered 204.
type route struct {
	pattern string // as http.ServeMux has it
	do      func(*Server, *call) (any, error)
	open    bool // answered without a bot's token
}

var versionPrefix = regexp.MustCompile(`^(/api)?(/v\d+)?/`)

// routes is every address the server answers.
func (s *Server) routes() *http.ServeMux {
	mux := http.NewServeMux()
	for _, list := range [][]route{generalRoutes(), channelRoutes(), commandRoutes(), interactionRoutes()} {
		for _, r := range list {
			mux.HandleFunc(r.pattern, func(w http.ResponseWriter, req *http.Request) { s.answer(w, req, r) })
		}
	}
	mux.HandleFunc("/", func(w http.ResponseWriter, req *http.Request) {
		s.answer(w, req, route{open: true, do: func(*Server, *call) (any, error) { return nil, unknownRoute() }})
	})
	return mux
}

func (s *Server) serve(w http.ResponseWriter, r *http.Request) {
	if websocket.IsWebSocketUpgrade(r) {
		s.serveGateway(w, r)
		return
	}
	r.URL.Path = versionPrefix.ReplaceAllString(r.URL.Path, "/")
	r.URL.RawPath = ""
	s.mux.ServeHTTP(w, r)
}

// answer carries one request out: read it, judge it, play a fault if one is due,
// do what it asks, reply.
func (s *Server) answer(w http.ResponseWriter, r *http.Request, rt route) {
	c := &call{vars: r.PathValue, headers: map[string]string{}, Request: &Request{
		At: s.opts.Now(), Method: r.Method, Path: r.URL.Path, Query: r.URL.Query(), Header: r.Header.Clone(),
	}}
	if _, template, ok := strings.Cut(rt.pattern, " "); ok {
		c.Route = template
	}
	readErr := c.read(w, r)
	s.judge(*c.Request)

	fault := s.dueFault(c.Request)
	if fault == nil {
		fault = &RESTFault{}
	}
	s.hold(r, fault)
	body := s.carryOut(c, rt, fault, readErr)
	s.reply(w, c, fault, body)
}

// hold keeps a request until its fault lets go; a request given up meanwhile, or
// overtaken by Close, ends here.
func (s *Server) hold(r *http.Request, fault *RESTFault) {
	if fault.Hold == nil {
		return
	}
	s.countHeld(1)
	defer s.countHeld(-1)
	select {
	case <-fault.Hold:
	case <-r.Context().Done():
		panic(http.ErrAbortHandler) // net/http's way to cut a connection without an answer
	case <-s.closing:
		panic(http.ErrAbortHandler)
	}
}

func (s *Server) countHeld(n int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.rest.held += n
	s.notify()
}

// carryOut does what the request asks, records how it went in the same breath,
// and returns what is to be answered.
func (s *Server) carryOut(c *call, rt route, fault *RESTFault, err error) []byte {
	s.mu.Lock()
	defer s.mu.Unlock()
	var body any
	if err == nil {
		err = s.stopped(c, rt, fault)
	}
	if err == nil {
		body, err = rt.do(s, c)
	}
	if err == nil && fault.Accept {
		err = fault.err()
	}
	c.Status = http.StatusOK
	var api *apiError
	switch {
	case errors.As(err, &api):
		c.Status, c.Code, c.Err, body = api.status, api.code, api.Error(), api.body()
		c.Scope = api.headers["X-RateLimit-Scope"]
		maps.Copy(c.headers, api.headers)
	case err != nil:
		c.Status, c.Err, body = http.StatusBadRequest, err.Error(), map[string]any{"message": err.Error(), "code": 0}
	case body == nil:
		c.Status = http.StatusNoContent
	}
	if fault.CutAfter {
		c.Status = 0
	}
	s.rest.requests = append(s.rest.requests, *c.Request)
	s.notify()
	// Marshalled here, as body may point to what the next request changes.
	return mustJSON(body)
}

// stopped is what stands before carrying a request out: a fault, a wrong token, a
// rate limit.
func (s *Server) stopped(c *call, rt route, fault *RESTFault) error {
	if err := fault.err(); err != nil && !fault.Accept {
		return err
	}
	if !rt.open && c.Header.Get("Authorization") != "Bot "+s.opts.Token || s.gateway.reset {
		return unauthorized()
	}
	return s.limit(c)
}

func (s *Server) judge(r Request) {
	if s.opts.Judge == nil || r.Body == nil || r.Route == "" {
		return
	}
	if err := s.opts.Judge(r); err != nil {
		s.mu.Lock()
		s.rest.problems = append(s.rest.problems, fmt.Errorf("%s %s: %w", r.Method, r.Path, err))
		s.mu.Unlock()
	}
}

func (s *Server) reply(w http.ResponseWriter, c *call, fault *RESTFault, body []byte) {
	if fault.CutAfter {
		panic(http.ErrAbortHandler)
	}
	for name, value := range c.headers {
		w.Header().Set(name, value)
	}
	kind := "application/json"
	if fault.HTML {
		kind, body = "text/html", []byte("<!doctype html><title>Access denied | discord.com used Cloudflare to restrict access</title>")
	}
	w.Header().Set("Content-Type", kind)
	if c.Status == http.StatusNoContent {
		body = nil
	}
	w.WriteHeader(c.Status)
	w.Write(body)
}
