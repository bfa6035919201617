package article

import (
	"errors"
	"fmt"
	"io/fs"
)

// MaxSize is the most bytes that one article may have: a whole file, or one line of JSON Lines. No newspaper comes
// near it.
const MaxSize = 10 << 20

// errEmpty is the reason given for a file in which there is nothing to read.
var errEmpty = errors.New("it holds no text")

var errSize = fmt.Errorf("it is larger than %d MiB, the most that one article may have", MaxSize>>20)

// A FileError names a file, or a line of one, that could not be read and says why in plain words. The files beside it
// are read all the same.
type FileError struct {
	Path   string
	Line   int // of JSON Lines, from 1; 0 where the whole file is meant
	Reason string
}

// Error is "path: reason", or "path line 7: reason".
func (e *FileError) Error() string {
	if e.Line > 0 {
		return fmt.Sprintf("%s line %d: %s", e.Path, e.Line, e.Reason)
	}
	return e.Path + ": " + e.Reason
}

// cause is the innermost error, without the path, which is told already.
func cause(err error) string {
	if inner := (*fs.PathError)(nil); errors.As(err, &inner) {
		err = inner.Err
	}
	return err.Error()
}
