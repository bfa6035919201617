package testenv

import (
	"math/rand/v2"
	"os"
	"strconv"
	"testing"
)

// Times is how often a test repeats something: in a short run, in a usual one, and with RAPPORTEUR_LONG=1.
func Times(short, usual, long int) int {
	switch {
	case os.Getenv("RAPPORTEUR_LONG") != "":
		return long
	case testing.Short():
		return short
	}
	return usual
}

// Seed is the seed of a test that draws at random: a new one each time, which is logged,
// or RAPPORTEUR_SEED, which repeats a failure.
func Seed(t testing.TB) uint64 {
	t.Helper()
	seed, err := strconv.ParseUint(os.Getenv("RAPPORTEUR_SEED"), 10, 64)
	if err != nil {
		seed = rand.Uint64()
	}
	t.Logf("RAPPORTEUR_SEED=%d", seed)
	return seed
}
