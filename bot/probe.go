package bot

import (
	"context"
	"fmt"
	"net/http"
	"time"
)

// Probe asks Discord who the token belongs to and how many Identifies are left today,
// in one line for the operator. It does not connect.
func Probe(ctx context.Context, token, api string) (string, error) {
	door, err := newTransport(api, time.Now)
	if err != nil {
		return "", err
	}
	session, err := newSession(token, &http.Client{Transport: door, Timeout: 20 * time.Second})
	if err != nil {
		return "", err
	}
	r := &rest{session: session}
	var me struct {
		Username string `json:"username"`
	}
	if err := r.call(ctx, request{method: http.MethodGet, path: "users/@me", route: "users/@me", bucket: "me"}, &me); err != nil {
		return "", err
	}
	limit, err := r.sessionLimit(ctx)
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("the token is %s's; %d of %d connections left today", me.Username, limit.Remaining, limit.Total), nil
}
