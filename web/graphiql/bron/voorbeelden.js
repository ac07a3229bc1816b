const texts = import.meta.glob('../voorbeelden/*.graphql', { query: '?raw', import: 'default', eager: true });

/** The comment lines on top of an example are its title and, below that, its explanation. */
function parse([path, text]) {
  const head = text.slice(0, text.search(/^[^#]/m)).split('\n').map((line) => line.replace(/^#\s?/, '').trim());
  const [title, ...explanation] = head.filter(Boolean);
  return { key: path.replace(/.*\/|\.graphql$/g, ''), title, explanation: explanation.join(' '), query: text.trim() + '\n' };
}

/** All examples, in the order of their file names. */
export const examples = Object.entries(texts).sort(([a], [b]) => (a < b ? -1 : 1)).map(parse);
