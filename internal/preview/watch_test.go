package preview

import (
	"errors"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/fsnotify/fsnotify"

	"antq/internal/build"
)

const opening = "content/so-mau/tin-tuc/khai-mac.md"

// Each way in which editors save brings the new text, and no rebuild on the way sees half a file.
func TestSavesOfEditors(t *testing.T) {
	s := play(t, smallSite(t), nil)
	temporary := s.path("content/so-mau/tin-tuc/khai-mac.md.tmp")
	for i, c := range []struct {
		name string
		save func(file, text string) error
	}{
		{"plain", func(file, text string) error { return os.WriteFile(file, []byte(text), 0o644) }},
		{"cut, then written in two pieces", func(file, text string) error {
			f, err := os.Create(file)
			if err != nil {
				return err
			}
			_, err1 := f.WriteString(text[:len(text)/2])
			_, err2 := f.WriteString(text[len(text)/2:])
			return errors.Join(err1, err2, f.Close())
		}},
		{"vim: probe, backup by renaming, new file, backup removed", func(file, text string) error {
			probe := filepath.Join(filepath.Dir(file), "4913")
			return errors.Join(os.WriteFile(probe, nil, 0o644), os.Remove(probe), os.Rename(file, file+"~"),
				os.WriteFile(file, []byte(text), 0o644), os.Remove(file+"~"))
		}},
		{"temporary file renamed over it", func(file, text string) error {
			return errors.Join(os.WriteFile(temporary, []byte(text), 0o644), os.Rename(temporary, file))
		}},
		{"Word: temporary file, old one put away, new one renamed", func(file, text string) error {
			dir := filepath.Dir(file)
			lock, old, fresh := filepath.Join(dir, "~$ai-mac.md"), filepath.Join(dir, "~WRL0001.tmp"), filepath.Join(dir, "~WRD0000.tmp")
			return errors.Join(os.WriteFile(lock, []byte("x"), 0o644), os.WriteFile(fresh, []byte(text), 0o644), os.Rename(file, old),
				os.Rename(fresh, file), os.Remove(old), os.Remove(lock))
		}},
		{"removed and written anew", func(file, text string) error {
			return errors.Join(os.Remove(file), os.WriteFile(file, []byte(text), 0o644))
		}},
	} {
		word := fmt.Sprintf("lần-lưu-%d", i)
		text := s.read(opening) + "\nĐã sửa " + word + ".\n"
		if err := c.save(s.path(opening), text); err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		r := s.until(c.name, func(r Rebuild) bool {
			for _, file := range r.Changed {
				if file != opening {
					t.Errorf("%s: %s counts as changed", c.name, file)
				}
			}
			_, body := s.get("/so-mau/tin-tuc/khai-mac.html")
			return strings.Contains(body, word)
		})
		if !r.Good {
			t.Errorf("%s: not good", c.name)
		}
	}
}

func TestWhatBecomesOfFiles(t *testing.T) {
	s := play(t, smallSite(t), nil)
	const page = "/so-mau/tin-tuc/khai-mac.html"
	s.write("content/so-mau/tin-tuc/moi.md", "---\ntitle: Tin mới\ndate: 13/10/2026\n---\n\nNội dung mới.\n")
	s.touching("content/so-mau/tin-tuc/moi.md")
	s.shows("/so-mau/tin-tuc/moi.html", "Nội dung mới.")
	s.shows("/so-mau/tin-tuc/", "Tin mới")

	if err := os.Rename(s.path(opening), s.path("content/so-mau/tin-tuc/doi-ten.md")); err != nil {
		t.Fatal(err)
	}
	s.touching("content/so-mau/tin-tuc/doi-ten.md")
	s.shows("/so-mau/tin-tuc/doi-ten.html", "Đợt thi đua đã khai mạc.")
	if answer, _ := s.get(page); answer.StatusCode != http.StatusNotFound {
		t.Errorf("a page that was renamed still answers %d", answer.StatusCode)
	}

	if err := os.Remove(s.path("content/so-mau/tin-tuc/doi-ten.md")); err != nil {
		t.Fatal(err)
	}
	s.touching("content/so-mau/tin-tuc/doi-ten.md")
	if answer, _ := s.get("/so-mau/tin-tuc/doi-ten.html"); answer.StatusCode != http.StatusNotFound {
		t.Errorf("a page that was deleted still answers %d", answer.StatusCode)
	}

	s.edit("content/so-mau/_agency.md", "name: Sở Mẫu", "name: Sở Mẫu Mực")
	s.touching("content/so-mau/_agency.md")
	s.shows("/so-mau/", "Sở Mẫu Mực")
	s.edit("content/_campaign.md", "an ninh Tổ quốc", "an ninh Tổ quốc năm 2026")
	s.touching("content/_campaign.md")
	s.shows("/", "năm 2026")
	s.edit("layouts/base.html", "<body>", "<body data-mau=thu>")
	s.touching("layouts/base.html")
	s.shows("/so-mau/", "data-mau=thu")
	s.write("static/root/robots.txt", "User-agent: *\n")
	s.touching("static/root/robots.txt")
	s.shows("/so-mau/robots.txt", "User-agent")
}

