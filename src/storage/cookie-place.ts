import { STORAGE_KEY, type Place } from './place.ts';

/** Length of the longest cookie, name and value, in bytes: it goes along with every request to the domain. */
export const MAX_COOKIE_BYTES = 800;

/** How long a choice is kept after it was made, in seconds: a year. */
const MAX_AGE_S = 365 * 24 * 60 * 60;

/** A cookie that the whole of a domain sees. It holds the preferences and nothing that tells one reader from another. */
export function cookiePlace(window: Window, domain: string): Place {
  const start = `${STORAGE_KEY}=`;
  return {
    read() {
      try {
        const pairs = window.document.cookie.split(';').map((text) => text.trim());
        // One beyond the bound is not ours. Other hosts of the domain write here too, and must not be able to shut it.
        const pair = pairs.find((text) => text.startsWith(start) && text.length <= MAX_COOKIE_BYTES);
        return pair === undefined ? null : decodeURIComponent(pair.slice(start.length));
      } catch {
        // A frame without an origin has no cookies; and a value that is not percent-encoded is not ours.
        return undefined;
      }
    },
    write(text) {
      const pair = start + encodeURIComponent(text);
      if (pair.length > MAX_COOKIE_BYTES) return;
      const secure = window.location.protocol === 'https:' ? '; Secure' : '';
      try {
        window.document.cookie = `${pair}; Domain=${domain}; Path=/; Max-Age=${MAX_AGE_S}; SameSite=Lax${secure}`;
      } catch {
        // Whoever wrote reads again, and finds out.
      }
    },
  };
}
