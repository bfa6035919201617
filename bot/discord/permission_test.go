package discord

import (
	"encoding/json"
	"testing"
)

// Permissions are computed as Discord does it.
func TestPermissionsIn(t *testing.T) {
	t.Parallel()
	var g guildInfo
	raw := `{"id":"1","roles":[{"id":"1","permissions":"3072"},{"id":"5","permissions":"65536"},{"id":"6","permissions":"8"}]}`
	if err := json.Unmarshal([]byte(raw), &g); err != nil {
		t.Fatal(err)
	}
	for _, row := range []struct {
		name       string
		roles      []string
		overwrites []overwrite
		want       Permissions
	}{
		{"everyone", nil, nil, 3072},
		{"a role adds", []string{"5"}, nil, 3072 | 65536},
		{"an administrator has all", []string{"6"}, []overwrite{{ID: "1", Deny: ^Permissions(0)}}, ^Permissions(0)},
		{"closed to everyone", []string{"5"}, []overwrite{{ID: "1", Deny: 1024}}, 2048 | 65536},
		{"open to a role", []string{"5"}, []overwrite{{ID: "5", Allow: 1024}, {ID: "1", Deny: 1024}}, 3072 | 65536},
		{"another role's overwrite does not apply", nil, []overwrite{{ID: "5", Deny: 1024}}, 3072},
		{"the member's overwrite comes last", []string{"5"}, []overwrite{{ID: "9", Type: 1, Deny: 2048}, {ID: "5", Allow: 2048}}, 1024 | 65536},
		{"another member's overwrite does not apply", nil, []overwrite{{ID: "8", Type: 1, Deny: 2048}}, 3072},
	} {
		got := permissionsIn("9", g, ChannelInfo{Overwrites: row.overwrites}, memberInfo{Roles: row.roles})
		if got != row.want {
			t.Errorf("%s: %b, want %b", row.name, got, row.want)
		}
	}
}
