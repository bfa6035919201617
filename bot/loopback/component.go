package loopback

import "encoding/json"

// Kinds of component.
const (
	ActionRow         = 1
	Button            = 2
	StringSelect      = 3
	TextInput         = 4
	UserSelect        = 5
	RoleSelect        = 6
	MentionableSelect = 7
	ChannelSelect     = 8
	Section           = 9
	TextDisplay       = 10
	Thumbnail         = 11
	MediaGallery      = 12
	FileComponent     = 13
	Separator         = 14
	Container         = 17
	Label             = 18
	FileUpload        = 19
)

// LinkButton is the style of a button that opens a page and has no custom_id.
const LinkButton = 5

// A Component is a part of a message or modal: which fields count depends on Type.
type Component struct {
	Type        int             `json:"type"`
	ID          int             `json:"id,omitempty"`
	CustomID    string          `json:"custom_id,omitempty"`
	Style       int             `json:"style,omitempty"`
	Label       string          `json:"label,omitempty"`
	Description string          `json:"description,omitempty"`
	Emoji       *Emoji          `json:"emoji,omitempty"`
	URL         string          `json:"url,omitempty"`
	SKU         string          `json:"sku_id,omitempty"`
	Disabled    bool            `json:"disabled,omitempty"`
	Placeholder string          `json:"placeholder,omitempty"`
	MinValues   *int            `json:"min_values,omitempty"`
	MaxValues   *int            `json:"max_values,omitempty"`
	MinLength   *int            `json:"min_length,omitempty"`
	MaxLength   *int            `json:"max_length,omitempty"`
	Required    *bool           `json:"required,omitempty"`
	Value       string          `json:"value,omitempty"`
	Options     []SelectOption  `json:"options,omitempty"`
	Content     string          `json:"content,omitempty"`
	Components  []Component     `json:"components,omitempty"`
	Accessory   *Component      `json:"accessory,omitempty"`
	Component   *Component      `json:"component,omitempty"`
	Media       *EmbedMedia     `json:"media,omitempty"`
	Items       []GalleryItem   `json:"items,omitempty"`
	File        *EmbedMedia     `json:"file,omitempty"`
	AccentColor *int            `json:"accent_color,omitempty"`
	Spoiler     bool            `json:"spoiler,omitempty"`
	Divider     *bool           `json:"divider,omitempty"`
	Spacing     int             `json:"spacing,omitempty"`
	Defaults    json.RawMessage `json:"default_values,omitempty"`
	Channels    []int           `json:"channel_types,omitempty"`
}

// isSelect reports whether a component is a select menu.
func (c Component) isSelect() bool {
	return c.Type == StringSelect || UserSelect <= c.Type && c.Type <= ChannelSelect
}

// selectRange is how many values may be chosen in a select menu: one where it does not say.
func (c Component) selectRange() (low, high int) {
	return valueOr(c.MinValues, 1), valueOr(c.MaxValues, 1)
}

// valueOr is what a member of a JSON object holds, or the default where it is absent.
func valueOr[T any](member *T, absent T) T {
	if member == nil {
		return absent
	}
	return *member
}

// A Modal is a form the bot opens: answer type 9.
type Modal struct {
	CustomID   string      `json:"custom_id"`
	Title      string      `json:"title"`
	Components []Component `json:"components"`
}

// An Emoji is a picture on a button or option.
type Emoji struct {
	ID   string `json:"id,omitempty"`
	Name string `json:"name,omitempty"`
}

// A SelectOption is a row of a string select.
type SelectOption struct {
	Label       string `json:"label"`
	Value       string `json:"value"`
	Description string `json:"description,omitempty"`
	Emoji       *Emoji `json:"emoji,omitempty"`
	Default     bool   `json:"default,omitempty"`
}

// A GalleryItem is a picture of a media gallery.
type GalleryItem struct {
	Media       EmbedMedia `json:"media"`
	Description string     `json:"description,omitempty"`
}

// WalkComponents calls visit for every component of the trees, parents first.
func WalkComponents(trees []Component, visit func(Component)) {
	for _, c := range trees {
		visit(c)
		WalkComponents(c.Components, visit)
		for _, inner := range []*Component{c.Accessory, c.Component} {
			if inner != nil {
				WalkComponents([]Component{*inner}, visit)
			}
		}
	}
}
