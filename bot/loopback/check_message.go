package loopback

import (
	"encoding/json"
	"strings"
)

// A messageForm is a message as the bot writes it, an edit too. What is nil was not in the body, or null.
type messageForm struct {
	Content         *string          `json:"content"`
	Embeds          []Embed          `json:"embeds"`
	Components      []Component      `json:"components"`
	Flags           *int             `json:"flags"`
	TTS             bool             `json:"tts"`
	AllowedMentions *allowedMentions `json:"allowed_mentions"`
	Nonce           any              `json:"nonce"`
	EnforceNonce    bool             `json:"enforce_nonce"`
	Reference       *Reference       `json:"message_reference"`
	Attachments     []attachmentForm `json:"attachments"`
	Stickers        []string         `json:"sticker_ids"`
	Poll            json.RawMessage  `json:"poll"`
}

type allowedMentions struct {
	Parse   []string `json:"parse"`
	Users   []string `json:"users"`
	Roles   []string `json:"roles"`
	Replied bool     `json:"replied_user"`
}

// An attachmentForm describes an upload (ID is its number in files[n]) or keeps an attachment the message already has.
type attachmentForm struct {
	ID          any    `json:"id"`
	Filename    string `json:"filename"`
	Description string `json:"description"`
}

// Flags that the bot may set on a new message, on an answer, and in an edit.
const (
	channelFlags = FlagSuppressEmbeds | FlagSuppressNotifications | FlagComponentsV2
	answerFlags  = channelFlags | FlagEphemeral
	editFlags    = FlagSuppressEmbeds | FlagComponentsV2
)

func (f *messageForm) flags() int { return valueOr(f.Flags, 0) }

func (f *messageForm) hasPoll() bool { return len(f.Poll) > 0 && string(f.Poll) != "null" }

// check applies Discord's rules to a message. path is where the request has it: "", or "data" in an answer.
// edited is the message it edits, nil for a new one.
func (f *messageForm) check(path string, files []File, flags int, edited *Message, noPings bool) error {
	e := formErrors{}
	if f.flags()&^flags != 0 {
		e.add(join(path, "flags"), "MESSAGE_FLAGS_INVALID", "Invalid flags value.")
	}
	e.atMost(join(path, "content"), valueOr(f.Content, ""), 2000)
	checkEmbeds(e, join(path, "embeds"), f.Embeds)
	v2 := (f.flags()|valueOr(edited, Message{}).Flags)&FlagComponentsV2 != 0
	checkComponents(e, join(path, "components"), f.Components, v2)
	if v2 {
		f.checkNoLegacy(e, path)
	}
	e.count(join(path, "attachments"), max(len(files), len(f.Attachments)), 10)
	for i, a := range f.Attachments {
		e.atMost(join(path, "attachments", i, "description"), a.Description, maxAltText)
	}
	if nonce, ok := f.Nonce.(string); ok {
		e.atMost(join(path, "nonce"), nonce, 25)
	}
	f.AllowedMentions.check(e, join(path, "allowed_mentions"), noPings)
	if err := e.err(); err != nil {
		return err
	}
	if f.leavesEmpty(edited, files) {
		return emptyMessage()
	}
	return nil
}

// checkNoLegacy rejects what a message of Components V2 cannot have.
func (f *messageForm) checkNoLegacy(e formErrors, path string) {
	legacy := map[string]bool{
		"content":     valueOr(f.Content, "") != "",
		"embeds":      len(f.Embeds) > 0,
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

// check rejects a malformed allowed_mentions; with noPings also one that is absent or allows anything.
func (a *allowedMentions) check(e formErrors, path string, noPings bool) {
	silent := a != nil && a.Parse != nil && len(a.Parse)+len(a.Users)+len(a.Roles) == 0 && !a.Replied
	if noPings && !silent {
		e.add(path, "LOOPBACK_PINGS", "Every message must carry allowed_mentions with an empty parse and nothing else.")
	}
	if a == nil {
		return
	}
	e.count(join(path, "users"), len(a.Users), maxMentionList)
	e.count(join(path, "roles"), len(a.Roles), maxMentionList)
	for i, kind := range a.Parse {
		switch {
		case kind != "users" && kind != "roles" && kind != "everyone":
			e.notOneOf(join(path, "parse", i), "'users', 'everyone', 'roles'")
		case kind == "users" && len(a.Users) > 0, kind == "roles" && len(a.Roles) > 0:
			e.add(path, "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
				"parse:[%q] and %s: [ids...] are mutually exclusive.", kind, kind)
		}
	}
}

// leavesEmpty reports whether nothing would be shown. Only an edit can show attachments without files: those it has.
func (f *messageForm) leavesEmpty(edited *Message, files []File) bool {
	after := valueOr(edited, Message{})
	if f.Embeds != nil {
		after.Embeds = f.Embeds
	}
	if f.Components != nil {
		after.Components = f.Components
	}
	attachments := len(after.Attachments)
	if edited != nil && f.Attachments != nil {
		attachments = len(f.Attachments)
	}
	parts := len(files) + len(f.Stickers) + len(after.Embeds) + len(after.Components) + attachments
	return strings.TrimSpace(valueOr(f.Content, after.Content)) == "" && parts == 0 && !f.hasPoll()
}
