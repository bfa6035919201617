package bot

import (
	"math/rand/v2"
	"os"
	"strconv"
	"testing"
)

// times is how often a test does something: in a short run, in an ordinary one, and with
// RAPPORTEUR_LONG=1.
func times(short, usual, long int) int {
	switch {
	case os.Getenv("RAPPORTEUR_LONG") != "":
		return long
	case testing.Short():
		return short
	}
	return usual
}

// seedOf is the seed of a test that draws: a new one each time, which is printed, or that
// of RAPPORTEUR_SEED, to see a failure again.
func seedOf(t *testing.T) uint64 {
	t.Helper()
	seed, err := strconv.ParseUint(os.Getenv("RAPPORTEUR_SEED"), 10, 64)
	if err != nil {
		seed = rand.Uint64()
	}
	t.Logf("RAPPORTEUR_SEED=%d", seed)
	return seed
}
