package loopback

import (
	"errors"
	"fmt"
	"maps"
	"net/http"
	"regexp"
	"strings"
)

// routes is every address the server answers: with the bot's token only, or open to all.
func routes() []route {
	const (
		token, open = false, true

		channel = "/channels/{channel_id}"
		message = channel + "/messages/{message_id}"
		app     = "/applications/{application_id}"
		hook    = "/webhooks/{webhook_id}/{webhook_token}"
	)
	list := []route{
		{"GET /gateway", getGateway, open},
		{"GET /gateway/bot", getGatewayBot, token},
		{"GET /users/@me", getSelf, token},
		{"GET /users/{user_id}", getUser, token},
		{"GET /users/@me/guilds", getGuilds, token},
		{"POST /users/@me/channels", openDirectChannel, token},
		{"GET /oauth2/applications/@me", getApplication, token},
		{"GET /applications/@me", getApplication, token},
		{"GET /guilds/{guild_id}", inGuild(getGuild), token},
		{"GET /guilds/{guild_id}/channels", inGuild(getGuildChannels), token},
		{"GET /guilds/{guild_id}/members/{user_id}", getMember, token},
		{"GET " + channel, inChannel(0, getChannel), token},
		{"GET " + channel + "/messages", inChannel(ReadMessageHistory, listMessages), token},
		{"POST " + channel + "/messages", createMessage, token},
		{"GET " + message, onMessage(ReadMessageHistory, show), token},
		{"PATCH " + message, onMessage(0, editOwnMessage), token},
		{"DELETE " + message, onMessage(0, deleteMessage), token},
		{"POST " + message + "/crosspost", onMessage(SendMessages, crosspost), token},
		{"POST " + message + "/threads", onMessage(CreatePublicThreads, startThreadFromMessage), token},
		{"POST " + channel + "/threads", inChannel(CreatePublicThreads, startThread), token},
		{"POST " + channel + "/typing", inChannel(SendMessages, typing), token},
		{"POST /interactions/{interaction_id}/{interaction_token}/callback", answerInteraction, open},
		{"POST " + hook, onInteraction(followUp), open},
	}
	for _, commands := range []string{app + "/commands", app + "/guilds/{guild_id}/commands"} {
		list = append(list, []route{
			{"GET " + commands, inScope(listCommands), token},
			{"PUT " + commands, inScope(overwriteCommands), token},
			{"POST " + commands, inScope(createCommand), token},
			{"GET " + commands + "/{command_id}", onCommand(show), token},
			{"PATCH " + commands + "/{command_id}", onCommand(editCommand), token},
			{"DELETE " + commands + "/{command_id}", onCommand(deleteCommand), token},
		}...)
	}
	for _, answer := range []string{hook + "/messages/@original", hook + "/messages/{message_id}"} {
		list = append(list, []route{
			{"GET " + answer, onAnswer(getAnswer), open},
			{"PATCH " + answer, onAnswer(editAnswer), open},
			{"DELETE " + answer, onAnswer(deleteAnswer), open},
		}...)
	}
	return list
}

// Routes lists what the REST half serves, as "METHOD /template" with the templates of Discord's own document.
func Routes() []string {
	var all []string
	for _, r := range routes() {
		all = append(all, r.pattern)
	}
	return all
}

func (s *Server) restMux() *http.ServeMux {
	mux := http.NewServeMux()
	unknown := func(*Server, *call) (any, error) { return nil, unknownRoute() }
	for _, r := range append(routes(), route{"/", unknown, true}) {
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
	_, c.Route, _ = strings.Cut(rt.pattern, " ")
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
