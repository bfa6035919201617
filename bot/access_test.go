package bot

import (
	"errors"
	"strings"
	"testing"

	"rapporteur/bot/command"
	"rapporteur/bot/discord"
	"rapporteur/bot/loopback"
	"rapporteur/briefing"
	"rapporteur/briefing/digest"
)

// Only moderators may use their commands, even where others can see them: administrators can
// show a command to anyone, and what Discord hides is only a default.
func TestOnlyModeratorsAdminister(t *testing.T) {
	t.Parallel()
	const helperID, managerID = "300000000000000009", "300000000000000008"
	guild := loopback.Guild{
		ID: "100000000000000001", Name: "The Newsroom",
		Channels: []loopback.Channel{{ID: loopback.DefaultChannel, Name: "briefings"}},
		Members: []loopback.Member{
			{ID: loopback.AdminID, Name: "Ada", Permissions: loopback.Administrator},
			{ID: managerID, Name: "Max", Permissions: loopback.ManageGuild | loopback.UseCommands},
			{ID: loopback.MemberID, Name: "Ben"},
			{ID: helperID, Name: "Dee", Permissions: loopback.ManageMessages | loopback.UseCommands},
		},
	}
	commands := map[string][]loopback.Value{
		"admin digest add":     {{Name: "channel", Value: "briefings"}, {Name: "at", Value: "09:00"}},
		"admin digest list":    nil,
		"admin digest edit":    {{Name: "digest", Value: "1"}, {Name: "at", Value: "10:00"}},
		"admin digest remove":  {{Name: "digest", Value: "1"}},
		"admin digest run":     {{Name: "digest", Value: "1"}},
		"admin digest preview": {{Name: "digest", Value: "1"}},
		"admin digest pause":   {{Name: "digest", Value: "1"}},
		"admin digest resume":  {{Name: "digest", Value: "1"}},
		"admin timezone":       {{Name: "zone", Value: "Europe/Tallinn"}},
		"admin check":          nil,
	}
	for _, c := range command.Commands() {
		if _, tried := commands[c.Name]; c.Access == command.Moderators && !tried {
			t.Errorf("%s is not tried here", c.Name)
		}
	}
	for user, allowed := range map[string]bool{loopback.AdminID: true, managerID: true, loopback.MemberID: false, helperID: false} {
		for name, values := range commands {
			t.Run(user+" "+name, func(t *testing.T) {
				t.Parallel()
				digests := &fakeDigests{digests: map[string][]digest.Digest{guild.ID: {{ID: 1, Settings: digest.Settings{Channel: loopback.DefaultChannel}}}}}
				st := open(t, loopback.Options{Guilds: []loopback.Guild{guild}}, Options{Admin: digests})
				reply, err := st.Command(st.ctx, loopback.Actor{User: user, Force: true}, name, values...)
				if err != nil {
					t.Fatal(err)
				}
				refused := strings.Contains(shown(reply.Message), "Manage Server")
				if refused == allowed {
					t.Errorf("allowed: %t, but the reply is:\n%s", allowed, shown(reply.Message))
				}
				if !reply.Message.Ephemeral() {
					t.Error("the reply is public")
				}
				if got := len(digests.ran) > 0 || digests.digests[guild.ID] == nil; got && !allowed {
					t.Error("the command ran although it was refused")
				}
			})
		}
	}
}

// Direct messages have no guild to administer, and Discord shows no /admin there.
func TestNoAdminInDirectMessages(t *testing.T) {
	t.Parallel()
	st := open(t, loopback.Options{}, Options{Admin: &fakeDigests{}})
	_, err := st.Command(st.ctx, loopback.Actor{User: loopback.AdminID, Direct: true}, "admin digest list")
	if err == nil {
		t.Error("/admin is shown in direct messages")
	}
	req := st.bot.request(st.ctx, &discord.Interaction{ID: "1", User: &discord.User{ID: "1"}, Type: discord.InteractionCommand})
	if command.CheckAccess(command.Moderators, req) == nil {
		t.Error("an interaction without a member may administer")
	}
}

