// Answers of the API as things and lines. Every relation of an answer is a list, or one thing; a row is the thing itself
// or says how it is related and leads to it.

/** `{nodes: [{id, name, kind, hop, path, open}], lines: [{source, target, path}]}`, each once, in the order of their ids. */
export function graphOf(answers, middle) {
  const nodes = new Map();
  const lines = new Map();
  const add = (thing, hop) => {
    const known = nodes.get(thing.id);
    if (!known) nodes.set(thing.id, { id: thing.id, name: thing.weergavenaam, kind: thing.__typename, hop });
    else known.hop = Math.min(known.hop, hop);
  };
  const join = (a, b, path) => {
    const [source, target] = a < b ? [a, b] : [b, a];
    const key = `${source} ${target}`;
    lines.set(key, { id: key, source, target, path: path || (lines.get(key)?.path ?? false) });
  };
  const steps = new Set();
  const opened = new Set();
  for (const { node, paden } of answers) {
    for (const thing of node ? [node] : []) {
      add(thing, thing.id === middle ? 0 : 1);
      opened.add(thing.id);
      for (const near of neighbours(thing)) {
        add(near, thing.id === middle ? 1 : 2);
        join(thing.id, near.id, false);
      }
    }
    for (const step of (paden ?? []).flatMap((path) => path.stappen)) {
      for (const end of [step.van, step.naar]) {
        add(end, 2);
        steps.add(end.id);
      }
      join(step.van.id, step.naar.id, true);
    }
  }
  const inOrder = (a, b) => (a.id < b.id ? -1 : 1);
  const found = [...nodes.values()].sort(inOrder).map((node) => ({ ...node, path: steps.has(node.id), open: opened.has(node.id) }));
  return { nodes: found, lines: [...lines.values()].sort(inOrder) };
}

function* neighbours(thing) {
  for (const value of Object.values(thing)) {
    if (value === null || typeof value !== 'object') continue;
    const rows = value.id ? [value] : value.nodes ?? value.edges ?? [];
    for (const row of rows) {
      const near = row.id ? row : Object.values(row).find((each) => each?.id);
      if (near && near.id !== thing.id) yield near;
    }
  }
}
