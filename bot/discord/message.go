package discord

// The JSON that is sent to Discord. discordgo's types are not used because they have no
// nonce and enforce_nonce, and send fields that Components V2 forbids.

// Message flags (Discord, "Message Flags").
const (
	FlagEphemeral             = 1 << 6
	FlagSuppressNotifications = 1 << 12
	FlagComponentsV2          = 1 << 15
)

// Kinds of answer to an interaction (Discord, "Interaction Callback Type").
const (
	AnswerMessage        = 4
	AnswerDeferred       = 5
	AnswerDeferredUpdate = 6
	AnswerUpdate         = 7
	AnswerChoices        = 8
)

// Kinds of component (Discord, "Component Types").
const (
	KindRow       = 1
	KindButton    = 2
	KindSection   = 9
	KindText      = 10
	kindGallery   = 12
	KindSeparator = 14
	KindContainer = 17
)

// StyleSecondary is the grey button (Discord, "Button Styles").
const StyleSecondary = 2

// pictureName is the file name of a message's picture.
const pictureName = "picture.png"

// A Message is posted to a channel or answers an interaction.
type Message struct {
	Content         string          `json:"content,omitempty"`
	Flags           int             `json:"flags,omitempty"`
	Components      []Component     `json:"components,omitempty"`
	Attachments     []Attachment    `json:"attachments"` // all of them: an empty list removes earlier ones
	AllowedMentions allowedMentions `json:"allowed_mentions"`

	picture []byte // a PNG, sent as attachment 0; nil when there is none
}

// An Attachment is a file of a message; its ID is its number among the files sent with it.
type Attachment struct {
	ID          string `json:"id"`
	Filename    string `json:"filename"`
	Description string `json:"description,omitempty"`
}

// A galleryItem is a picture in a media gallery.
type galleryItem struct {
	Media       media  `json:"media"`
	Description string `json:"description,omitempty"`
}

type media struct {
	URL string `json:"url"`
}

// allowedMentions has one value, which lets a message ping nobody.
type allowedMentions struct {
	Parse [0]string `json:"parse"`
}

// A Component is a piece of a Components V2 message. Only the fields of its kind are set.
type Component struct {
	Type        int           `json:"type"`
	Content     string        `json:"content,omitempty"`
	Components  []Component   `json:"components,omitempty"`
	Accessory   *Component    `json:"accessory,omitempty"`
	Style       int           `json:"style,omitempty"`
	Label       string        `json:"label,omitempty"`
	CustomID    string        `json:"custom_id,omitempty"`
	AccentColor int           `json:"accent_color,omitempty"`
	Items       []galleryItem `json:"items,omitempty"`
}

// A Callback is the first answer to an interaction.
type Callback struct {
	Type int `json:"type"`
	Data any `json:"data,omitempty"`
}

func (c Callback) picture() []byte {
	if m, ok := c.Data.(Message); ok {
		return m.picture
	}
	return nil
}

// A Deferral is the data of a "thinking" answer. Discord reads only FlagEphemeral.
type Deferral struct {
	Flags int `json:"flags,omitempty"`
}

// Choices are the data of an answer to autocomplete.
type Choices struct {
	Choices []Choice `json:"choices"`
}

// A Choice is one suggestion of autocomplete, or one fixed value of an option.
type Choice struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

// Picture is the PNG picture that Attach added; nil when there is none.
func (m *Message) Picture() []byte { return m.picture }

// Attach adds the message's only picture, a PNG, and returns the component that shows it.
func (m *Message) Attach(png []byte, alt string) Component {
	m.picture = png
	m.Attachments = []Attachment{{ID: "0", Filename: pictureName, Description: alt}}
	item := galleryItem{Media: media{"attachment://" + pictureName}, Description: alt}
	return Component{Type: kindGallery, Items: []galleryItem{item}}
}
