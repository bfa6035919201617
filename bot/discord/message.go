package discord

import "strconv"

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

// A Message is posted to a channel or answers an interaction.
type Message struct {
	Content         string          `json:"content,omitempty"`
	Flags           int             `json:"flags,omitempty"`
	Components      []Component     `json:"components,omitempty"`
	Attachments     []Attachment    `json:"attachments"` // all of them: an empty list removes earlier ones
	AllowedMentions allowedMentions `json:"allowed_mentions"`

	files []upload // sent with it, numbered by Attachments
}

// An Attachment is a file of a message; its ID is the number of the upload.
type Attachment struct {
	ID          string `json:"id"`
	Filename    string `json:"filename"`
	Description string `json:"description,omitempty"`
}

// An upload is a file that is sent with a message.
type upload struct {
	name      string
	mediaType string
	data      []byte
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

// A Component is a piece of a Components V2 message. Only the fields of its kind
// are set.
type Component struct {
	Type       int           `json:"type"`
	Content    string        `json:"content,omitempty"`
	Components []Component   `json:"components,omitempty"`
	Accessory  *Component    `json:"accessory,omitempty"`
	Style      int           `json:"style,omitempty"`
	Label      string        `json:"label,omitempty"`
	CustomID   string        `json:"custom_id,omitempty"`
	Disabled   bool          `json:"disabled,omitempty"`
	Accent     int           `json:"accent_color,omitempty"`
	Items      []galleryItem `json:"items,omitempty"`
}

// A Callback is the first answer to an interaction.
type Callback struct {
	Type int `json:"type"`
	Data any `json:"data,omitempty"`
}

// files are the uploads of the answer.
func (c Callback) files() []upload {
	if m, ok := c.Data.(Message); ok {
		return m.files
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

// pictureUpload is a PNG picture as an upload. A message has at most one.
func pictureUpload(png []byte) upload {
	return upload{name: "picture.png", mediaType: "image/png", data: png}
}

// Picture is the PNG picture that Attach added; nil when there is none.
func (m *Message) Picture() []byte {
	if len(m.files) == 0 {
		return nil
	}
	return m.files[0].data
}

// Attach adds a PNG picture to a message and returns the component that shows it.
func (m *Message) Attach(png []byte, alt string) Component {
	f := pictureUpload(png)
	a := Attachment{ID: strconv.Itoa(len(m.files)), Filename: f.name, Description: alt}
	m.Attachments = append(m.Attachments, a)
	m.files = append(m.files, f)
	item := galleryItem{Media: media{"attachment://" + f.name}, Description: alt}
	return Component{Type: kindGallery, Items: []galleryItem{item}}
}
