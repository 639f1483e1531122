package output

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"hash"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
)

// Stage is the store of a build: a folder beside the output folder that receives the files which differ from what is
// published. Its name is ".<output>.stage", for one agency ".<output>.stage-<id>"; it holds the folder "new", shaped like
// the folder that is published, and during publication a journal.
type Stage struct {
	disk   disk
	dir    string // the output folder, absolute
	scope  string // "" or the agency whose folder alone is written
	target string // the folder that is published: dir or dir/scope
	root   string // the stage's own folder
	old    *published
	fresh  *folders // root/new

	mu        sync.Mutex
	begun     bool
	staged    map[string]bool // by path below the target: what was written
	published bool
	settled   bool // Close has nothing to do: the stage is gone, or the next run needs it
}

// NewStage returns the stage for the output folder dir; scope is "" for the whole output or the id of one agency, whose
// folder dir/scope alone is then written. The caller holds the lock of dir. Nothing is created before there is a file that
// differs from what is published. Errors: [*RefusedError] if the folder to publish is a file or a symbolic link,
// [*ManifestError] if a manifest in it cannot be read.
func NewStage(dir, scope string) (*Stage, error) { return newStage(system{}, dir, scope) }

func newStage(d disk, dir, scope string) (*Stage, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return nil, err
	}
	s := &Stage{disk: d, dir: dir, scope: scope, target: dir, root: stageFolder(dir, scope), staged: make(map[string]bool)}
	if scope != "" {
		if CheckPath(scope) != nil || strings.ContainsAny(scope, "/.") {
			return nil, fmt.Errorf("%q is not the id of an agency", scope)
		}
		s.target = filepath.Join(dir, scope)
	}
	for _, folder := range []string{dir, s.target} {
		if err := checkFolder(folder); err != nil {
			return nil, err
		}
	}
	s.fresh = &folders{disk: d, root: filepath.Join(s.root, "new")}
	s.old, err = loadPublished(s.target, scope == "")
	return s, err
}

// stageFolder returns the folder of a stage. An id holds no full stop, so that no stage has the name of another output's.
func stageFolder(dir, scope string) string {
	name := "." + filepath.Base(dir) + ".stage"
	if scope != "" {
		name += "-" + scope
	}
	return filepath.Join(filepath.Dir(dir), name)
}

// Close removes the stage, unless a publication was stopped in the middle and the next run has to finish it. Files that
// were not published cannot be opened any more.
func (s *Stage) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !s.begun || s.settled {
		return nil
	}
	s.begun = false
	return removeStage(s.disk, s.root)
}

// begin creates the stage's folder.
func (s *Stage) begin() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.begun {
		return nil
	}
	if err := makeAll(s.disk, filepath.Dir(s.root)); err != nil {
		return err
	}
	if err := s.disk.Mkdir(s.root, 0o700); err != nil {
		return fmt.Errorf("making the stage: %w", err)
	}
	s.begun = true
	return s.fresh.make("")
}

// below returns a tree's path as one below the target folder.
func (s *Stage) below(path string) (string, error) {
	rel := path
	if s.scope != "" {
		var ok bool
		if rel, ok = strings.CutPrefix(path, s.scope+"/"); !ok {
			return "", fmt.Errorf("%q is not a file of %s", path, s.scope)
		}
	}
	if _, err := filepath.Localize(rel); err != nil {
		return "", &PathError{Path: path}
	}
	return rel, nil
}

// create makes the file for a path below the target, and its folders.
func (s *Stage) create(rel string) (io.WriteCloser, error) {
	if err := s.begin(); err != nil {
		return nil, err
	}
	if err := s.fresh.make(parent(rel)); err != nil {
		return nil, err
	}
	w, err := s.disk.Create(s.fresh.local(rel))
	if err != nil {
		return nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.staged[rel] = true
	return w, nil
}

func (s *Stage) put(f File, data []byte) error {
	rel, err := s.below(f.Path)
	if err != nil {
		return err
	}
	f.Path = rel
	if s.old.holds(f, data) {
		return nil
	}
	w, err := s.create(rel)
	if err != nil {
		return err
	}
	_, err = w.Write(data)
	return errors.Join(err, w.Close())
}

// write makes the file for a path below the target from a reader.
func (s *Stage) write(rel string, r io.Reader) error {
	w, err := s.create(rel)
	if err != nil {
		return err
	}
	_, err = io.Copy(w, r)
	return errors.Join(err, w.Close())
}

// copy compares the reader with the published file as it goes, and begins to write at the first difference.
func (s *Stage) copy(path string, r io.Reader) (File, error) {
	rel, err := s.below(path)
	if err != nil {
		return File{}, err
	}
	c := &counter{from: r, hash: sha256.New()}
	old, err := s.openOwned(rel)
	if err != nil {
		err = s.write(rel, c)
		return c.file(path), err
	}
	defer old.Close()
	chunk, same, err := commonStart(c, old)
	if err != nil {
		return File{}, err
	}
	if chunk == nil {
		return c.file(path), nil
	}
	if _, err := old.Seek(0, io.SeekStart); err != nil {
		return File{}, err
	}
	err = s.write(rel, io.MultiReader(io.LimitReader(old, same), bytes.NewReader(chunk), c))
	return c.file(path), err
}

// openOwned opens the published file of a path that antq owns.
func (s *Stage) openOwned(rel string) (*os.File, error) {
	f, ok := s.old.owned[rel]
	if !ok {
		return nil, notExist(rel)
	}
	return s.old.open(rel, f.Size)
}

// commonStart reads both files as far as they are equal: same bytes. chunk is what was read of r after that, nil if both
// files are equal to the end.
func commonStart(r, old io.Reader) (chunk []byte, same int64, err error) {
	a, b := make([]byte, bufferSize), make([]byte, bufferSize)
	for {
		n, err := io.ReadFull(r, a)
		if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
			return nil, same, err
		}
		m, _ := io.ReadFull(old, b) // what cannot be read differs
		if !bytes.Equal(a[:n], b[:m]) {
			return a[:n], same, nil
		}
		same += int64(n)
		if err != nil {
			return nil, same, nil
		}
	}
}

func (s *Stage) keep(path string, sum Sum) (int64, bool, error) {
	rel, err := s.below(path)
	if err != nil {
		return 0, false, err
	}
	f := s.old.owned[rel]
	return f.Size, f.Sum == sum && s.old.untouched(rel), nil
}

func (s *Stage) open(path string) (io.ReadCloser, error) {
	rel, err := s.below(path)
	if err != nil {
		return nil, err
	}
	s.mu.Lock()
	fresh := s.staged[rel] && !s.published
	s.mu.Unlock()
	if fresh {
		return os.Open(s.fresh.local(rel))
	}
	return os.Open(s.old.local(rel))
}

// counter measures what is read through it.
type counter struct {
	from io.Reader
	hash hash.Hash
	size int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.from.Read(p)
	c.size += int64(n)
	c.hash.Write(p[:n])
	return n, err
}

func (c *counter) file(path string) File {
	f := File{Path: path, Size: c.size}
	c.hash.Sum(f.Sum[:0])
	return f
}
