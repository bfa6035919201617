package ledger

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rapporteur/corpus/store/dbfile"
)

// written is all that a ledger holds, to be compared.
func written(t testing.TB, l *Ledger) string {
	t.Helper()
	var b strings.Builder
	for _, table := range []string{"digest", "run", "part", "told", "guild", "keep"} {
		rows, err := l.db.QueryContext(t.Context(), "SELECT * FROM "+table)
		must(t, err)
		columns, err := rows.Columns()
		must(t, err)
		for rows.Next() {
			cells := make([]any, len(columns))
			for i := range cells {
				cells[i] = new(any)
			}
			must(t, rows.Scan(cells...))
			b.WriteString(table)
			for _, c := range cells {
				fmt.Fprintf(&b, " %v", *c.(*any))
			}
			b.WriteString("\n")
		}
		must(t, rows.Err())
		rows.Close()
	}
	return b.String()
}

// An image is what lies on the disk once a call has returned, and what it means.
type image struct{ file, wal, means []byte }

func snapshot(t testing.TB, l *Ledger, path string) image {
	t.Helper()
	file, err := os.ReadFile(path)
	must(t, err)
	wal, err := os.ReadFile(path + "-wal")
	must(t, err)
	return image{file, wal, []byte(written(t, l))}
}

// TestPowerCuts follows digests from planned to delivered and cuts the power at random
// points of each write: whatever had been acknowledged is there, and the write that was
// cut is there wholly or not at all. RAPPORTEUR_LONG=1 makes it 1,000 cuts.
func TestPowerCuts(t *testing.T) {
	cuts := 60
	if testing.Short() {
		cuts = 15
	}
	if os.Getenv("RAPPORTEUR_LONG") != "" {
		cuts = 1000
	}
	l, path := fresh(t), ""
	var synchronous, sequence int
	var mode string
	must(t, l.db.QueryRow("PRAGMA synchronous").Scan(&synchronous))
	must(t, l.db.QueryRow("PRAGMA journal_mode").Scan(&mode))
	must(t, l.db.QueryRow("SELECT seq, file FROM pragma_database_list").Scan(&sequence, &path))
	if synchronous != 2 || mode != "wal" {
		t.Fatalf("synchronous is %d and the journal %s; want 2, which is FULL, and wal", synchronous, mode)
	}
	images := []image{snapshot(t, l, path)}
	note := func(err error) {
		t.Helper()
		must(t, err)
		images = append(images, snapshot(t, l, path))
	}
	for i := range 5 {
		add(t, l, "g", daily(fmt.Sprint("c", i)), noon.AddDate(0, 0, -1))
		images = append(images, snapshot(t, l, path))
	}
	note(l.Plan(t.Context(), noon, 6*time.Hour))
	runs, err := l.Pending(t.Context(), noon, 100)
	must(t, err)
	for _, r := range runs {
		r, err := l.Freeze(t.Context(), r, Edition{Messages: []Message{{Body: []byte("words"), Why: "why"}},
			Cursor: "7", Keys: []string{"k" + r.Channel}}, noon)
		note(err)
		_, err = l.Sending(t.Context(), r, 1, noon)
		note(err)
		note(l.Delivered(t.Context(), r, 1, "m"+r.Channel, noon))
	}
	seed := rand.Uint64()
	t.Logf("%d cuts in %d writes, seed %d", cuts, len(images)-1, seed)
	draw := rand.New(rand.NewPCG(seed, 5))
	whole := 0
	for range cuts {
		i := draw.IntN(len(images) - 1)
		before, after := images[i], images[i+1]
		if !bytes.Equal(before.file, after.file) || !bytes.HasPrefix(after.wal, before.wal) {
			t.Fatalf("write %d did more than append to the log: the test needs to know how", i)
		}
		left := len(after.wal)
		if draw.IntN(4) > 0 {
			left = len(before.wal) + draw.IntN(left-len(before.wal)+1)
		}
		got := afterCut(t, before.file, after.wal[:left])
		switch got {
		case string(before.means):
		case string(after.means):
			whole++
		default:
			t.Fatalf("write %d was cut, and left\n%s\nwant\n%s\nor\n%s", i, got, before.means, after.means)
		}
	}
	if whole == 0 || whole == cuts {
		t.Errorf("%d of %d writes that were cut are there: the cuts do not fall on both sides", whole, cuts)
	}
}

