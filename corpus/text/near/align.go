package near

// A pair says that word i of one text is word j of the other.
type pair struct{ i, j int }

// align pairs the words that two texts share in the same order: a longest common subsequence by weight (Wagner and
// Fischer, "The String-to-String Correction Problem", Journal of the ACM 21, 1974).
func align(a, b []word) []pair {
	cols := len(b) + 1
	best := make([]float64, (len(a)+1)*cols)
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			at := i*cols + j
			best[at] = max(best[at+cols], best[at+1])
			if equal(a[i], b[j]) {
				best[at] = max(best[at], best[at+cols+1]+a[i].weight)
			}
		}
	}
	var out []pair
	for i, j := 0, 0; i < len(a) && j < len(b); {
		at := i*cols + j
		switch {
		case equal(a[i], b[j]) && best[at] == best[at+cols+1]+a[i].weight:
			out = append(out, pair{i, j})
			i, j = i+1, j+1
		case best[at] == best[at+cols]:
			i++
		default:
			j++
		}
	}
	return out
}

func equal(a, b word) bool {
	return a.key == b.key || a.kind == b.kind && a.kind == name && spelled(a.key, b.key)
}
