package loopback_test

import (
	"fmt"
	"sync"
	"testing"

	"github.com/bwmarrin/discordgo"

	"rapporteur/bot/loopback"
)

func TestAwait(t *testing.T) {
	t.Parallel()
	h := newHarness(t, loopback.Options{})
	in, seen := h.useGo(t)
	h.want(t, "POST", in.callback(), message("first"), 204, 0)
	first := (<-seen).Reply
	more := make(chan outcome, 1)
	go func() {
		err := h.s.Wait(patience(t), func() bool { return len(h.s.Reply(first.Interaction).All()) == 3 })
		more <- outcome{h.s.Reply(first.Interaction), err}
	}()
	for _, text := range []string{"second", "third"} {
		h.want(t, "POST", in.hook(), obj{"content": text}, 200, 0)
	}
	if got := <-more; got.err != nil || got.FollowUps[1].Content != "third" {
		t.Errorf("got %+v", got)
	}
}

// TestManyAtOnce has many members ask at once; everybody gets the answer to what
// they asked.
func TestManyAtOnce(t *testing.T) {
	t.Parallel()
	s := start(t, loopback.Options{})
	bot := connect(t, s, func(bot *discordgo.Session, i *discordgo.InteractionCreate) {
		bot.InteractionRespond(i.Interaction, &discordgo.InteractionResponse{
			Type: discordgo.InteractionResponseChannelMessageWithSource,
			Data: &discordgo.InteractionResponseData{Content: i.ApplicationCommandData().Options[0].StringValue()},
		})
	})
	register(t, bot, echo())
	ctx := patience(t)
	var all sync.WaitGroup
	for i := range 50 {
		all.Go(func() {
			text := fmt.Sprint("number ", i)
			reply, err := s.Command(ctx, loopback.Actor{}, "echo", loopback.Value{Name: "text", Value: text})
			if err != nil || reply.Message.Content != text {
				t.Errorf("%s: got %+v, %v", text, reply.Message, err)
			}
		})
	}
	all.Wait()
	if n := len(s.Messages(loopback.DefaultChannel)); n != 50 {
		t.Errorf("%d messages, want 50", n)
	}
}
