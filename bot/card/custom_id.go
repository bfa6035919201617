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

// ticketLife is how long a card's buttons work.
const tokenLife = 30 * 24 * time.Hour

// Sizes in bytes of what a custom_id carries.
const (
	tokenSize     = 16
	signatureSize = 12
)

// sealKey is where the key that signs buttons is kept.
const signingKey = "button key"

// errNotOurs is what a button gets whose custom_id this bot did not write for this
// place.
var ErrForeignButton = errors.New("the button is not one of ours")

// A ticket is what the buttons of a card remember: the question behind it.
type SavedQuestion struct {
	Command string            `json:"c"`
	Options map[string]string `json:"o,omitempty"`
	Message string            `json:"m,omitempty"`
	User    string            `json:"u"`           // who asked
	At      int64             `json:"a,omitempty"` // when, in unix seconds: "yesterday" stays the day it was
	Shared  bool              `json:"s,omitempty"` // anyone who sees the card may page it
}

// A press is what a custom_id says once its seal has been checked.
type CustomID struct {
	Verb  Verb
	Arg   string
	Token string
}

// seals writes and reads custom_ids. A custom_id is "verb.arg.ticket.seal"; the seal
// binds it to one guild, or to one user outside guilds. The question itself is kept
// under the ticket, encrypted with a key that only the ticket holds: whoever reads the
// data directory does not read what members asked.
type Signer struct {
	keep kv.Store
	key  []byte
	now  func() time.Time
}

// newSeals takes the signing key from keep, or makes one at the first start.
func NewSigner(ctx context.Context, keep kv.Store, now func() time.Time) (*Signer, error) {
	key, err := keep.Get(ctx, signingKey)
	if err != nil {
		return nil, fmt.Errorf("read the key of buttons: %w", err)
	}
	if len(key) != sha256.Size {
		key = make([]byte, sha256.Size)
		rand.Read(key)
		if err := keep.Put(ctx, signingKey, key, time.Time{}); err != nil {
			return nil, fmt.Errorf("keep the key of buttons: %w", err)
		}
	}
	return &Signer{keep: keep, key: key, now: now}, nil
}

// scope is where a custom_id is good: the guild, or outside guilds the user.
func Scope(guild, user string) string {
	if guild != "" {
		return "guild " + guild
	}
	return "user " + user
}

// sign writes a custom_id; "" when it would be longer than Discord allows.
func (s *Signer) Sign(scope string, p CustomID) string {
	body := string(p.Verb) + "." + p.Arg + "." + p.Token
	id := body + "." + s.signature(scope, body)
	if len(id) > discord.MaxCustomID || strings.Contains(string(p.Verb), ".") {
		return ""
	}
	return id
}

// open reads a custom_id that was signed for this scope.
func (s *Signer) Verify(scope, id string) (CustomID, error) {
	body, seal, ok := cutLast(id)
	if !ok || !hmac.Equal([]byte(seal), []byte(s.signature(scope, body))) {
		return CustomID{}, ErrForeignButton
	}
	verb, rest, ok := strings.Cut(body, ".")
	arg, ticket, ok2 := cutLast(rest)
	if !ok || !ok2 {
		return CustomID{}, ErrForeignButton
	}
	return CustomID{Verb(verb), arg, ticket}, nil
}

func cutLast(s string) (before, after string, ok bool) {
	i := strings.LastIndexByte(s, '.')
	if i < 0 {
		return "", "", false
	}
	return s[:i], s[i+1:], true
}

func (s *Signer) signature(scope, body string) string {
	mac := hmac.New(sha256.New, s.key)
	fmt.Fprintf(mac, "%d.%s.%s", len(scope), scope, body)
	return base64.RawURLEncoding.EncodeToString(mac.Sum(nil)[:signatureSize])
}

// file keeps a ticket and returns the text that buttons carry for it.
func (s *Signer) Save(ctx context.Context, scope string, t SavedQuestion) (string, error) {
	secret := make([]byte, tokenSize)
	rand.Read(secret)
	text, err := json.Marshal(t)
	if err != nil {
		return "", fmt.Errorf("write a ticket: %w", err)
	}
	box, err := tokenCipher(secret)
	if err != nil {
		return "", err
	}
	// The key is used for this one text, so the nonce may be constant.
	sealed := box.Seal(nil, make([]byte, box.NonceSize()), text, []byte(scope))
	if err := s.keep.Put(ctx, tokenKey(secret), sealed, s.now().Add(tokenLife)); err != nil {
		return "", fmt.Errorf("keep a ticket: %w", err)
	}
	return base64.RawURLEncoding.EncodeToString(secret), nil
}

// fetch finds the ticket that a button carries; nil when it has expired.
func (s *Signer) Load(ctx context.Context, scope, carried string) (*SavedQuestion, error) {
	secret, err := base64.RawURLEncoding.DecodeString(carried)
	if err != nil || len(secret) != tokenSize {
		return nil, ErrForeignButton
	}
	sealed, err := s.keep.Get(ctx, tokenKey(secret))
	if err != nil {
		return nil, fmt.Errorf("look up a ticket: %w", err)
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
	var t SavedQuestion
	if err := json.Unmarshal(text, &t); err != nil {
		return nil, fmt.Errorf("read a ticket: %w", err)
	}
	return &t, nil
}

// ticketName is the key a ticket is kept under: it does not give the secret away.
func tokenKey(secret []byte) string {
	sum := sha256.Sum256(append([]byte("name "), secret...))
	return "ticket " + base64.RawURLEncoding.EncodeToString(sum[:12])
}

// ticketBox encrypts with a key made from a ticket's secret.
func tokenCipher(secret []byte) (cipher.AEAD, error) {
	sum := sha256.Sum256(append([]byte("key "), secret...))
	block, err := aes.NewCipher(sum[:])
	if err != nil {
		return nil, fmt.Errorf("make a ticket's cipher: %w", err)
	}
	return cipher.NewGCM(block)
}
