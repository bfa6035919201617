package loopback

import "strconv"

// Permissions are Discord's permission bits.
type Permissions uint64

// The permissions this server looks at.
const (
	Administrator       Permissions = 1 << 3
	ManageGuild         Permissions = 1 << 5
	ViewChannel         Permissions = 1 << 10
	SendMessages        Permissions = 1 << 11
	ManageMessages      Permissions = 1 << 13
	EmbedLinks          Permissions = 1 << 14
	AttachFiles         Permissions = 1 << 15
	ReadMessageHistory  Permissions = 1 << 16
	MentionEveryone     Permissions = 1 << 17
	UseCommands         Permissions = 1 << 31
	CreatePublicThreads Permissions = 1 << 35
	SendInThreads       Permissions = 1 << 38

	memberDefaults = ViewChannel | SendMessages | ReadMessageHistory | UseCommands
	botDefaults    = memberDefaults | EmbedLinks | AttachFiles | CreatePublicThreads | SendInThreads
)

// Has reports whether p includes every one of want; an administrator has all.
func (p Permissions) Has(want Permissions) bool { return p&Administrator != 0 || p&want == want }

// decimal writes permissions as Discord's JSON does. An administrator has all.
func (p Permissions) decimal() string {
	if p&Administrator != 0 {
		p |= 1<<53 - 1
	}
	return strconv.FormatUint(uint64(p), 10)
}
