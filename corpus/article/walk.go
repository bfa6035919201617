package article

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"
)

// A File is one file to be read, and its size in bytes.
type File struct {
	Path string
	Size int64
}

// Files lists the files at paths: each file, and the files in and below each folder, in the order of their names. In
// folders, names that begin with a dot are skipped. What cannot be listed is yielded as a *FileError.
func Files(ctx context.Context, paths []string) iter.Seq2[File, error] {
	return func(yield func(File, error) bool) {
		for _, root := range paths {
			if info, err := os.Stat(root); err == nil && info.IsDir() {
				root = filepath.Clean(root) + string(filepath.Separator) // follows the link that root may be
			}
			err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
				switch {
				case ctx.Err() != nil:
					return ctx.Err()
				case err == nil && path != root && strings.HasPrefix(d.Name(), "."):
					if d.IsDir() {
						return fs.SkipDir
					}
					return nil
				case err == nil && d.IsDir():
					return nil
				}
				f, err := regular(path, path == root, err)
				if !yield(f, err) {
					return fs.SkipAll
				}
				return nil
			})
			if err != nil {
				yield(File{}, err)
				return
			}
		}
	}
}

// regular checks that path is a regular file. A link is followed only where the caller named it, since inside a
// folder it may lead anywhere.
func regular(path string, named bool, err error) (File, error) {
	var info fs.FileInfo
	if err == nil {
		info, err = os.Lstat(path)
	}
	if err == nil && named {
		info, err = os.Stat(path)
	}
	var reason string
	switch {
	case errors.Is(err, fs.ErrNotExist):
		reason = "there is no such file or folder"
	case errors.Is(err, fs.ErrPermission):
		reason = "permission to read it is denied"
	case err != nil:
		reason = cause(err)
	case info.Mode()&fs.ModeSymlink != 0:
		reason = "it is a link, which is not followed inside a folder"
	case !info.Mode().IsRegular():
		reason = "it is not a regular file"
	default:
		return File{path, info.Size()}, nil
	}
	return File{Path: path}, &FileError{Path: path, Reason: reason}
}

// Walk reads the articles at paths one after the other. An error is a *FileError, after which the walk continues, or
// the context's, which ends it.
func Walk(ctx context.Context, paths []string) iter.Seq2[Article, error] {
	return func(yield func(Article, error) bool) {
		for f, err := range Files(ctx, paths) {
			if err != nil {
				if !yield(Article{}, err) {
					return
				}
				continue
			}
			for a, err := range Read(ctx, f) {
				if !yield(a, err) || err != nil && ctx.Err() != nil {
					return
				}
			}
		}
	}
}

// WalkFS reads the articles of fsys, in the order of their names. Errors are those of Walk.
func WalkFS(ctx context.Context, fsys fs.FS) iter.Seq2[Article, error] {
	return func(yield func(Article, error) bool) {
		err := fs.WalkDir(fsys, ".", func(path string, d fs.DirEntry, err error) error {
			if ctx.Err() != nil || err == nil && d.IsDir() {
				return ctx.Err()
			}
			var file fs.File
			if err == nil {
				file, err = fsys.Open(path)
			}
			more := false
			if err == nil {
				defer file.Close()
				more = readFrom(ctx, path, file, yield)
			} else {
				more = yield(Article{}, &FileError{Path: path, Reason: cause(err)})
			}
			if !more {
				return fs.SkipAll
			}
			return nil
		})
		if err != nil {
			yield(Article{}, err)
		}
	}
}

// Read reads the articles of one file, JSON Lines one line at a time, so that only one article must fit in memory.
func Read(ctx context.Context, f File) iter.Seq2[Article, error] {
	return func(yield func(Article, error) bool) {
		file, err := os.Open(f.Path)
		if err != nil {
			_, err = regular(f.Path, true, err)
			yield(Article{}, err)
			return
		}
		defer file.Close()
		readFrom(ctx, f.Path, file, yield)
	}
}

// readFrom yields the articles of one open file, and reports whether the walk continues.
func readFrom(ctx context.Context, path string, file io.Reader, yield func(Article, error) bool) bool {
	in := bufio.NewReaderSize(file, 64<<10)
	head, err := in.Peek(1024)
	if (err == nil || errors.Is(err, io.EOF)) && streams(path, head) {
		return readObjects(ctx, path, in, yield)
	}
	raw, err := io.ReadAll(io.LimitReader(in, MaxSize+1))
	if err != nil {
		return yield(Article{}, &FileError{Path: path, Reason: cause(err)})
	}
	all, err := Parse(path, raw)
	if err != nil {
		return yield(Article{}, err)
	}
	for _, a := range all {
		if !yield(a, nil) {
			return false
		}
	}
	return true
}

// streams reports whether a file that begins with head can be read line by line: JSON Lines in UTF-8.
func streams(path string, head []byte) bool {
	order, _ := utf16Order(head)
	return order == nil && detect(path, string(bytes.TrimPrefix(head, []byte("\ufeff")))) == JSONLines
}

func readObjects(ctx context.Context, path string, in *bufio.Reader, yield func(Article, error) bool) bool {
	at, found := 0, false
	for n := 1; ctx.Err() == nil; n++ {
		line, size, err := readLine(in)
		more := true
		switch {
		case err != nil && !errors.Is(err, io.EOF):
			return yield(Article{}, &FileError{Path: path, Line: n, Reason: cause(err)})
		case size == 0:
			return found || yield(Article{}, &FileError{Path: path, Reason: errEmpty.Error()})
		case size > len(line):
			more = yield(Article{}, &FileError{Path: path, Line: n, Reason: errSize.Error()})
		case len(bytes.TrimSpace(line)) > 0:
			a, err := readObject(path, n, line, at)
			more = yield(a, err)
		default:
			at += size
			continue
		}
		if !more {
			return false
		}
		found = true
		at += size
	}
	yield(Article{}, ctx.Err())
	return false
}

// readLine reads one line and returns its length in bytes; of a line longer than MaxSize it returns only a part.
func readLine(in *bufio.Reader) (line []byte, size int, err error) {
	for {
		part, err := in.ReadSlice('\n')
		size += len(part)
		if size <= MaxSize {
			line = append(line, part...)
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return line, size, err
		}
	}
}

// readObject reads line n, which starts at offset at of the file.
func readObject(path string, n int, line []byte, at int) (Article, error) {
	text, file, err := decode(line)
	var a Article
	if err == nil {
		a, err = parseObject(text, 0)
	}
	if err != nil {
		return Article{}, &FileError{Path: path, Line: n, Reason: err.Error()}
	}
	a.Path, a.File = path, shifted(through(a.File, file), at, len(a.Text))
	return a, nil
}
