package output

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// journal says what a publication is about to do, so that the next run can finish it. It is one of two: an exchange of
// folders, known by the sum of the new manifest, or a list of steps.
type journal struct {
	exchange Sum
	steps    []step
}

// step is one change to the target folder. As a line of the journal: the verb, sha256, size and path of the file.
type step struct {
	verb string // "add", "replace" or "remove"
	file File   // path below the target folder; for a removal the file as it was made
}

const (
	journalHead = "antq journal 1\n"
	journalTail = "end\n"
)

func journalPath(root string) string { return filepath.Join(root, "journal") }

func (j journal) format() []byte {
	var b bytes.Buffer
	b.WriteString(journalHead)
	if j.steps == nil {
		fmt.Fprintf(&b, "exchange %s\n", j.exchange)
	}
	for _, s := range j.steps {
		fmt.Fprintf(&b, "%s %s %d %s\n", s.verb, s.file.Sum, s.file.Size, s.file.Path)
	}
	b.WriteString(journalTail)
	return b.Bytes()
}

// writeJournal puts the journal into the stage in one step.
func writeJournal(d disk, root string, j journal) error {
	part := journalPath(root) + ".part"
	w, err := d.Create(part)
	if err != nil {
		return err
	}
	_, err = w.Write(j.format())
	if err = errors.Join(err, w.Close()); err != nil {
		return err
	}
	return d.Rename(part, journalPath(root))
}

// readJournal returns the journal of a stage; ok is false if there is none.
func readJournal(root string) (j journal, ok bool, err error) {
	text, err := os.ReadFile(journalPath(root))
	if errors.Is(err, fs.ErrNotExist) {
		return j, false, nil
	}
	if err != nil {
		return j, false, err
	}
	j, err = parseJournal(string(text))
	if err != nil {
		return j, false, fmt.Errorf("%s: %w", journalPath(root), err)
	}
	return j, true, nil
}

func parseJournal(text string) (j journal, err error) {
	body, head := strings.CutPrefix(text, journalHead)
	body, tail := strings.CutSuffix(body, journalTail)
	if !head || !tail || body == "" {
		return j, errors.New("not a whole journal of a publication")
	}
	for line := range strings.Lines(body) {
		line = strings.TrimSuffix(line, "\n")
		if sum, ok := strings.CutPrefix(line, "exchange "); ok && line+"\n" == body {
			if j.exchange, ok = parseSum(sum); ok {
				return j, nil
			}
		}
		fields := strings.SplitN(line, " ", 4)
		if len(fields) != 4 || !slices.Contains([]string{"add", "replace", "remove"}, fields[0]) || CheckPath(fields[3]) != nil {
			return j, fmt.Errorf("unknown step %q", line)
		}
		sum, ok := parseSum(fields[1])
		size, err := strconv.ParseInt(fields[2], 10, 64)
		if !ok || err != nil {
			return j, fmt.Errorf("unknown step %q", line)
		}
		j.steps = append(j.steps, step{verb: fields[0], file: File{Path: fields[3], Size: size, Sum: sum}})
	}
	return j, nil
}
