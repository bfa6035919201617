package courier

import (
	"encoding/json"
	"fmt"
	"strings"

	"rapporteur/bot/card"
	"rapporteur/bot/discord"
	"rapporteur/briefing"
	"rapporteur/briefing/ledger"
)

// renderMessages lays an edition out as messages, each with its mark on a button that shows
// the reasons. There are none when the edition is empty, unless the digest posts quiet days.
func renderMessages(
	o ledger.Occurrence, a briefing.BriefAnswer, picture *briefing.Picture, s *card.Signer,
) ([]ledger.Message, error) {
	if len(a.Items) == 0 && !o.Quiet {
		return nil, nil
	}
	sign := func(v card.Verb, arg, token string) string {
		return s.Sign(card.Scope(o.Guild, ""), card.CustomID{Verb: v, Arg: arg, Token: token})
	}
	reply := card.RenderBrief(o.About, a)
	reply.Title = card.DigestTitle(o.Kind, o.About, a)
	reply.Public, reply.Share, reply.Full, reply.Picture = true, false, true, picture
	if len(a.Items) == 0 {
		reply.Lead = []card.Markdown{"A quiet day: the articles have nothing new."}
	}
	if o.Late {
		due := card.Markdown(fmt.Sprintf("<t:%d:f>.", o.Due.Unix()))
		reply.Lead = append(reply.Lead, "-# Late: this digest was due at "+due)
	}
	pages := card.Pages(reply)
	messages := make([]ledger.Message, len(pages))
	items := a.Items
	for i, page := range pages {
		m := card.Render(reply, page, sign, "")
		m.Flags |= discord.FlagSuppressNotifications
		button := card.NewButton(card.ReasonsLabel, sign(card.VerbDigestReasons, o.Mark(i+1), ""))
		m.Components = append(m.Components,
			discord.Component{Type: discord.KindRow, Components: []discord.Component{button}})
		body, err := json.Marshal(m)
		if err != nil {
			return nil, fmt.Errorf("encode message %d of a digest: %w", i+1, err)
		}
		messages[i] = ledger.Message{Body: body, Picture: m.Picture(), Why: reasonLines(items[:len(page.Items)])}
		items = items[len(page.Items):]
	}
	return messages, nil
}

// threadName is the title of the thread that holds a digest's messages after the first.
func threadName(o ledger.Occurrence) string {
	day := o.Name[:min(10, len(o.Name))]
	if o.About != "" {
		return "Digest about " + discord.PlainText(o.About) + ", " + day
	}
	return "Digest, " + day
}

// reasonLines is a line for each item of a message: its beginning, a tab, why it was chosen.
func reasonLines(items []briefing.BriefItem) string {
	var b strings.Builder
	for _, item := range items {
		b.WriteString(discord.Truncate(discord.PlainText(item.Text), 80) + "\t" + discord.PlainText(item.Why) + "\n")
	}
	return b.String()
}
