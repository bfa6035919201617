package command

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
		digestSubcommand("pause", "Pause a digest until you resume it", setPaused(true, "paused")),
		digestSubcommand("resume", "Resume a paused digest", setPaused(false, "resumed")),
		adminTimezone(),
		adminCheck(),
	}
}
