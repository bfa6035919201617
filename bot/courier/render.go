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

// layDigest lays an edition out as messages, each with its mark on the button that
// tells why; none when there is nothing to tell and the digest is to say nothing then.
func layOut(r ledger.Occurrence, a briefing.BriefAnswer, picture *briefing.Picture, s *card.Signer) ([]ledger.Message, error) {
	if len(a.Items) == 0 && !r.Quiet {
		return nil, nil
	}
	reply := card.RenderBrief(r.About, a)
	reply.Title = card.DigestTitle(r.Kind, r.About, a)
	reply.Public, reply.Share, reply.Full, reply.Picture = true, false, true, picture
	if len(a.Items) == 0 {
		reply.Lead = []card.Markdown{"A quiet day: the articles tell nothing new."}
	}
	if r.Late {
		reply.Lead = append(reply.Lead, "-# Late: this digest was due at "+card.Markdown(fmt.Sprintf("<t:%d:f>.", r.Due.Unix())))
	}
	all := card.Pages(reply)
	told := 0
	messages := make([]ledger.Message, len(all))
	for i, p := range all {
		sign := func(v card.Verb, arg, ticket string) string {
			return s.Sign(card.Scope(r.Guild, ""), card.CustomID{Verb: v, Arg: arg, Token: ticket})
		}
		m := card.Render(reply, p, sign, "")
		m.Flags |= discord.FlagQuietPost
		m.Components = append(m.Components, discord.Component{Type: discord.KindRow, Components: []discord.Component{card.NewButton("Why these lines?", sign(card.VerbDigestReasons, r.Mark(i+1), ""))}})
		body, err := json.Marshal(m)
		if err != nil {
			return nil, fmt.Errorf("write part %d of a digest: %w", i+1, err)
		}
		messages[i] = ledger.Message{Body: body, Why: whyLines(a.Items[told : told+len(p.Items)])}
		if len(m.Files) > 0 {
			messages[i].Picture = m.Files[0].Data
		}
		told += len(p.Items)
	}
	return messages, nil
}

// threadName heads the thread that a long digest goes on in.
func threadName(r ledger.Occurrence) string {
	if r.About != "" {
		return "Digest about " + discord.PlainText(r.About) + ", " + r.Name[:min(10, len(r.Name))]
	}
	return "Digest, " + r.Name[:min(10, len(r.Name))]
}

// whyLines keeps, for each line of a message, its beginning and why it is there.
func whyLines(items []briefing.BriefItem) string {
	var b strings.Builder
	for _, item := range items {
		b.WriteString(discord.Truncate(discord.PlainText(item.Text), 80) + "\t" + discord.PlainText(item.Why) + "\n")
	}
	return b.String()
}
