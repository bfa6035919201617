package loopback

import (
	"regexp"
	"slices"
	"strings"
)

var (
	mention = regexp.MustCompile(`@everyone|@here|<@!?\d+>|<@&\d+>`)
	// Discord removes these characters after a bot's own filter has run, so that "@\u202Eeveryone" notifies everyone.
	invisible = regexp.MustCompile(`[\x{200B}-\x{200F}\x{202A}-\x{202E}\x{2060}-\x{2069}\x{FEFF}]`)
)

// notifyAll records whom the message notifies: those that allowed lets it mention, the kinds given if it is nil.
func (m *Message) notifyAll(allowed *allowedMentions, kinds []string) {
	if allowed == nil {
		allowed = &allowedMentions{Parse: kinds}
	}
	m.Pings = nil
	for _, found := range mention.FindAllString(m.shownText(), -1) {
		id := strings.Trim(found, "<@!&>")
		switch {
		case found == "@everyone" || found == "@here":
			if slices.Contains(allowed.Parse, "everyone") {
				m.Pings = append(m.Pings, id)
				m.MentionEveryone = true
			}
		case strings.HasPrefix(found, "<@&"):
			if slices.Contains(allowed.Parse, "roles") || slices.Contains(allowed.Roles, id) {
				m.Pings = append(m.Pings, "role:"+id)
				m.MentionRoles = append(m.MentionRoles, id)
			}
		case slices.Contains(allowed.Parse, "users") || slices.Contains(allowed.Users, id):
			m.Pings = append(m.Pings, "user:"+id)
		}
	}
}

// shownText is the text in which mentions notify: content and text displays, not embeds.
func (m *Message) shownText() string {
	text := m.Content
	WalkComponents(m.Components, func(c Component) {
		if c.Type == TextDisplay {
			text += "\n" + c.Content
		}
	})
	return invisible.ReplaceAllString(text, "")
}