// afterCut is what a ledger means that finds these bytes on the disk.
func afterCut(t testing.TB, file, wal []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "ledger.db")
	must(t, os.WriteFile(path, file, 0o600))
	must(t, os.WriteFile(path+"-wal", wal, 0o600))
	l, err := Open(t.Context(), path)
	must(t, err)
	defer l.Close()
	return written(t, l)
}

// TestDamage: a file that is cut short or has lost a page is refused with words for the
// operator, since what it says was delivered may be wrong.
func TestDamage(t *testing.T) {
	path := filepath.Join(t.TempDir(), "ledger.db")
	l, err := Open(t.Context(), path)
	must(t, err)
	for i := range 30 {
		add(t, l, "g", daily(fmt.Sprint("c", i)), noon.AddDate(0, 0, -1))
	}
	must(t, l.Plan(t.Context(), noon, 6*time.Hour))
	want := written(t, l)
	must(t, l.Close())
	good, err := os.ReadFile(path)
	must(t, err)
	const page = 4096
	refused := func(about string, bad []byte) bool {
		must(t, os.WriteFile(path, bad, 0o600))
		l, err := Open(t.Context(), path)
		if err == nil {
			defer l.Close()
			if got := written(t, l); got != want {
				t.Errorf("%s: opened, and holds something else", about)
			}
			return false
		}
		if !errors.Is(err, dbfile.ErrDamaged) || !strings.Contains(err.Error(), path) {
			t.Errorf("%s: %v; want it called damaged, by its name", about, err)
		}
		return true
	}
	if refused("a sound file", good) {
		t.Error("a sound file is refused")
	}
	n := 0
	for at := 0; at < len(good); at += page {
		if bad := bytes.Clone(good); refused(fmt.Sprintf("page %d zeroed", at/page+1),
			append(append(bad[:at:at], make([]byte, page)...), bad[at+page:]...)) {
			n++
		}
		if at > 0 && refused(fmt.Sprintf("cut after page %d", at/page), good[:at]) {
			n++
		}
	}
	if most := 2*len(good)/page - 1; n < most {
		t.Errorf("%d of %d damages were noticed", n, most)
	}
}

// TestUnreachable: a file that cannot be opened, or that another process holds, is not
// called damaged.
func TestUnreachable(t *testing.T) {
	path := filepath.Join(t.TempDir(), "ledger.db")
	must(t, os.Mkdir(path, 0o700))
	if _, err := Open(t.Context(), path); err == nil || errors.Is(err, dbfile.ErrDamaged) {
		t.Errorf("a folder is opened with %v", err)
	}
}

// TestNewerVersion: a ledger that a later version has changed is not written to.
func TestNewerVersion(t *testing.T) {
	path := filepath.Join(t.TempDir(), "ledger.db")
	l, err := Open(t.Context(), path)
	must(t, err)
	_, err = l.db.Exec("INSERT INTO goose_db_version (version_id, is_applied) VALUES (99, 1)")
	must(t, err)
	must(t, l.Close())
	if _, err := Open(t.Context(), path); !errors.Is(err, dbfile.ErrNewer) {
		t.Errorf("opened with %v, want %v", err, dbfile.ErrNewer)
	}
}

// TestLook: what is looked at cannot be written to; a ledger of an earlier version is not
// looked at, and stays as it is.
func TestLook(t *testing.T) {
	path := filepath.Join(t.TempDir(), "ledger.db")
	l, err := Open(t.Context(), path)
	must(t, err)
	add(t, l, "g", daily("c"), noon)
	must(t, l.Close())
	l, err = OpenReadOnly(t.Context(), path)
	must(t, err)
	if all, err := l.Digests(t.Context(), ""); err != nil || len(all) != 1 {
		t.Errorf("%d digests are seen, %v; want 1", len(all), err)
	}
	if _, err := l.Add(t.Context(), "g", daily("d"), noon); err == nil {
		t.Error("what was looked at was written to")
	}
	must(t, l.Close())
	db, err := dbfile.Open(path, dbfile.Options{})
	must(t, err)
	_, err = db.Exec("DELETE FROM goose_db_version WHERE version_id > 1")
	must(t, err)
	must(t, db.Close())
	before, err := os.ReadFile(path)
	must(t, err)
	if _, err := OpenReadOnly(t.Context(), path); !errors.Is(err, dbfile.ErrOlder) {
		t.Errorf("an earlier version is looked at with %v, want %v", err, dbfile.ErrOlder)
	}
	after, err := os.ReadFile(path)
	must(t, err)
	if !bytes.Equal(before, after) {
		t.Error("looking has changed the file")
	}
}
