/** The public second-level names of .vn. @see https://publicsuffix.org/list/public_suffix_list.dat */
const PUBLIC_VN = /^(ac|ai|biz|com|edu|gov|health|id|info|int|io|name|net|org|pro)\.vn$/;

/** At least two labels, the last of them not a number: a name, and no address. */
const NAME = /^([a-z0-9_-]+\.)+[a-z][a-z0-9-]*$/;

/**
 * The domain to share a cookie with, without its leading dot, or null where a page of this host may not or should not.
 *
 * The browser knows every public suffix and has the last word; this catches what a site owner gets wrong first.
 * @param domain what the site owner asks for, such as `.laichau.gov.vn`.
 * @param hostname the page's own, such as `sokhcn.laichau.gov.vn`.
 */
export function cookieDomain(domain: string, hostname: string): string | null {
  const name = domain.trim().toLowerCase().replace(/^\./, '');
  const isOwn = name === hostname || hostname.endsWith(`.${name}`);
  return isOwn && NAME.test(name) && !PUBLIC_VN.test(name) ? name : null;
}
