package loopback_test

import (
	"context"
	"net/http"
	"testing"
	"time"

	"github.com/bwmarrin/discordgo"

	"rapporteur/bot/loopback"
)

// start runs a server for one test.
func start(t *testing.T, opts loopback.Options) *loopback.Server {
	t.Helper()
	s, err := loopback.Start(opts)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

// patience bounds a test that waits for something that never comes.
func patience(t *testing.T) context.Context {
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	t.Cleanup(cancel)
	return ctx
}

// connect opens a discordgo session to the server, whose handler answers every
// interaction.
func connect(t *testing.T, s *loopback.Server, handle func(*discordgo.Session, *discordgo.InteractionCreate)) *discordgo.Session {
	t.Helper()
	bot := session(t, s)
	if handle != nil {
		bot.AddHandler(handle)
	}
	if err := bot.Open(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { bot.Close() })
	return bot
}

func session(t *testing.T, s *loopback.Server) *discordgo.Session {
	t.Helper()
	bot, err := discordgo.New("Bot " + loopback.Token)
	if err != nil {
		t.Fatal(err)
	}
	bot.Client = s.Client()
	bot.LogLevel = -1 // the faults of these tests are expected
	bot.StateEnabled = false
	bot.ShouldReconnectOnError = false
	bot.ShouldRetryOnRateLimit = false
	bot.MaxRestRetries = 0
	bot.Identify.Intents = discordgo.IntentsGuilds
	return bot
}

func register(t *testing.T, bot *discordgo.Session, commands ...*discordgo.ApplicationCommand) {
	t.Helper()
	if _, err := bot.ApplicationCommandBulkOverwrite(loopback.ApplicationID, "", commands); err != nil {
		t.Fatal(err)
	}
}

// echo is a command with one option that takes any text.
func echo() *discordgo.ApplicationCommand {
	return &discordgo.ApplicationCommand{
		Name: "echo", Description: "says it again",
		Options: []*discordgo.ApplicationCommandOption{{
			Type: discordgo.ApplicationCommandOptionString, Name: "text", Description: "what to say", Required: true,
		}},
	}
}

func TestCommandIsAnswered(t *testing.T) {
	t.Parallel()
	s := start(t, loopback.Options{})
	bot := connect(t, s, func(bot *discordgo.Session, i *discordgo.InteractionCreate) {
		text := i.ApplicationCommandData().Options[0].StringValue()
		bot.InteractionRespond(i.Interaction, &discordgo.InteractionResponse{
			Type: discordgo.InteractionResponseChannelMessageWithSource,
			Data: &discordgo.InteractionResponseData{
				Content: i.Member.User.Username + " says " + text, Flags: discordgo.MessageFlagsEphemeral,
			},
		})
	})
	register(t, bot, echo())
	reply, err := s.Command(patience(t), loopback.Actor{}, "echo", loopback.Value{Name: "text", Value: "hello"})
	if err != nil {
		t.Fatal(err)
	}
	if reply.Message == nil || reply.Message.Content != "ada says hello" || !reply.Message.Ephemeral() {
		t.Fatalf("got %+v", reply.Message)
	}
	if n := len(s.Messages(loopback.DefaultChannel)); n != 0 {
		t.Errorf("a private reply can be read in the channel: %d messages", n)
	}
	requests := s.Requests()
	last := requests[len(requests)-1]
	if last.Route != "/interactions/{interaction_id}/{interaction_token}/callback" || last.Status != http.StatusNoContent {
		t.Errorf("last request: %s %d", last.Route, last.Status)
	}
}
