package preview

import (
	"container/list"
	"sync"

	"antq/internal/build"
)

// maxCached is how many bytes of pages are remembered.
const maxCached = 24 << 20

// pageCache remembers the newest good form of the pages that were asked for lately. Three laws hold: what is remembered never
// changes; a page depends on its view alone, whose hash stands beside it; and there is no other key.
type pageCache struct {
	mu    sync.Mutex
	max   int
	size  int
	pages map[string]*list.Element // by path
	order *list.List               // of *cachedPage, the last used first
}

type cachedPage struct {
	path string
	sum  [32]byte
	data []byte
}

func newPageCache(max int) *pageCache {
	return &pageCache{max: max, pages: map[string]*list.Element{}, order: list.New()}
}

// get returns a page as it is now, and whether it had to be made. If its layout fails, the last good form, if there is one,
// comes with the error.
func (c *pageCache) get(path string, page *build.LivePage) (p *cachedPage, made bool, err error) {
	old := c.find(path)
	sum, render, err := page.View()
	if err != nil {
		return old, false, err
	}
	if old != nil && old.sum == sum {
		return old, false, nil
	}
	data, err := render()
	if err != nil {
		return old, false, err
	}
	p = &cachedPage{path, sum, data}
	c.put(p)
	return p, true, nil
}

func (c *pageCache) find(path string) *cachedPage {
	c.mu.Lock()
	defer c.mu.Unlock()
	e := c.pages[path]
	if e == nil {
		return nil
	}
	c.order.MoveToFront(e)
	return e.Value.(*cachedPage)
}

func (c *pageCache) put(p *cachedPage) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if e := c.pages[p.path]; e != nil {
		c.drop(e)
	}
	c.pages[p.path] = c.order.PushFront(p)
	c.size += len(p.data)
	for c.size > c.max && c.order.Len() > 1 {
		c.drop(c.order.Back())
	}
}

func (c *pageCache) drop(e *list.Element) {
	p := c.order.Remove(e).(*cachedPage)
	delete(c.pages, p.path)
	c.size -= len(p.data)
}
