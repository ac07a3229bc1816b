/** The reader's key. It lives here and nowhere else: not in storage, not in the address, not in the tabs of the editor. */
let held = '';
const readers = new Set();

/** An external store for React. */
export const heldKey = {
  get: () => held,
  set(next) {
    held = next;
    readers.forEach((reader) => reader());
  },
  subscribe(reader) {
    readers.add(reader);
    return () => readers.delete(reader);
  },
};

/** The headers to send: with the key, unless the reader wrote an Authorization of his own. */
export function withKey(headers) {
  const own = Object.keys(headers).some((name) => name.toLowerCase() === 'authorization');
  return held && !own ? { ...headers, Authorization: `Bearer ${held}` } : headers;
}

/** What somebody pastes: often with the word in front that goes with it, or with a line break behind. */
export const cleaned = (pasted) => pasted.trim().replace(/^(authorization:\s*)?bearer\s+/i, '');

/** Only what can stand in a header. */
export const sendable = (key) => /^[\x21-\x7e]+$/.test(key);
