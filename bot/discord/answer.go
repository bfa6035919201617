package discord

import (
	"context"
	"net/http"
)

// Answer gives an interaction its first answer. Discord forgets the interaction after
// three seconds, and accepts one first answer: a second gets CodeAlreadyAnswered.
func (c *Client) Answer(ctx context.Context, i *Interaction, answer Callback) error {
	return c.call(ctx, request{
		method: http.MethodPost, path: "interactions/" + i.ID + "/" + i.Token + "/callback",
		route: "interaction callback", bucket: bucket("callback", i.ID),
		body: answer, picture: answer.picture(), repeat: true,
	}, nil)
}

// EditAnswer replaces a deferred answer. The interaction's token lives for 15 minutes.
func (c *Client) EditAnswer(ctx context.Context, i *Interaction, m Message) error {
	return c.callWebhook(ctx, i, m, http.MethodPatch, "/messages/@original", "edit of a deferred answer")
}

// FollowUp adds a message to an interaction that has its first answer.
func (c *Client) FollowUp(ctx context.Context, i *Interaction, m Message) error {
	return c.callWebhook(ctx, i, m, http.MethodPost, "", "follow-up to an interaction")
}

func (c *Client) callWebhook(ctx context.Context, i *Interaction, m Message, method, below, route string) error {
	return c.call(ctx, request{
		method: method, path: "webhooks/" + i.AppID + "/" + i.Token + below, route: route,
		bucket: bucket("edit", i.ID), body: m, picture: m.picture,
	}, nil)
}
