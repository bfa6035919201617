package bot

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"rapporteur/briefing"
	"rapporteur/briefing/digest"
	"rapporteur/briefing/ledger"
)

// verbWhy is the button on a digest that tells why its lines are in it, which is kept
// beside each message under its mark.
const verbWhy Verb = "w"

const maxThreadName = 100 // Channels, thread name

// layDigest lays an edition out as messages, each with its mark on the button that
// tells why; none when there is nothing to tell and the digest is to say nothing then.
func layDigest(r ledger.Run, a briefing.BriefAnswer, picture *briefing.Picture, s *seals) ([]ledger.Message, error) {
	if len(a.Items) == 0 && !r.Quiet {
		return nil, nil
	}
	reply := renderBrief(r.About, a)
	reply.Title = digestTitle(r.Kind, r.About, a)
	reply.Public, reply.Share, reply.Full, reply.Picture = true, false, true, picture
	if len(a.Items) == 0 {
		reply.Lead = []markdown{"A quiet day: the articles tell nothing new."}
	}
	if r.Late {
		reply.Lead = append(reply.Lead, "-# Late: this digest was due at "+markdown(fmt.Sprintf("<t:%d:f>.", r.Due.Unix())))
	}
	all := pages(reply)
	told := 0
	messages := make([]ledger.Message, len(all))
	for i, p := range all {
		sign := func(v Verb, arg, ticket string) string { return s.sign(scope(r.Guild, ""), press{v, arg, ticket}) }
		m := card(reply, p, sign, "")
		m.Flags |= flagQuietPost
		m.Components = append(m.Components, component{Type: kindRow, Components: []component{button("Why these lines?", sign(verbWhy, r.Mark(i+1), ""))}})
		body, err := json.Marshal(m)
		if err != nil {
			return nil, fmt.Errorf("write part %d of a digest: %w", i+1, err)
		}
		messages[i] = ledger.Message{Body: body, Why: whyLines(a.Items[told : told+len(p.items)])}
		if len(m.files) > 0 {
			messages[i].Picture = m.files[0].data
		}
		told += len(p.items)
	}
	return messages, nil
}

// flagQuietPost keeps a routine post from ringing (Discord, SUPPRESS_NOTIFICATIONS).
const flagQuietPost = 1 << 12

// digestTitle heads a digest of a kind.
func digestTitle(kind digest.Kind, about string, a briefing.BriefAnswer) markdown {
	t := "Digest: " + stretch(a.From, a.To)
	switch kind {
	case digest.KindWeek:
		t = "The week: " + stretch(a.From, a.To)
	case digest.KindYears:
		t = "On this day: " + markdown(a.To.Time().Format("2 January"))
	}
	if about != "" {
		t += title(", about ", about, "")
	}
	return t
}

// threadName heads the thread that a long digest goes on in.
func threadName(r ledger.Run) string {
	if r.About != "" {
		return "Digest about " + plain(r.About) + ", " + r.Name[:min(10, len(r.Name))]
	}
	return "Digest, " + r.Name[:min(10, len(r.Name))]
}

// whyLines keeps, for each line of a message, its beginning and why it is there.
func whyLines(items []briefing.BriefItem) string {
	var b strings.Builder
	for _, item := range items {
		b.WriteString(cut(plain(item.Text), 80) + "\t" + plain(item.Why) + "\n")
	}
	return b.String()
}

// showWhy answers the button that asks why the lines of a message are there.
func showWhy(ctx context.Context, b *Bot, p Press) (Outcome, error) {
	if b.admin == nil {
		return Outcome{}, errNotOurs
	}
	why, err := b.admin.Why(ctx, p.Guild, p.Arg)
	if err != nil {
		return Outcome{}, err
	}
	if why == "" {
		return Outcome{}, &briefing.InputError{Problem: "That digest is too old: why its lines were chosen is no longer kept."}
	}
	r := Reply{Title: "Why these lines?"}
	for _, line := range strings.Split(strings.TrimSpace(why), "\n") {
		text, reason, _ := strings.Cut(line, "\t")
		r.Items = append(r.Items, Item{Text: lines("> "+escape(text), escape(reason))})
	}
	return Outcome{Reply: r}, nil
}
