package discord

import (
	"context"
	"net/http"
)

// Answer gives an interaction its first answer. Discord forgets the interaction after
// three seconds, and accepts one first answer: a second gets CodeAlreadyAnswered.
func (c *Client) Answer(ctx context.Context, i *Interaction, answer Callback) error {
	return c.call(ctx, request{
		method: http.MethodPost,
		path:   "interactions/" + i.ID + "/" + i.Token + "/callback",
		route:  "interaction callback",
		bucket: bucket("callback", i.ID),
		body:   answer,
		files:  answer.files(),
		repeat: true,
	}, nil)
}

// EditAnswer replaces a deferred answer. The interaction's token lives for 15 minutes.
func (c *Client) EditAnswer(ctx context.Context, i *Interaction, m Message) error {
	return c.call(ctx, request{
		method: http.MethodPatch,
		path:   "webhooks/" + i.AppID + "/" + i.Token + "/messages/@original",
		route:  "edit of a deferred answer",
		bucket: bucket("amend", i.ID),
		body:   m,
		files:  m.Files,
	}, nil)
}

// FollowUp adds a message to an interaction that has its first answer.
func (c *Client) FollowUp(ctx context.Context, i *Interaction, m Message) error {
	return c.call(ctx, request{
		method: http.MethodPost,
		path:   "webhooks/" + i.AppID + "/" + i.Token,
		route:  "follow-up to an interaction",
		bucket: bucket("amend", i.ID),
		body:   m,
		files:  m.Files,
	}, nil)
}
