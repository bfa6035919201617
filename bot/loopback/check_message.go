package loopback

import (
	"encoding/json"
	"fmt"
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

// A purpose is what a message form is for.
type purpose struct {
	flags int      // flags the bot may set
	prior *Message // the message edited; nil for a new one
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

func (f *messageForm) v2(p purpose) bool {
	return f.flags()&FlagComponentsV2 != 0 || p.prior != nil && p.prior.Flags&FlagComponentsV2 != 0
}

// check is everything Discord demands of a message. path is where the message
// stands in the request: "" or, in an answer to an interaction, "data".
func (s *Server) checkMessage(path string, f *messageForm, files []File, p purpose) error {
	t := tree{}
	if f.flags()&^p.flags != 0 {
		t.add(join(path, "flags"), "MESSAGE_FLAGS_INVALID", "Invalid flags value.")
	}
	if f.Content != nil {
		t.atMost(join(path, "content"), *f.Content, maxContent)
	}
	if f.Embeds != nil {
		checkEmbeds(t, join(path, "embeds"), *f.Embeds)
	}
	v2 := f.v2(p)
	if f.Components != nil {
		checkComponents(t, join(path, "components"), *f.Components, v2)
	}
	if v2 {
		f.checkNoLegacy(t, path)
	}
	f.checkFiles(t, path, files)
	f.checkNonce(t, path)
	s.checkMentions(t, join(path, "allowed_mentions"), f.AllowedMentions)
	if err := t.err(); err != nil {
		return err
	}
	if f.leavesEmpty(p.prior, files) {
		return emptyMessage()
	}
	return nil
}

// checkNoLegacy complains about what a message of Components V2 cannot have.
func (f *messageForm) checkNoLegacy(t tree, path string) {
	legacy := map[string]bool{
		"content":     f.Content != nil && *f.Content != "",
		"embeds":      f.Embeds != nil && len(*f.Embeds) > 0,
		"sticker_ids": len(f.Stickers) > 0,
		"poll":        len(f.Poll) > 0 && string(f.Poll) != "null",
	}
	for name, present := range legacy {
		if present {
			t.add(join(path, name), "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
				"The '"+name+"' field cannot be used when using MessageFlags.IS_COMPONENTS_V2")
		}
	}
}

func (f *messageForm) checkFiles(t tree, path string, files []File) {
	n := len(files)
	if f.Attachments != nil {
		n = max(n, len(*f.Attachments))
		for i, a := range *f.Attachments {
			t.atMost(join(path, "attachments", i, "description"), a.Description, maxAltText)
		}
	}
	t.count(join(path, "attachments"), n, maxFiles)
}

func (f *messageForm) checkNonce(t tree, path string) {
	if text, ok := f.Nonce.(string); ok {
		t.atMost(join(path, "nonce"), text, maxNonce)
	}
}

// checkMentions demands a well-formed allowed_mentions; with Options.NoPings also
// that it is there and allows nothing.
func (s *Server) checkMentions(t tree, path string, a *allowedMentions) {
	if s.opts.NoPings {
		silent := a != nil && a.Parse != nil && len(*a.Parse)+len(a.Users)+len(a.Roles) == 0 && !a.Replied
		if !silent {
			t.add(path, "LOOPBACK_PINGS", "Every message must carry allowed_mentions with an empty parse and nothing else.")
		}
	}
	if a == nil {
		return
	}
	t.count(join(path, "users"), len(a.Users), maxMentionList)
	t.count(join(path, "roles"), len(a.Roles), maxMentionList)
	if a.Parse == nil {
		return
	}
	for i, kind := range *a.Parse {
		switch {
		case kind != "users" && kind != "roles" && kind != "everyone":
			t.add(join(path, "parse", i), "BASE_TYPE_CHOICES", "Value must be one of ('users', 'everyone', 'roles').")
		case kind == "users" && len(a.Users) > 0, kind == "roles" && len(a.Roles) > 0:
			t.add(path, "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
				fmt.Sprintf("parse:[%q] and %s: [ids...] are mutually exclusive.", kind, kind))
		}
	}
}

// leavesEmpty reports whether nothing would be left to show.
func (f *messageForm) leavesEmpty(prior *Message, files []File) bool {
	content, embeds, components, attached := "", 0, 0, len(files)
	if prior != nil {
		content, embeds, components = prior.Content, len(prior.Embeds), len(prior.Components)
		if f.Attachments == nil {
			attached += len(prior.Attachments)
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
	if f.Attachments != nil && prior != nil {
		attached = max(attached, len(*f.Attachments))
	}
	poll := len(f.Poll) > 0 && string(f.Poll) != "null"
	return strings.TrimSpace(content) == "" && embeds+components+attached+len(f.Stickers) == 0 && !poll
}