// Buttons and completions are checked like commands: they outlive a moderator's role.
func TestRoleLost(t *testing.T) {
	t.Parallel()
	digests := &fakeDigests{}
	st := open(t, loopback.Options{}, Options{Admin: digests})
	reply, err := st.Command(st.ctx, loopback.Actor{}, "admin digest add",
		loopback.Value{Name: "channel", Value: "news"}, loopback.Value{Name: "at", Value: "09:00"})
	if err != nil {
		t.Fatal(err)
	}
	st.Grant(loopback.DefaultGuild, loopback.AdminID, loopback.SendMessages|loopback.UseCommands)
	for _, label := range []string{"Preview", "Run now", "Pause"} {
		pressedReply, err := st.Press(st.ctx, loopback.Actor{}, reply.Message.ID, buttonID(t, reply.Message, label))
		if err != nil {
			t.Fatal(err)
		}
		if text := shown(pressedReply.Message); !strings.Contains(text, "Manage Server") {
			t.Errorf("%s still works:\n%s", label, text)
		}
	}
	offered, err := st.Autocomplete(st.ctx, loopback.Actor{Force: true}, "admin digest run", "digest", loopback.Value{Name: "digest", Value: ""})
	if err != nil || len(offered) > 0 {
		t.Errorf("digests are offered to a member: %v, %v", offered, err)
	}
	if len(digests.ran) > 0 {
		t.Errorf("digests were run: %v", digests.ran)
	}
}

// No guild sees what another has.
func TestGuildsAreSeparate(t *testing.T) {
	t.Parallel()
	guilds := []loopback.Guild{}
	for _, n := range []string{"1", "2"} {
		guilds = append(guilds, loopback.Guild{
			ID: "10000000000000000" + n, Name: "Guild " + n,
			Channels: []loopback.Channel{{ID: "20000000000000000" + n, Name: "news"}},
			Members:  []loopback.Member{{ID: "30000000000000000" + n, Name: "Ada" + n, Permissions: loopback.Administrator}},
		})
	}
	asked := make(chan string, 10)
	desk := sampleDesk()
	desk.asked = func(a briefing.Asker) { asked <- a.Guild }
	st := open(t, loopback.Options{Guilds: guilds}, Options{Desk: desk, Admin: &fakeDigests{}})
	first, second := loopback.Actor{Channel: guilds[0].Channels[0].ID}, loopback.Actor{Channel: guilds[1].Channels[0].ID}
	if _, err := st.Command(st.ctx, first, "admin digest add", loopback.Value{Name: "channel", Value: "news"}, loopback.Value{Name: "at", Value: "09:00"}); err != nil {
		t.Fatal(err)
	}
	for actor, want := range map[loopback.Actor]string{first: "server: 1", second: "server: 0"} {
		reply, err := st.Command(st.ctx, actor, "admin digest list")
		if err != nil || !strings.Contains(shown(reply.Message), want) {
			t.Errorf("want %q, got %v\n%s", want, err, shown(reply.Message))
		}
	}
	for i, actor := range []loopback.Actor{first, second} {
		if _, err := st.Command(st.ctx, actor, "brief"); err != nil {
			t.Fatal(err)
		}
		if guild := <-asked; guild != guilds[i].ID {
			t.Errorf("the desk was asked for guild %s in guild %s", guild, guilds[i].ID)
		}
	}
}

// A channel that Discord did not find in the guild is refused: it could be in another guild.
func TestForgedChannel(t *testing.T) {
	t.Parallel()
	b, err := New(Options{Token: "t", Desk: &fakeDesk{}})
	if err != nil {
		t.Fatal(err)
	}
	for resolved, refused := range map[string]bool{"9001": false, "9002": true} {
		ix, err := discord.ReadInteraction([]byte(`{"id": "1", "token": "t", "guild_id": "42", "type": 2, "data": {"name": "admin",
			"resolved": {"channels": {"` + resolved + `": {"id": "` + resolved + `"}}},
			"options": [{"name": "digest", "type": 2, "options": [{"name": "add", "type": 1, "options": [{"name": "channel", "type": 7, "value": "9001"}]}]}]}}`))
		if err != nil {
			t.Fatal(err)
		}
		_, err = b.parseCommand(ix, command.Request{Guild: "42", User: "7", Moderator: true})
		var bad *briefing.InputError
		if errors.As(err, &bad) != refused || refused && bad.Option != "channel" {
			t.Errorf("channel 9001 where Discord found %s: %v", resolved, err)
		}
	}
}
