// Where things stand before anything was worked out: circles around the middle, by how far they are and then by id. The
// same things always stand in the same place.
const STEP = 150;
const ROOM = 46;

export function rings(nodes, lines) {
  const near = new Map(nodes.map(({ id }) => [id, []]));
  for (const { source, target } of lines) {
    near.get(source).push(target);
    near.get(target).push(source);
  }
  const angle = new Map();
  const places = new Map();
  let radius = 0;
  for (const hop of [0, 1, 2]) {
    const ring = nodes.filter((node) => node.hop === hop);
    if (hop === 0) {
      for (const { id } of ring) places.set(id, { x: 0, y: 0 });
      continue;
    }
    // Beside what it hangs on: lines cross less, and the layout has less to do.
    const pull = (id) => {
      const known = near.get(id).filter((each) => angle.has(each));
      return known.length ? angle.get(known[0]) : 0;
    };
    const sorted = ring.map((node) => [pull(node.id), node.kind, node]).sort((a, b) => a[0] - b[0] || (a[1] < b[1] ? -1 : a[1] > b[1] ? 1 : a[2].id < b[2].id ? -1 : 1));
    radius = Math.max(radius + STEP, (sorted.length * ROOM) / (2 * Math.PI));
    sorted.forEach(([, , { id }], i) => {
      const turn = (2 * Math.PI * i) / sorted.length - Math.PI / 2;
      angle.set(id, turn);
      places.set(id, { x: radius * Math.cos(turn), y: radius * Math.sin(turn) });
    });
  }
  return places;
}
