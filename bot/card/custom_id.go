package card

import (
	"context"
	"crypto/aes"
	"crypto/cipher"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"rapporteur/bot/discord"
	"rapporteur/bot/kv"
)

// tokenLife is how long a card's buttons work.
const tokenLife = 30 * 24 * time.Hour

// Sizes in bytes of the parts of a custom_id, before they are encoded.
const (
	tokenSize     = 16
	signatureSize = 12
)

// signingKey is the name under which the key that signs buttons is stored.
const signingKey = "button key"

// ErrForeignButton is the error for a custom_id that this bot did not write for this place.
var ErrForeignButton = errors.New("the button was not made by this bot for this place")

// A SavedQuestion is the question behind a card, stored for its buttons.
type SavedQuestion struct {
	Command string            `json:"c"`
	Options map[string]string `json:"o,omitempty"`
	Message string            `json:"m,omitempty"`
	User    string            `json:"u"`           // who asked
	At      int64             `json:"a,omitempty"` // when, in Unix seconds: "yesterday" stays that day
	Shared  bool              `json:"s,omitempty"` // everyone who sees the card may turn its pages
}

// A CustomID is what a button carries. The token leads to the SavedQuestion of its card,
// or only distinguishes buttons that otherwise say the same.
type CustomID struct {
	Verb  Verb
	Arg   string
	Token string
}

// A Signer writes and reads custom_ids. A custom_id is "verb.arg.token.signature"; the signature binds it to one
// guild, or to one user outside guilds. The question is stored under the token, encrypted with a key made from it,
// so that the data directory alone does not reveal what members asked.
type Signer struct {
	store kv.Store
	key   []byte
	now   func() time.Time
}

// NewSigner reads the signing key from a store, or makes one at the first start.
func NewSigner(ctx context.Context, store kv.Store, now func() time.Time) (*Signer, error) {
	key, err := store.Get(ctx, signingKey)
	if err != nil {
		return nil, fmt.Errorf("read the signing key of buttons: %w", err)
	}
	if len(key) != sha256.Size {
		key = make([]byte, sha256.Size)
		rand.Read(key)
		if err := store.Put(ctx, signingKey, key, time.Time{}); err != nil {
			return nil, fmt.Errorf("store the signing key of buttons: %w", err)
		}
	}
	return &Signer{store: store, key: key, now: now}, nil
}

// Scope is where a custom_id is valid: the guild, or outside guilds the user.
func Scope(guild, user string) string {
	if guild != "" {
		return "guild " + guild
	}
	return "user " + user
}

// Sign writes a custom_id; "" when it would be longer than Discord allows.
func (s *Signer) Sign(scope string, p CustomID) string {
	body := string(p.Verb) + "." + p.Arg + "." + p.Token
	id := body + "." + s.signature(scope, body)
	if len(id) > discord.MaxCustomID || strings.Contains(string(p.Verb), ".") {
		return ""
	}
	return id
}

// Verify reads a custom_id that was signed for this scope.
func (s *Signer) Verify(scope, id string) (CustomID, error) {
	parts := strings.Split(id, ".")
	last := len(parts) - 1
	if last < 3 || !hmac.Equal([]byte(parts[last]), []byte(s.signature(scope, strings.Join(parts[:last], ".")))) {
		return CustomID{}, ErrForeignButton
	}
	arg := strings.Join(parts[1:last-1], ".") // the only part that may contain "."
	return CustomID{Verb(parts[0]), arg, parts[last-1]}, nil
}

func (s *Signer) signature(scope, body string) string {
	mac := hmac.New(sha256.New, s.key)
	fmt.Fprintf(mac, "%d.%s.%s", len(scope), scope, body)
	return base64.RawURLEncoding.EncodeToString(mac.Sum(nil)[:signatureSize])
}

// Save stores a question and returns the token that buttons carry for it.
func (s *Signer) Save(ctx context.Context, scope string, q SavedQuestion) (string, error) {
	secret := make([]byte, tokenSize)
	rand.Read(secret)
	text, err := json.Marshal(q)
	if err != nil {
		return "", fmt.Errorf("encode a question: %w", err)
	}
	box, err := tokenCipher(secret)
	if err != nil {
		return "", err
	}
	// The key encrypts this one text, so the nonce may be constant.
	sealed := box.Seal(nil, make([]byte, box.NonceSize()), text, []byte(scope))
	if err := s.store.Put(ctx, tokenKey(secret), sealed, s.now().Add(tokenLife)); err != nil {
		return "", fmt.Errorf("store a question: %w", err)
	}
	return base64.RawURLEncoding.EncodeToString(secret), nil
}

// Load returns the question that a token leads to; nil when it has expired.
func (s *Signer) Load(ctx context.Context, scope, token string) (*SavedQuestion, error) {
	secret, err := base64.RawURLEncoding.DecodeString(token)
	if err != nil || len(secret) != tokenSize {
		return nil, ErrForeignButton
	}
	sealed, err := s.store.Get(ctx, tokenKey(secret))
	if err != nil {
		return nil, fmt.Errorf("look up a question: %w", err)
	}
	if sealed == nil {
		return nil, nil
	}
	box, err := tokenCipher(secret)
	if err != nil {
		return nil, err
	}
	text, err := box.Open(nil, make([]byte, box.NonceSize()), sealed, []byte(scope))
	if err != nil {
		return nil, ErrForeignButton
	}
	var q SavedQuestion
	if err := json.Unmarshal(text, &q); err != nil {
		return nil, fmt.Errorf("decode a question: %w", err)
	}
	return &q, nil
}

// tokenKey is the name under which a question is stored; it does not reveal the secret.
func tokenKey(secret []byte) string {
	sum := sha256.Sum256(append([]byte("name "), secret...))
	return "ticket " + base64.RawURLEncoding.EncodeToString(sum[:12])
}

// tokenCipher encrypts with a key made from a token's secret.
func tokenCipher(secret []byte) (cipher.AEAD, error) {
	sum := sha256.Sum256(append([]byte("key "), secret...))
	block, err := aes.NewCipher(sum[:])
	if err != nil {
		return nil, fmt.Errorf("make the cipher of a question: %w", err)
	}
	return cipher.NewGCM(block)
}
