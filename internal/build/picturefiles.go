package build

import (
	"context"
	"encoding/hex"
	"path"
	"strconv"
	"strings"

	"antq/internal/content"
	"antq/internal/media"
	"antq/internal/render"
	"antq/internal/site"
)

// usesOf says what a site does with its pictures. What is not offered for download is shown.
func usesOf(s *site.Site) map[*site.File]media.Use {
	offered, shown := attached(s), map[*site.File]bool{s.Logo: true}
	look := func(doc *content.Document, links []site.Link) {
		for i := range links {
			if doc != nil && i < len(doc.Body.Refs) && doc.Body.Refs[i].Kind == content.RefLink {
				offered[links[i].File] = true
			} else {
				shown[links[i].File] = true
			}
			for _, f := range links[i].Files {
				shown[f] = true
			}
		}
	}
	look(s.Doc, s.Links)
	for _, e := range s.Entries {
		look(e.Doc, e.Links)
		if e.Image != nil {
			shown[e.Image.File] = true
		}
	}
	uses := map[*site.File]media.Use{}
	for _, f := range s.Files {
		if offered[f] {
			uses[f] = media.Offered
		}
		if shown[f] || !offered[f] {
			uses[f] |= media.Shown
		}
	}
	return uses
}

// pictureJob is a picture that is published at one or more places.
type pictureJob struct {
	key   media.Key
	use   media.Use
	files []*site.File
}

// pictureJobs lists the pictures of all sites, each once, in the order of their first place. Those in formats that no browser
// shows are problems.
func (w *writer) pictureJobs() []pictureJob {
	var jobs []pictureJob
	index := map[media.Key]int{}
	for _, s := range allSites(w.sites) {
		uses := usesOf(s)
		for _, f := range s.Files {
			if media.Foreign(f.Type) {
				w.problems.Add(media.ForeignProblem(contentPrefix + f.Path))
				continue
			}
			facts, ok := w.pictures.facts[f.Path]
			if !ok {
				continue
			}
			k := media.KeyOf(facts, uses[f])
			i, known := index[k]
			if !known {
				i = len(jobs)
				index[k] = i
				jobs = append(jobs, pictureJob{key: k, use: uses[f]})
			}
			jobs[i].files = append(jobs[i].files, f)
		}
	}
	return jobs
}

// pictureFiles brings the pictures of all sites into the tree and tells the layouts in which widths they are there.
func (w *writer) pictureFiles(ctx context.Context) error {
	jobs := w.pictureJobs()
	made := make([]media.Picture, len(jobs))
	report := func(done int) { w.options.Progress(Progress{PhasePicture, done, len(jobs)}) }
	err := eachBatch(ctx, len(jobs), w.options.Workers, 1, report, func(i int) error {
		var err error
		made[i], err = w.picture(&jobs[i])
		return err
	})
	if err != nil {
		return err
	}
	all := render.Pictures{}
	for i, job := range jobs {
		for _, f := range job.files {
			all[f] = widthsOf(f, &made[i])
		}
	}
	w.layouts = w.layouts.withPictures(all)
	return nil
}

// picture publishes one picture at all its places, from what is remembered if that is whole.
func (w *writer) picture(job *pictureJob) (media.Picture, error) {
	name := job.files[0].Path
	if known, ok := w.pictures.find(job.key); ok {
		whole, err := w.publishPicture(job, &known)
		if whole || err != nil {
			return known, err
		}
	}
	made, list, err := w.pictures.prepare(name, job.use)
	if err != nil || list.HasErrors() {
		w.mu.Lock()
		defer w.mu.Unlock()
		w.problems.Merge(list)
		return made, err
	}
	_, err = w.publishPicture(job, &made)
	return withoutBytes(made), err
}

// publishPicture puts all renditions into the tree. It reports false where the bytes of one cannot be had without preparing
// the picture again; what is in the tree by then stays there.
func (w *writer) publishPicture(job *pictureJob, p *media.Picture) (bool, error) {
	for _, f := range job.files {
		for _, r := range published(f, p) {
			if done, err := w.publishRendition(job, p, f, r); !done || err != nil {
				return false, err
			}
		}
	}
	return true, nil
}

func (w *writer) publishRendition(job *pictureJob, p *media.Picture, f *site.File, r publishedRendition) (bool, error) {
	out := join(f.Site.ID, r.output)
	w.mu.Lock()
	there := w.placed[out]
	w.mu.Unlock()
	if there { // the same picture under the same name, in two folders of the site
		return true, nil
	}
	kept, err := w.tree.Keep(out, r.Sum)
	if err == nil && !kept {
		data := r.Data
		if data == nil {
			if data = w.pictures.bytes(job.key, p, r.Rendition, f.Path); data == nil {
				return false, nil
			}
		}
		err = w.tree.Put(out, data)
	}
	w.mu.Lock()
	w.placed[out] = true
	w.mu.Unlock()
	w.sizes.count(int(r.Size), int(r.Size))
	return true, w.taken(err, f.Site, contentPrefix+f.Path)
}

// publishedRendition is a rendition and where it stands below its site.
type publishedRendition struct {
	media.Rendition
	output string
}

// published lists the renditions of a picture with their paths: the full one has the address of the picture, the others stand
// among the resources, where no author's file can be, with a part of their sum in the name.
func published(f *site.File, p *media.Picture) []publishedRendition {
	list := []publishedRendition{{p.Full, f.Output}}
	for _, rs := range [][]media.Rendition{p.Narrower, p.Lossless} {
		for _, r := range rs {
			list = append(list, publishedRendition{r, sizedPath(f, r)})
		}
	}
	return list
}

// sizedPath names a rendition: "tai-nguyen/nha-cho-800.1a2b3c4d.jpg".
func sizedPath(f *site.File, r media.Rendition) string {
	ext := path.Ext(f.Output)
	stem := strings.TrimSuffix(path.Base(f.Output), ext)
	if r.Type == "image/webp" {
		ext = ".webp"
	}
	return resources + "/" + stem + "-" + strconv.Itoa(r.Width) + "." + hex.EncodeToString(r.Sum[:4]) + ext
}

// widthsOf tells layouts about the widths of a picture. A full picture that is kept for download may be wider than any page
// shows it.
func widthsOf(f *site.File, p *media.Picture) render.Widths {
	var ws render.Widths
	for _, r := range p.Narrower {
		ws.Pictures = append(ws.Pictures, render.Width{Output: sizedPath(f, r), Width: r.Width, Height: r.Height})
	}
	if p.Full.Width <= media.MaxWidth || len(ws.Pictures) == 0 {
		ws.Pictures = append(ws.Pictures, render.Width{Output: f.Output, Width: p.Full.Width, Height: p.Full.Height})
	}
	for _, r := range p.Lossless {
		ws.Lossless = append(ws.Lossless, render.Width{Output: sizedPath(f, r), Width: r.Width, Height: r.Height})
	}
	return ws
}
