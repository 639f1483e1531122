package output

import (
	"bytes"
	"crypto/sha256"
	"io"
	"sync"
)

// Memory is a store that holds the bytes. The zero value is not usable; see [NewMemory].
type Memory struct {
	mu    sync.RWMutex
	files map[string][]byte
}

// NewMemory returns an empty store.
func NewMemory() *Memory { return &Memory{files: make(map[string][]byte)} }

func (m *Memory) put(f File, data []byte) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.files[f.Path] = bytes.Clone(data)
	return nil
}

func (m *Memory) copy(path string, r io.Reader) (File, error) {
	data, err := io.ReadAll(r)
	if err != nil {
		return File{}, err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.files[path] = data
	return File{Path: path, Size: int64(len(data)), Sum: sha256.Sum256(data)}, nil
}

// keep never has a file: nothing is published from memory.
func (m *Memory) keep(string, Sum) (int64, bool, error) { return 0, false, nil }

func (m *Memory) open(path string) (io.ReadCloser, error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	data, ok := m.files[path]
	if !ok {
		return nil, notExist(path)
	}
	return io.NopCloser(bytes.NewReader(data)), nil
}
