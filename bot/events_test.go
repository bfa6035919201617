package bot

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rapporteur/bot/card"
	"rapporteur/bot/discord"
	"rapporteur/bot/kv"
	"rapporteur/bot/loopback"
	"rapporteur/corpus/testenv"
)

// Recorded events cause no panic, and the interactions among them are answered.
func TestRecordedEvents(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob(filepath.Join(testenv.Shared(t, "discord", "payloads"), "*.json"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no recorded payloads, %v", err)
	}
	events, interactions := 0, 0
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var e struct {
			Kind string          `json:"t"`
			Data json.RawMessage `json:"d"`
		}
		if json.Unmarshal(raw, &e) != nil || e.Kind == "" {
			continue
		}
		events++
		st := open(t, loopback.Options{}, Options{Admin: &fakeDigests{}})
		requests := len(st.Requests())
		if e.Kind == "INTERACTION_CREATE" {
			interactions++
			i, err := discord.ReadInteraction(e.Data)
			if err != nil {
				t.Errorf("%s: %v", filepath.Base(file), err)
				continue
			}
			if i.UserID() == "" || i.Created().IsZero() {
				t.Errorf("%s: read as %+v", filepath.Base(file), i)
			}
			st.bot.now = func() time.Time { return i.Created().Add(time.Second) }
		}
		st.bot.handleEvent(st.ctx, e.Kind, e.Data)
		if e.Kind == "INTERACTION_CREATE" {
			st.bot.work.Wait() // after a READY of another application, registering ends only with the bot
		}
		if err := st.stop(); err != nil {
			t.Error(err)
		}
		if log := st.log.String(); strings.Contains(log, "panic") || strings.Contains(log, "unreadable") {
			t.Errorf("%s: %s", filepath.Base(file), log)
		}
		if got := len(st.Requests()) - requests; e.Kind == "INTERACTION_CREATE" && got == 0 {
			t.Errorf("%s is not answered: %s", filepath.Base(file), st.log)
		}
	}
	if events < 10 || interactions < 8 {
		t.Errorf("only %d events and %d interactions were found", events, interactions)
	}
}

// FuzzInteraction passes any bytes as an event.
func FuzzInteraction(f *testing.F) {
	f.Add([]byte(`{"id":"1","token":"x","type":2,"data":{"name":"who","options":[{"name":"said","type":3,"value":"x"}]}}`))
	f.Add([]byte(`{"id":"1","token":"x","type":3,"guild_id":"1","member":{"user":{"id":"2"},"permissions":"x"},"data":{"custom_id":"p.1..x"}}`))
	f.Add([]byte(`{"id":"1","token":"x","type":4,"data":{"name":"admin","options":[{"name":"digest","type":2,"options":[{"name":"run","type":1,"options":[{"name":"digest","type":3,"value":7,"focused":true}]}]}]}}`))
	f.Add([]byte(`{"type":5}`))
	b, err := New(Options{Token: "x", Desk: sampleDesk(), Admin: &fakeDigests{}})
	if err != nil {
		f.Fatal(err)
	}
	if b.signer, err = card.NewSigner(f.Context(), &kv.Memory{}, time.Now); err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		i, err := discord.ReadInteraction(raw)
		if err != nil {
			return
		}
		if i.Type == discord.InteractionAutocomplete {
			if _, err := b.completions(t.Context(), i); err != nil {
				t.Error(err)
			}
			return
		}
		j, err := b.parse(t.Context(), i)
		if err == nil {
			b.perform(t.Context(), j)
		}
	})
}
