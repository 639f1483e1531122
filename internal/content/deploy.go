package content

import (
	"net/url"
	"slices"
	"strings"

	"antq/internal/viet"
)

var deployKeys = tableOf(
	row[DeployTarget]{name: "url", typed: "địa chỉ; đường dẫn", needed: every, read: checked(wordsAddress, (*decoder).deployAddress, func(t *DeployTarget) *string { return &t.URL }),
		en: "where: sftp://…, ftps://…, file:///…, s3://…, webdavs://…", vi: "nơi đến: sftp://…, ftps://…, file:///…, s3://…, webdavs://…"},
	row[DeployTarget]{name: "mode", typed: "cách; chế độ", read: text(func(t *DeployTarget) *string { return &t.Mode }), en: "how the new site takes the place of the old one", vi: "cách thay trang cũ bằng trang mới"},
	row[DeployTarget]{name: "keep", typed: "giữ lại; số bản giữ", read: number(func(t *DeployTarget) *int { return &t.Keep }), en: "how many earlier releases are kept", vi: "số bản trước được giữ lại"},
	row[DeployTarget]{name: "maxDelete", typed: "xoá tối đa", read: checked(wordsRemovals, (*decoder).removals, func(t *DeployTarget) *string { return &t.MaxDelete }), en: "how much may be deleted at once: 50 or 10%", vi: "được xoá tối đa trong một lần: 50 hoặc 10%"},
)

// deployTargets reads a map from names to targets.
func deployTargets[T any](at func(*T) *[]DeployTarget) reader[T] {
	return reader[T]{words: wordsNamed, sub: deployKeys.keys(nil), decode: func(d *decoder, n *node, t *T) {
		key := d.key()
		d.eachName(n, func(f *field) {
			if f.name == "status" || f.name == "rollback" {
				d.problem("invalid-value", "target-name", f.at, f.name)
				return
			}
			if !isName(f.name) {
				d.problem("invalid-value", "slug", f.at, key, f.name, viet.Slug(f.name))
				return
			}
			d.refuseSecrets(&f.value)
			target := DeployTarget{Name: f.name}
			if d.group(&f.value, bound[DeployTarget]{deployKeys, &target}) {
				*at(t) = append(*at(t), target)
			}
		})
	}}
}

// refuseSecrets reports keys of a target that hold a password, without showing it, and takes them out.
func (d *decoder) refuseSecrets(n *node) {
	n.fields = slices.DeleteFunc(n.fields, func(f field) bool {
		secret := slices.Contains(secretKeys, plainWord(f.name))
		if secret {
			d.problem("deploy-password", "", f.at)
		}
		return secret
	})
}

var secretKeys = []string{"password", "pass", "passwd", "matkhau", "secret", "secretkey", "token", "accesskey", "key"}

// eachName calls f for the entries of a map whose keys are names that the author chose.
func (d *decoder) eachName(n *node, f func(*field)) {
	switch n.shape {
	case nothing:
		return
	case mapping:
	default:
		d.problem("wrong-type", "names", n.at, d.key())
		return
	}
	var seen []string
	for i := range n.fields {
		x := &n.fields[i]
		if slices.Contains(seen, x.name) {
			d.problem("duplicate-key", "again", x.at, x.name)
			continue
		}
		seen = append(seen, x.name)
		mark := d.enter(x.name)
		d.note(x.place())
		if x.value.shape == nothing {
			x.value.at = x.at
		}
		f(x)
		d.leave(mark)
	}
}

// abbreviations reads a map from short forms to what they stand for.
func abbreviations[T any](at func(*T) *[]Abbreviation) reader[T] {
	return reader[T]{words: wordsNamed, decode: func(d *decoder, n *node, t *T) {
		d.eachName(n, func(f *field) {
			if s, ok := d.text(&f.value); ok && s != "" {
				*at(t) = append(*at(t), Abbreviation{Short: f.name, Long: s})
			}
		})
	}}
}

var deploySchemes = []string{"file", "sftp", "ftps", "ftp", "s3", "webdav", "webdavs"}

// deployAddress checks the address of a deploy target. A password has no place in a file that is shared and kept.
func (d *decoder) deployAddress(n *node, s string) (string, bool) {
	u, err := url.Parse(s)
	if err != nil || !slices.Contains(deploySchemes, u.Scheme) {
		// A text that is no address may still hold a password: user:secret@host
		if i := strings.IndexByte(s, '@'); i > 0 && strings.Contains(strings.TrimPrefix(s[strings.Index(s, "://")+1:i], "//"), ":") {
			d.problem("deploy-password", "", n.at)
			return "", false
		}
		d.problem("invalid-value", "deploy", n.at, d.key(), strings.Join(deploySchemes, ", "))
		return "", false
	}
	if _, has := u.User.Password(); has || hasSecret(u.Query()) {
		d.problem("deploy-password", "", n.at)
		return "", false
	}
	return s, true
}

// hasSecret reports whether the query of an address holds what only the environment may hold.
func hasSecret(query url.Values) bool {
	for k := range query {
		k = strings.ToLower(k)
		if strings.Contains(k, "password") || strings.Contains(k, "secret") || strings.Contains(k, "token") {
			return true
		}
	}
	return false
}

// removals checks a number or a percentage.
func (d *decoder) removals(n *node, s string) (string, bool) {
	if _, ok := figures(strings.TrimSpace(strings.TrimSuffix(s, "%")), 1, 6); !ok {
		d.problem("invalid-value", "removals", n.at, d.key(), s)
		return "", false
	}
	return s, true
}
