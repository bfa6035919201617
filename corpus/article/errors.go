package article

import (
	"errors"
	"fmt"
	"io/fs"
)

// MaxSize is the limit in bytes for one article: a whole file, or one line of JSON Lines.
const MaxSize = 10 << 20

// errEmpty is the reason for a file without text.
var errEmpty = errors.New("it has no text")

var errSize = fmt.Errorf("it is larger than %d MiB, the limit for one article", MaxSize>>20)

// A FileError names a file, or a line of one, that could not be read, with the reason. Other files are still read.
type FileError struct {
	Path   string
	Line   int // of JSON Lines, from 1; 0 for the whole file
	Reason string
}

// Error is "path: reason", or "path line 7: reason".
func (e *FileError) Error() string {
	if e.Line > 0 {
		return fmt.Sprintf("%s line %d: %s", e.Path, e.Line, e.Reason)
	}
	return e.Path + ": " + e.Reason
}

// cause is the innermost error, without the path, which FileError has.
func cause(err error) string {
	if inner := (*fs.PathError)(nil); errors.As(err, &inner) {
		err = inner.Err
	}
	return err.Error()
}
