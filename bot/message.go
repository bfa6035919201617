package bot

import "strconv"

// The shapes of what is sent to Discord. They are this program's own because
// discordgo's lack nonce and enforce_nonce and send fields that Components V2 forbids.

// Message flags (Discord, "Message Flags").
const (
	flagEphemeral    = 1 << 6
	flagComponentsV2 = 1 << 15
)

// Kinds of answer to an interaction (Discord, "Interaction Callback Type").
const (
	answerMessage        = 4
	answerDeferred       = 5
	answerDeferredUpdate = 6
	answerUpdate         = 7
	answerChoices        = 8
)

// Kinds of component (Discord, "Component Types").
const (
	kindRow       = 1
	kindButton    = 2
	kindSection   = 9
	kindText      = 10
	kindGallery   = 12
	kindSeparator = 14
	kindContainer = 17
)

// styleSecondary is the grey button (Discord, "Button Styles").
const styleSecondary = 2

// A message is what a channel or an interaction is answered with.
type message struct {
	Content         string          `json:"content,omitempty"`
	Flags           int             `json:"flags,omitempty"`
	Components      []component     `json:"components,omitempty"`
	Attachments     []attachment    `json:"attachments"` // all that it has: an empty list takes away what it had
	AllowedMentions allowedMentions `json:"allowed_mentions"`

	files []upload `json:"-"` // sent beside it, as Attachments numbers them
}

// An attachment is a file of a message; its ID is the number of the upload.
type attachment struct {
	ID          string `json:"id"`
	Filename    string `json:"filename"`
	Description string `json:"description,omitempty"`
}

// An upload is a file that is sent with a message.
type upload struct {
	name string
	kind string // media type
	data []byte
}

// A galleryItem is a picture in a media gallery.
type galleryItem struct {
	Media       media  `json:"media"`
	Description string `json:"description,omitempty"`
}

type media struct {
	URL string `json:"url"`
}

// allowedMentions lets a message ping nobody: its zero value is the only one used.
type allowedMentions struct {
	Parse [0]string `json:"parse"`
}

// A component is a piece of a Components V2 message. Only the fields of its kind
// are set.
type component struct {
	Type       int           `json:"type"`
	Content    string        `json:"content,omitempty"`
	Components []component   `json:"components,omitempty"`
	Accessory  *component    `json:"accessory,omitempty"`
	Style      int           `json:"style,omitempty"`
	Label      string        `json:"label,omitempty"`
	CustomID   string        `json:"custom_id,omitempty"`
	Disabled   bool          `json:"disabled,omitempty"`
	Accent     int           `json:"accent_color,omitempty"`
	Items      []galleryItem `json:"items,omitempty"`
}

// callback is the first answer to an interaction.
type callback struct {
	Type int `json:"type"`
	Data any `json:"data,omitempty"`
}

// files are what is sent beside the answer.
func (c callback) files() []upload {
	if m, ok := c.Data.(message); ok {
		return m.files
	}
	return nil
}

// deferral is the data of a "thinking" answer, of which Discord reads one flag.
type deferral struct {
	Flags int `json:"flags,omitempty"`
}

// choices is the data of an answer to autocomplete.
type choices struct {
	Choices []choice `json:"choices"`
}

type choice struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

// pictureFile is a PNG picture as an upload. A message has one at most.
func pictureFile(png []byte) upload {
	return upload{name: "picture.png", kind: "image/png", data: png}
}

// attach adds a PNG picture to a message and returns the component that shows it.
func (m *message) attach(png []byte, alt string) component {
	f := pictureFile(png)
	m.Attachments = append(m.Attachments, attachment{ID: strconv.Itoa(len(m.files)), Filename: f.name, Description: alt})
	m.files = append(m.files, f)
	return component{Type: kindGallery, Items: []galleryItem{{Media: media{"attachment://" + f.name}, Description: alt}}}
}
