package loopback

import (
	"encoding/json"
	"strings"
)

// A messageForm is a message as the bot writes it: to a channel, as an answer, as
// an edit. What is nil was not in the body, or null.
type messageForm struct {
	Content         *string           `json:"content"`
	Embeds          *[]Embed          `json:"embeds"`
	Components      *[]Component      `json:"components"`
	Flags           *int              `json:"flags"`
	TTS             bool              `json:"tts"`
	AllowedMentions *allowedMentions  `json:"allowed_mentions"`
	Nonce           any               `json:"nonce"`
	EnforceNonce    bool              `json:"enforce_nonce"`
	Reference       *Reference        `json:"message_reference"`
	Attachments     *[]attachmentForm `json:"attachments"`
	Stickers        []string          `json:"sticker_ids"`
	Poll            json.RawMessage   `json:"poll"`
}

type allowedMentions struct {
	Parse   *[]string `json:"parse"`
	Users   []string  `json:"users"`
	Roles   []string  `json:"roles"`
	Replied bool      `json:"replied_user"`
}

// An attachmentForm describes an upload (ID is its number in files[n]) or keeps
// an attachment the message already has.
type attachmentForm struct {
	ID          any    `json:"id"`
	Filename    string `json:"filename"`
	Description string `json:"description"`
}

// A messageRule says what a message may be, depending on where it is sent.
type messageRule struct {
	flags   int      // flags the bot may set
	edited  *Message // the message being edited; nil for a new one
	noPings bool     // Options.NoPings
}

const (
	channelFlags = FlagSuppressEmbeds | FlagSuppressNotifications | FlagComponentsV2
	answerFlags  = channelFlags | FlagEphemeral
	editFlags    = FlagSuppressEmbeds | FlagComponentsV2
)

func (f *messageForm) flags() int {
	if f.Flags == nil {
		return 0
	}
	return *f.Flags
}

func (f *messageForm) hasPoll() bool { return len(f.Poll) > 0 && string(f.Poll) != "null" }

// check applies Discord's rules to a message. path is where the message is in the
// request: "" or, in an answer to an interaction, "data".
func (f *messageForm) check(path string, files []File, rule messageRule) error {
	e := formErrors{}
	if f.flags()&^rule.flags != 0 {
		e.add(join(path, "flags"), "MESSAGE_FLAGS_INVALID", "Invalid flags value.")
	}
	if f.Content != nil {
		e.atMost(join(path, "content"), *f.Content, 2000)
	}
	if f.Embeds != nil {
		checkEmbeds(e, join(path, "embeds"), *f.Embeds)
	}
	v2 := (f.flags()|flagsOf(rule.edited))&FlagComponentsV2 != 0
	if f.Components != nil {
		checkComponents(e, join(path, "components"), *f.Components, v2)
	}
	if v2 {
		f.checkNoLegacy(e, path)
	}
	f.checkFiles(e, join(path, "attachments"), len(files))
	if nonce, ok := f.Nonce.(string); ok {
		e.atMost(join(path, "nonce"), nonce, 25)
	}
	f.AllowedMentions.check(e, join(path, "allowed_mentions"), rule.noPings)
	if err := e.err(); err != nil {
		return err
	}
	if f.leavesEmpty(rule.edited, files) {
		return emptyMessage()
	}
	return nil
}

func flagsOf(m *Message) int {
	if m == nil {
		return 0
	}
	return m.Flags
}

// checkNoLegacy rejects what a message of Components V2 cannot have.
func (f *messageForm) checkNoLegacy(e formErrors, path string) {
	legacy := map[string]bool{
		"content":     f.Content != nil && *f.Content != "",
		"embeds":      f.Embeds != nil && len(*f.Embeds) > 0,
		"sticker_ids": len(f.Stickers) > 0,
		"poll":        f.hasPoll(),
	}
	for name, present := range legacy {
		if present {
			e.add(join(path, name), "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
				"The '%s' field cannot be used when using MessageFlags.IS_COMPONENTS_V2", name)
		}
	}
}

func (f *messageForm) checkFiles(e formErrors, path string, n int) {
	if f.Attachments != nil {
		n = max(n, len(*f.Attachments))
		for i, a := range *f.Attachments {
			e.atMost(join(path, i, "description"), a.Description, maxAltText)
		}
	}
	e.count(path, n, 10)
}

// check rejects a malformed allowed_mentions; with noPings also one that is absent
// or allows anything.
func (a *allowedMentions) check(e formErrors, path string, noPings bool) {
	silent := a != nil && a.Parse != nil && len(*a.Parse)+len(a.Users)+len(a.Roles) == 0 && !a.Replied
	if noPings && !silent {
		e.add(path, "LOOPBACK_PINGS", "Every message must carry allowed_mentions with an empty parse and nothing else.")
	}
	if a == nil {
		return
	}
	e.count(join(path, "users"), len(a.Users), maxMentionList)
	e.count(join(path, "roles"), len(a.Roles), maxMentionList)
	if a.Parse == nil {
		return
	}
	for i, kind := range *a.Parse {
		switch {
		case kind != "users" && kind != "roles" && kind != "everyone":
			e.notOneOf(join(path, "parse", i), "'users', 'everyone', 'roles'")
		case kind == "users" && len(a.Users) > 0, kind == "roles" && len(a.Roles) > 0:
			e.add(path, "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
				"parse:[%q] and %s: [ids...] are mutually exclusive.", kind, kind)
		}
	}
}

// leavesEmpty reports whether the message would have nothing to show.
func (f *messageForm) leavesEmpty(edited *Message, files []File) bool {
	content, embeds, components, attached := "", 0, 0, len(files)
	if edited != nil {
		content, embeds, components = edited.Content, len(edited.Embeds), len(edited.Components)
		if f.Attachments == nil {
			attached += len(edited.Attachments)
		} else {
			attached = max(attached, len(*f.Attachments))
		}
	}
	if f.Content != nil {
		content = *f.Content
	}
	if f.Embeds != nil {
		embeds = len(*f.Embeds)
	}
	if f.Components != nil {
		components = len(*f.Components)
	}
	return strings.TrimSpace(content) == "" && embeds+components+attached+len(f.Stickers) == 0 && !f.hasPoll()
}
