package output

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
)

// childVariable tells the test binary to be a run that is killed: "WAY MOMENT SCOPE DIR".
const childVariable = "ANTQ_OUTPUT_TEST_CHILD"

// killed is the exit code of a child that ended at its moment.
const killed = 77

func TestMain(m *testing.M) {
	if order := os.Getenv(childVariable); order != "" {
		child(order)
	}
	os.Exit(m.Run())
}

// child publishes the new site and ends at the given operation on the disk, without any clearing up.
func child(order string) {
	var way, scope, dir string
	var moment int
	if _, err := fmt.Sscanf(order, "%s %d %q %q", &way, &moment, &scope, &dir); err != nil {
		panic(err)
	}
	done := 0
	d := hooked{disk: disks[way], before: func(op, path string) error {
		if done++; done == moment {
			os.Exit(killed)
		}
		return nil
	}}
	if _, err := part(newSite, scope).build(d, dir, scope); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(0)
}

// part returns the files of one agency, or the whole site.
func part(s site, scope string) site {
	p := maps.Clone(s)
	maps.DeleteFunc(p, func(path, _ string) bool { return scope != "" && !strings.HasPrefix(path, scope+"/") })
	return p
}

// foreign is what somebody has put into the output folder.
var foreign = map[string]string{".htaccess": "deny", "so-cu/anh.jpg": "photo", "so-xay-dung/rieng/ghi-chu.txt": "note"}

// before makes an output folder with the old site and foreign files, and returns what it holds.
func before(t *testing.T, d disk) (dir string, holds map[string]string) {
	dir = filepath.Join(fastDir(t), "public")
	oldSite.mustBuild(t, d, dir)
	write(t, dir, foreign)
	return dir, held(t, dir)
}

// after returns what the output folder holds when the new site is published over the old one.
func after(t *testing.T, d disk, scope string) map[string]string {
	dir, _ := before(t, d)
	if _, err := part(newSite, scope).build(d, dir, scope); err != nil {
		t.Fatal(err)
	}
	return held(t, dir)
}

// TestKilledPublication ends a process at each of its operations on the disk, then looks at what is published, lets the next
// run begin, and lets it build.
func TestKilledPublication(t *testing.T) {
	for _, scope := range []string{"", "so-xay-dung"} {
		t.Run("scope "+scope, func(t *testing.T) {
			byName(t, func(t *testing.T, way string) {
				if way == "copies" {
					t.Skip("as with links, only slower")
				}
				d := disks[way]
				wantNew := after(t, d, scope)
				for moment := 1; ; moment++ {
					dir, wantOld := before(t, d)
					if !runChild(t, way, moment, scope, dir) {
						if moment <= 20 {
							t.Errorf("only %d moments", moment-1)
						}
						break
					}
					if fileByFile(way) {
						wantWholeFiles(t, dir, wantOld, wantNew)
					} else {
						wantEither(t, moment, dir, wantOld, wantNew)
					}
					lock, err := acquire(context.Background(), d, dir, nil)
					if err != nil {
						t.Fatalf("moment %d: the next run: %v", moment, err)
					}
					if err := lock.Release(); err != nil {
						t.Fatal(err)
					}
					wantEither(t, moment, dir, wantOld, wantNew)
					wantNothingBeside(t, moment, dir)
					if _, err := part(newSite, scope).build(d, dir, scope); err != nil {
						t.Fatalf("moment %d: the next build: %v", moment, err)
					}
					wantHeld(t, dir, wantNew)
				}
			})
		})
	}
}

func runChild(t *testing.T, way string, moment int, scope, dir string) (wasKilled bool) {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), fmt.Sprintf("%s=%s %d %q %q", childVariable, way, moment, scope, dir))
	out, err := cmd.CombinedOutput()
	var exit *exec.ExitError
	if errors.As(err, &exit) && exit.ExitCode() == killed {
		return true
	}
	if err != nil {
		t.Fatalf("moment %d: %v\n%s", moment, err, out)
	}
	return false
}

func wantEither(t *testing.T, moment int, dir string, a, b map[string]string) {
	t.Helper()
	if got := held(t, dir); !maps.Equal(got, a) && !maps.Equal(got, b) {
		t.Errorf("moment %d: neither the old nor the new site:\n%s", moment, listing(got))
	}
}

func wantNothingBeside(t *testing.T, moment int, dir string) {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(dir))
	if err != nil || len(entries) != 1 {
		t.Errorf("moment %d: beside the output: %v %v", moment, entries, err)
	}
}

var uses = regexp.MustCompile(`uses (\S+)`)

// wantWholeFiles fails if a file is neither that of the old nor that of the new site, or a page lacks what it uses.
func wantWholeFiles(t *testing.T, dir string, a, b map[string]string) {
	t.Helper()
	all := held(t, dir)
	for path, text := range all {
		if strings.HasSuffix(path, ".part") {
			continue // a file on its way from another file system
		}
		inA, okA := a[path]
		inB, okB := b[path]
		if !(okA && inA == text || okB && inB == text) && !strings.HasSuffix(path, "/") {
			t.Errorf("%s is partial: %q", path, text)
		}
		if m := uses.FindStringSubmatch(text); m != nil && all[m[1]] == "" {
			t.Errorf("%s lacks %s", path, m[1])
		}
	}
}

