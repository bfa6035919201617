package loopback

import (
	"errors"
	"fmt"
	"maps"
	"net/http"
	"regexp"
	"slices"
	"strings"
)

// allRoutes is every address the server answers.
func allRoutes() []route {
	return slices.Concat(
		gatewayRoutes(), userRoutes(), channelRoutes(), commandRoutes(), callbackRoutes(), webhookRoutes(),
	)
}

// Routes lists what the REST half serves, as "METHOD /template" with the templates of Discord's own document.
func Routes() []string {
	var all []string
	for _, r := range allRoutes() {
		all = append(all, r.pattern)
	}
	return all
}

func (s *Server) restMux() *http.ServeMux {
	mux := http.NewServeMux()
	unknown := func(*Server, *call) (any, error) { return nil, unknownRoute() }
	for _, r := range append(allRoutes(), route{pattern: "/", do: unknown, open: true}) {
		mux.HandleFunc(r.pattern, func(w http.ResponseWriter, req *http.Request) { s.answer(w, req, r) })
	}
	return mux
}

var versionPrefix = regexp.MustCompile(`^(/api)?(/v\d+)?/`)

func (s *Server) serveREST(w http.ResponseWriter, r *http.Request) {
	r.URL.Path = versionPrefix.ReplaceAllString(r.URL.Path, "/")
	r.URL.RawPath = ""
	s.mux.ServeHTTP(w, r)
}

// answer handles one request: read it, validate it, apply a fault if one is due, do what it asks, reply.
func (s *Server) answer(w http.ResponseWriter, r *http.Request, rt route) {
	c := &call{vars: r.PathValue, headers: map[string]string{}, Request: &Request{
		At: s.opts.Now(), Method: r.Method, Path: r.URL.Path, Query: r.URL.Query(), Header: r.Header.Clone(),
	}}
	if _, template, ok := strings.Cut(rt.pattern, " "); ok {
		c.Route = template
	}
	readErr := c.read(w, r)
	s.validate(*c.Request)
	fault := locked(s, func() *RESTFault { return dueFault(s.rest.faults, c.Request) })
	s.hold(r, fault)
	body := s.carryOut(c, rt, fault, readErr)
	s.reply(w, c, fault, body)
}

func (s *Server) validate(r Request) {
	if s.opts.Validate == nil || r.Body == nil || r.Route == "" {
		return
	}
	if err := s.opts.Validate(r); err != nil {
		err = fmt.Errorf("%s %s: %w", r.Method, r.Path, err)
		s.change(func() { s.rest.problems = append(s.rest.problems, err) })
	}
}

// hold keeps a request until its fault lets it go on. It ends here when the bot gives up or the server closes.
func (s *Server) hold(r *http.Request, fault *RESTFault) {
	if fault.Hold == nil {
		return
	}
	s.change(func() { s.rest.held++ })
	defer s.change(func() { s.rest.held-- })
	select {
	case <-fault.Hold:
	case <-r.Context().Done():
		panic(http.ErrAbortHandler) // net/http's way to cut a connection without an answer
	case <-s.closing:
		panic(http.ErrAbortHandler)
	}
}

// carryOut does what the request asks, records the outcome under the same lock, and returns the body of the answer.
func (s *Server) carryOut(c *call, rt route, fault *RESTFault, err error) []byte {
	s.mu.Lock()
	defer s.mu.Unlock()
	var body any
	if err == nil {
		err = s.precheck(c, rt, fault)
	}
	if err == nil {
		body, err = rt.do(s, c)
	}
	if err == nil && fault.ApplyFirst {
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

// precheck is the error that keeps a request from being carried out: a fault, a wrong token, a rate limit.
func (s *Server) precheck(c *call, rt route, fault *RESTFault) error {
	if err := fault.err(); err != nil && !fault.ApplyFirst {
		return err
	}
	if !rt.open && c.Header.Get("Authorization") != "Bot "+s.opts.Token || s.gateway.tokenReset {
		return unauthorized()
	}
	if !s.opts.RateLimitMessages || c.Method != http.MethodPost || c.Route != "/channels/{channel_id}/messages" {
		return nil
	}
	b := s.rest.buckets[c.Path]
	if b == nil {
		b = &bucket{}
		s.rest.buckets[c.Path] = b
	}
	return b.take(s.opts.Now(), c.headers)
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
		kind = "text/html"
		body = []byte("<!doctype html><title>Access denied | discord.com used Cloudflare to restrict access</title>")
	}
	w.Header().Set("Content-Type", kind)
	if c.Status == http.StatusNoContent {
		body = nil
	}
	w.WriteHeader(c.Status)
	w.Write(body)
}
