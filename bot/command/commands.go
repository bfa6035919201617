package command

import (
	"fmt"
	"strings"
)

// Commands returns the command table in the order /help lists it.
func Commands() []Command {
	return []Command{
		who(),
		said(),
		happened(),
		ask(),
		brief(),
		timeline(),
		source(),
		help(),
		whoSaidThis(),
		adminDigestAdd(),
		adminDigestList(),
		adminDigestEdit(),
		digestSubcommand("remove", "Delete a digest", removeDigest),
		digestSubcommand("run", "Post a digest now, outside its schedule", runDigest),
		digestSubcommand("preview", "See what a digest would say now, without posting it", previewDigest),
		digestSubcommand("pause", "Pause a digest until you resume it", pauseDigest),
		digestSubcommand("resume", "Resume a paused digest", resumeDigest),
		adminTimezone(),
		adminCheck(),
	}
}

// CommandTable is the command table as Markdown, for the README.
func CommandTable() string {
	var b strings.Builder
	b.WriteString("| Command | What it does | Who may |\n|---|---|---|\n")
	for _, c := range Commands() {
		fmt.Fprintf(&b, "| `%s` | %s | %s |\n", c.usage(), c.Help, c.Access)
	}
	return b.String()
}