// A folder that is moved in, with folders and files in it, is there with all it holds, and watched from then on.
func TestFolderMovedIn(t *testing.T) {
	s := play(t, smallSite(t), nil)
	away := filepath.Join(t.TempDir(), "van-ban")
	for i := range 30 {
		dir := filepath.Join(away, fmt.Sprintf("goi-%d", i))
		text := fmt.Sprintf("---\ntitle: Trang %d\ndate: 13/10/2026\n---\n\nChữ %d.\n", i, i)
		if err := errors.Join(os.MkdirAll(dir, 0o755), os.WriteFile(filepath.Join(dir, "index.md"), []byte(text), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Rename(away, s.path("content/so-mau/mo-hinh")); err != nil {
		if errors.Is(err, syscall.EXDEV) {
			t.Skip("the folder for temporary files lies on two disks")
		}
		t.Fatal(err)
	}
	r := s.touching("content/so-mau/mo-hinh/goi-29/index.md")
	if len(r.Changed) != 30 {
		t.Errorf("%d files changed, not 30", len(r.Changed))
	}
	s.shows("/so-mau/mo-hinh/goi-29.html", "Chữ 29.")
	s.edit("content/so-mau/mo-hinh/goi-7/index.md", "Chữ 7.", "Chữ bảy.")
	s.touching("content/so-mau/mo-hinh/goi-7/index.md")
	s.shows("/so-mau/mo-hinh/goi-7.html", "Chữ bảy.")

	if err := os.Rename(s.path("content/so-mau/mo-hinh"), s.path("content/so-mau/guong-tot")); err != nil {
		t.Fatal(err)
	}
	s.touching("content/so-mau/guong-tot/goi-29/index.md")
	s.edit("content/so-mau/guong-tot/goi-8/index.md", "Chữ 8.", "Chữ tám.")
	s.touching("content/so-mau/guong-tot/goi-8/index.md")
	s.shows("/so-mau/guong-tot/goi-8.html", "Chữ tám.")
}

// A folder of the site that is a link is watched where it leads.
func TestLinkedFolderIsWatched(t *testing.T) {
	dir, away := smallSite(t), filepath.Join(t.TempDir(), ".noi-dung")
	if err := errors.Join(os.CopyFS(away, os.DirFS(filepath.Join(dir, "content"))), os.RemoveAll(filepath.Join(dir, "content"))); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(away, filepath.Join(dir, "content")); err != nil {
		t.Skip(err) // not everybody may make links on Windows
	}
	clock := newClockwork()
	s := play(t, dir, func(o *Options) { // no scan finds what no event tells
		o.after = func(d time.Duration) (<-chan time.Time, func()) {
			if d >= healEvery {
				return clock.after(d)
			}
			return afterTimer(d)
		}
	})
	s.edit(opening, "Đoạn thứ hai.", "Đoạn qua liên kết.")
	s.touching(opening)
	s.shows("/so-mau/tin-tuc/khai-mac.html", "Đoạn qua liên kết.")
}

// clockwork is a clock that goes when the test says so.
type clockwork struct{ rings chan ring }

// ring is a timer that was set.
type ring struct {
	after time.Duration
	c     chan time.Time
}

func newClockwork() *clockwork { return &clockwork{make(chan ring, 100)} }

func (c *clockwork) after(d time.Duration) (<-chan time.Time, func()) {
	r := ring{d, make(chan time.Time, 1)}
	c.rings <- r
	return r.c, func() {}
}

// fakeWatcher is a watcher on a real folder whose events, timers and failures are the test's.
type fakeWatcher struct {
	*watcher
	events  chan fsnotify.Event
	errors  chan error
	watched []string
	refuse  func(dir string) error
	asked   []build.Changes
	notices []Notice
	closed  bool
}

func newFakeWatcher(t *testing.T) *fakeWatcher {
	f := &fakeWatcher{events: make(chan fsnotify.Event, 5000), errors: make(chan error, 10), refuse: func(string) error { return nil }}
	f.watcher = &watcher{
		root: smallSite(t), after: afterTimer,
		change: func(c build.Changes) { f.asked = append(f.asked, c) },
		notice: func(n Notice) { f.notices = append(f.notices, n) },
		open: func() (notifier, error) {
			add := func(dir string) error {
				if err := f.refuse(dir); err != nil {
					return err
				}
				f.watched = append(f.watched, dir)
				return nil
			}
			return notifier{f.events, f.errors, add, func() error { f.closed = true; return nil }}, nil
		},
	}
	return f
}

func (f *fakeWatcher) file(name string) string {
	return filepath.Join(f.root, filepath.FromSlash(name))
}

// write changes a file and, if told so, notes the event of it.
func (f *fakeWatcher) write(t *testing.T, name, text string, told bool) {
	t.Helper()
	if err := errors.Join(os.MkdirAll(filepath.Dir(f.file(name)), 0o755), os.WriteFile(f.file(name), []byte(text), 0o644)); err != nil {
		t.Fatal(err)
	}
	if told {
		f.note(fsnotify.Event{Name: f.file(name), Op: fsnotify.Write})
	}
}

func (f *fakeWatcher) changedFiles() []string {
	var names []string
	for _, c := range f.asked {
		for name := range c.Files {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

func TestThousandFilesAreOneRebuild(t *testing.T) {
	f := newFakeWatcher(t)
	f.start()
	for i := range 1000 {
		f.write(t, fmt.Sprintf("content/so-mau/tin-tuc/tin-%d.md", i), "---\ntitle: A\n---\n", true)
	}
	if wait := f.batch.wait(f.batch.first); wait != quietMany {
		t.Errorf("waits %v after many events, want %v", wait, quietMany)
	}
	f.look()
	if len(f.asked) != 1 || len(f.asked[0].Files) != 1000 {
		t.Errorf("%d rebuilds of %d files", len(f.asked), len(f.changedFiles()))
	}
	if wait := f.batch.wait(f.batch.first.Add(longest)); len(f.batch.paths) != 0 || wait > quietSave {
		t.Errorf("the batch is not empty: %v", f.batch)
	}
}

func TestFolderThatNeverRestsIsBuilt(t *testing.T) {
	var b batch
	start := time.Date(2026, 11, 5, 0, 0, 0, 0, time.UTC)
	b.add("content/a.md", start)
	if got := b.wait(start); got != quietSave {
		t.Errorf("first wait %v", got)
	}
	b.add("content/a.md", start.Add(longest-time.Millisecond))
	if got := b.wait(start.Add(longest - time.Millisecond)); got != time.Millisecond {
		t.Errorf("wait near the end %v", got)
	}
	if got := b.wait(start.Add(2 * longest)); got != 0 {
		t.Errorf("wait behind the end %v", got)
	}
}

// A save that looks half done is given another while, once: a file that stays empty or gone is built.
func TestHalfDoneSavesWait(t *testing.T) {
	f := newFakeWatcher(t)
	f.start()
	f.write(t, opening, "", true)
	f.look()
	if len(f.asked) != 0 || f.batch.wait(f.batch.first) != quietHalf {
		t.Fatalf("built at once: %v", f.asked)
	}
	f.write(t, opening, "---\ntitle: A\n---\n", true)
	f.look()
	if !slices.Equal(f.changedFiles(), []string{opening}) {
		t.Fatalf("built: %v", f.asked)
	}
	f.asked = nil
	if err := os.Remove(f.file(opening)); err != nil {
		t.Fatal(err)
	}
	f.note(fsnotify.Event{Name: f.file(opening), Op: fsnotify.Remove})
	f.look()
	f.look()
	if !slices.Equal(f.changedFiles(), []string{opening}) {
		t.Errorf("a deleted file: %v", f.asked)
	}
}

func TestWhatIsNoneOfTheSites(t *testing.T) {
	f := newFakeWatcher(t)
	f.start()
	for _, name := range []string{"public/index.html", ".antq/cache", "content/so-mau/tin-tuc/.a.md.swp", "content/so-mau/tin-tuc/a.md~", "content/.git/index", "content/so-mau/4913", "contents/a.md"} {
		if f.note(fsnotify.Event{Name: f.file(name), Op: fsnotify.Write}) {
			t.Errorf("%s is taken for a source", name)
		}
	}
	if f.note(fsnotify.Event{Name: f.file(opening), Op: fsnotify.Chmod}) {
		t.Error("another mode or time of access counts as a change")
	}
}

// What no event told is found by the next scan; where that goes on, events are given up.
func TestMissedEventsHeal(t *testing.T) {
	f := newFakeWatcher(t)
	f.start()
	f.write(t, opening, "---\ntitle: Một\n---\n", false)
	f.heal(true)
	if !slices.Equal(f.changedFiles(), []string{opening}) || f.polling {
		t.Fatalf("healed %v, polling %v", f.asked, f.polling)
	}
	// The event was only late.
	f.note(fsnotify.Event{Name: f.file(opening), Op: fsnotify.Write})
	f.look()
	f.heal(true)
	if f.missed != 0 {
		t.Error("a late event counts as missed")
	}
	for i := range maxMissed + 1 {
		f.write(t, opening, strings.Repeat("x", i+1), false)
		f.heal(true)
	}
	if !f.polling || !f.closed || len(f.notices) != 1 || f.notices[0].Kind != NoticeSilent {
		t.Errorf("polling %v, notices %v", f.polling, f.notices)
	}
	f.asked = nil
	f.write(t, opening, "polled", false)
	f.heal(true)
	if !slices.Equal(f.changedFiles(), []string{opening}) {
		t.Errorf("polling finds %v", f.asked)
	}
}

func TestLostEventsAreScannedFor(t *testing.T) {
	f := newFakeWatcher(t)
	f.start()
	asked := make(chan build.Changes, 1)
	f.change = func(c build.Changes) { asked <- c }
	f.write(t, opening, "---\ntitle: Tràn\n---\n", false)
	f.errors <- fsnotify.ErrEventOverflow
	go f.run(t.Context())
	select {
	case c := <-asked:
		if !c.Files[opening] {
			t.Error(c)
		}
	case <-time.After(patience):
		t.Fatal("nothing was scanned")
	}
}

// Where the system has no more watches, at the beginning or for a new folder, the scan goes on alone, and it is said.
func TestNoMoreWatches(t *testing.T) {
	f := newFakeWatcher(t)
	f.refuse = func(dir string) error {
		if filepath.Base(dir) == "tin-tuc" {
			return fmt.Errorf("inotify_add_watch: %w", syscall.ENOSPC)
		}
		return nil
	}
	f.start()
	if !f.polling || len(f.notices) != 1 || f.notices[0].Kind != NoticeWatches || !errors.Is(f.notices[0].Err, syscall.ENOSPC) {
		t.Errorf("polling %v, %v", f.polling, f.notices)
	}
	f = newFakeWatcher(t)
	f.start()
	f.refuse = func(string) error { return syscall.ENOSPC }
	f.write(t, "content/so-mau/mo-hinh/a.md", "---\ntitle: A\n---\n", false)
	f.note(fsnotify.Event{Name: f.file("content/so-mau/mo-hinh"), Op: fsnotify.Create})
	f.look()
	if !f.polling || !slices.Equal(f.changedFiles(), []string{"content/so-mau/mo-hinh/a.md"}) {
		t.Errorf("polling %v, %v", f.polling, f.asked)
	}
	f = newFakeWatcher(t)
	f.open = func() (notifier, error) { return notifier{}, syscall.EMFILE }
	f.start()
	if !f.polling || f.pause(0) != pollEvery || f.pause(time.Second) != maxShare*time.Second {
		t.Errorf("polling %v every %v", f.polling, f.pause(0))
	}
}

// A preview that polls serves what was saved.
func TestPollingServes(t *testing.T) {
	clock := newClockwork()
	s := play(t, smallSite(t), func(o *Options) { o.Poll, o.after = true, clock.after })
	s.edit(opening, "Đoạn thứ hai.", "Đoạn đã sửa.")
	(<-clock.rings).c <- time.Time{}
	s.touching(opening)
	s.shows("/so-mau/tin-tuc/khai-mac.html", "Đoạn đã sửa.")
}
