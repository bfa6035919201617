package discord

import (
	"context"
	"net/http"
)

// Commands lists the application's global commands.
func (c *Client) Commands(ctx context.Context, app string) ([]CommandDefinition, error) {
	var all []CommandDefinition
	err := c.get(ctx, "applications/"+app+"/commands", "applications/commands", &all)
	return all, err
}

// OverwriteCommands replaces the application's global commands and returns them as Discord
// stores them, with their IDs.
func (c *Client) OverwriteCommands(
	ctx context.Context, app string, all []CommandDefinition,
) ([]CommandDefinition, error) {
	var stored []CommandDefinition
	err := c.call(ctx, request{
		method: http.MethodPut, path: "applications/" + app + "/commands", route: "applications/commands",
		bucket: "commands", body: all,
	}, &stored)
	return stored, err
}
