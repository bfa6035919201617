package loopback

import "time"

func getGateway(s *Server, _ *call) (any, error) {
	return map[string]any{"url": s.socketURL("/gateway/")}, nil
}

func getGatewayBot(s *Server, _ *call) (any, error) {
	recent := s.gateway.recentIdentifies(s.opts.Now())
	reset := time.Duration(0)
	if len(recent) > 0 {
		reset = 24*time.Hour - s.opts.Now().Sub(recent[0])
	}
	return map[string]any{
		"url": s.socketURL("/gateway/"), "shards": s.opts.Shards,
		"session_start_limit": map[string]any{
			"total":           s.opts.IdentifiesPerDay,
			"remaining":       max(0, s.opts.IdentifiesPerDay-len(recent)),
			"reset_after":     reset.Milliseconds(),
			"max_concurrency": 1,
		},
	}, nil
}