// TestReaderSeesOneSite looks at the output folder after every operation of a publication.
func TestReaderSeesOneSite(t *testing.T) {
	byName(t, func(t *testing.T, way string) {
		d := disks[way]
		wantNew := after(t, d, "")
		dir, wantOld := before(t, d)
		moments := 0
		watched := hooked{disk: d, before: func(op, path string) error { return nil }, after: func() {
			if moments++; fileByFile(way) {
				wantWholeFiles(t, dir, wantOld, wantNew)
			} else {
				wantEither(t, moments, dir, wantOld, wantNew)
			}
		}}
		newSite.mustBuild(t, watched, dir)
		wantHeld(t, dir, wantNew)
		if moments < 20 {
			t.Errorf("only %d moments", moments)
		}
	})
}

var errDead = errors.New("the process is dead")

// dead is a disk on which nothing happens any more from the given operation on.
func dead(d disk, moment int) disk {
	done := 0
	return hooked{disk: d, before: func(op, path string) error {
		if done++; done >= moment {
			return errDead
		}
		return nil
	}}
}

// TestKilledTwice stops a publication, then the run that finishes it.
func TestKilledTwice(t *testing.T) {
	ways(t, func(t *testing.T, d disk) {
		wantNew := after(t, d, "")
		finished := false
		for moment := 1; !finished; moment += 5 {
			again := 1
			for stopped := true; stopped; again += 4 {
				dir, wantOld := before(t, d)
				_, err := newSite.build(dead(d, moment), dir, "")
				finished = err == nil
				_, err = acquireAndRelease(dead(d, again), dir)
				if stopped = errors.Is(err, errDead); err != nil && !stopped {
					t.Fatalf("moment %d, %d: %v", moment, again, err)
				}
				if _, err := acquireAndRelease(d, dir); err != nil {
					t.Fatalf("moment %d, %d: %v", moment, again, err)
				}
				wantEither(t, moment, dir, wantOld, wantNew)
				wantNothingBeside(t, moment, dir)
			}
		}
	})
}

func acquireAndRelease(d disk, dir string) (*Lock, error) {
	lock, err := acquire(context.Background(), d, dir, nil)
	if err != nil {
		return nil, err
	}
	return lock, lock.Release()
}

// TestFullDisk lets each operation of a publication fail once.
func TestFullDisk(t *testing.T) {
	ways(t, func(t *testing.T, d disk) {
		wantNew := after(t, d, "")
		for moment := 1; ; moment++ {
			dir, wantOld := before(t, d)
			done, failed := 0, ""
			faulty := hooked{disk: d, before: func(op, path string) error {
				if done++; done == moment {
					failed = op
					return syscall.ENOSPC
				}
				return nil
			}}
			_, err := newSite.build(faulty, dir, "")
			if failed == "" {
				break
			}
			wantAfterFault(t, fmt.Sprintf("moment %d (%s)", moment, failed), failed, err, dir, wantOld, wantNew)
			newSite.mustBuild(t, d, dir)
			wantHeld(t, dir, wantNew)
			wantNothingBeside(t, moment, dir)
		}
	})
}

// TestReadOnlyOutput publishes into folders in which nothing can be written.
func TestReadOnlyOutput(t *testing.T) {
	ways(t, func(t *testing.T, d disk) {
		dir, wantOld := before(t, d)
		readOnly := hooked{disk: d, before: func(op, path string) error {
			if !staged(path) && !strings.Contains(path, ".stage") {
				return syscall.EROFS
			}
			return nil
		}}
		if _, err := newSite.build(readOnly, dir, ""); !errors.Is(err, syscall.EROFS) {
			t.Errorf("got %v", err)
		}
		wantHeld(t, dir, wantOld)
		wantNothingBeside(t, 0, dir)
	})
}

// wantAfterFault checks what one failed operation leaves behind: the new site, the old site, or an unfinished publication
// that says so.
func wantAfterFault(t *testing.T, when, op string, err error, dir string, wantOld, wantNew map[string]string) {
	t.Helper()
	var unfinished *UnfinishedError
	got := held(t, dir)
	switch {
	case err == nil:
		if op != "remove" && op != "link" { // a link is replaced by a copy
			t.Errorf("%s: no error", when)
		}
		if !maps.Equal(got, wantNew) {
			t.Errorf("%s: not the new site:\n%s", when, listing(got))
		}
	case errors.As(err, &unfinished):
		wantWholeFiles(t, dir, wantOld, wantNew)
	case op == "remove": // the stage could not be removed
		if !maps.Equal(got, wantOld) && !maps.Equal(got, wantNew) {
			t.Errorf("%s: neither the old nor the new site:\n%s", when, listing(got))
		}
	default:
		if !maps.Equal(got, wantOld) {
			t.Errorf("%s: not the old site:\n%s", when, listing(got))
		}
		wantNothingBeside(t, 0, dir)
	}
}
