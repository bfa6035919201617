package command

import (
	"encoding/json"
	"regexp"
	"strings"
	"testing"

	"rapporteur/bot/discord"
)

// The table stays within Discord's limits.
func TestCommandTable(t *testing.T) {
	t.Parallel()
	name := regexp.MustCompile(`^[a-z0-9_-]{1,32}$`)
	for _, c := range Commands() {
		if c.Run == nil || c.Help == "" || discord.Length(c.Help) > discord.MaxDescription || len(c.Options) > discord.MaxOptions {
			t.Errorf("%s: no Run, no help, too long a help or too many options", c.Name)
		}
		for _, word := range strings.Fields(c.Name) {
			if !c.OnMessage && !name.MatchString(word) {
				t.Errorf("%s: %q cannot be the name of a command", c.Name, word)
			}
		}
		optional := false
		for _, o := range c.Options {
			if !name.MatchString(o.Name) || o.Help == "" || discord.Length(o.Help) > discord.MaxDescription || optional && o.Required {
				t.Errorf("%s %s: bad name or help, or required after an optional one", c.Name, o.Name)
			}
			optional = optional || !o.Required
		}
	}
	slash, menu := 0, 0
	for _, d := range Definitions(Commands()) {
		text, err := json.Marshal(d)
		if err != nil || len(text) > discord.MaxCommandText {
			t.Errorf("%s: %d bytes, %v", d.Name, len(text), err)
		}
		if d.Type == discord.MessageCommand {
			menu++
		} else {
			slash++
		}
		restricted := d.Permissions != nil && *d.Permissions == "32" && len(d.Contexts) == 1 && len(d.Integrations) == 1
		if d.Name == "admin" && !restricted {
			t.Errorf("/admin is open to members: %s", text)
		}
		if d.Name != "admin" && d.Permissions != nil {
			t.Errorf("/%s is closed to members", d.Name)
		}
	}
	if slash > discord.MaxSlashCommands || menu > discord.MaxMessageCommands {
		t.Errorf("%d slash commands and %d in menus", slash, menu)
	}
}
