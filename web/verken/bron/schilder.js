// What stands on the canvas: lines, things in their shapes, names. Everything is painted in batches, so that the page
// can answer in between: without a graphics card two thousand things take longer than one may wait.
const LONGEST = 34;
const WIDEST = 130;
const SIZE = 14;
const LEADING = 1.2;
const LINES_AT_ONCE = 150;
const THINGS_AT_ONCE = 120;
const NAMES_AT_ONCE = 40;

const around = (corners, turn = 0) => Array.from({ length: corners }, (_, i) => [Math.sin((2 * Math.PI * i) / corners + turn), -Math.cos((2 * Math.PI * i) / corners + turn)]);

/** Corners, as parts of half the width and half the height; a Gemeente has none: it is round. */
const SHAPES = {
  Oplossing: [[-0.8, -1.1], [0.8, -1.1], [0.8, 1.1], [-0.8, 1.1]],
  Knelpunt: around(4),
  Thema: [[0, -1], [1, 1], [-1, 1]],
  Onderwerp: [[-1, -0.75], [0.5, -0.75], [1, 0.75], [-0.5, 0.75]],
  Traject: around(5),
  Persoon: around(8, Math.PI / 8),
};
const OTHER = around(6, Math.PI / 6);
const ROUND = 'Gemeente';

export const styleOf = ({ id, open, path }, middle) => {
  if (id === middle) return { half: 16, weight: 800, rank: 3, filled: 'ink', edge: 'ink', border: 2, size: 16 };
  if (path) return { half: open ? 15 : 11, weight: open ? 700 : 400, rank: 2, filled: 'action', edge: 'action', border: 2, size: open ? 16 : SIZE };
  if (open) return { half: 15, weight: 700, rank: 1, filled: 'paper', edge: 'ink', border: 2, size: 16 };
  return { half: 11, weight: 400, rank: 0, filled: 'paper', edge: 'ink', border: 2, size: SIZE };
};

/** All of a picture onto a canvas that is empty; yields after each batch. `view` is `{k, x, y}`, in device pixels. */
export function* paint(canvas, picture, view, colours) {
  const ctx = canvas.getContext('2d');
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.clearRect(0, 0, canvas.width, canvas.height);
  ctx.setTransform(view.k, 0, 0, view.k, view.x, view.y);
  yield* paintLines(ctx, picture.lines.filter(({ path }) => !path), picture, { width: 1.5, colour: colours.edge });
  yield* paintLines(ctx, picture.lines.filter(({ path }) => path), picture, { width: 4, colour: colours.action });
  const taken = [];
  for (const rank of [0, 1, 2, 3]) {
    const some = picture.nodes.filter(({ style }) => style.rank === rank);
    yield* paintThings(ctx, some, picture, colours);
    yield* paintNames(ctx, some, picture, view, colours, canvas, taken);
  }
}

/** What was chosen and what hangs on it, on a canvas that lies on top. */
export function paintChosen(canvas, picture, view, colours, chosen) {
  const ctx = canvas.getContext('2d');
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.clearRect(0, 0, canvas.width, canvas.height);
  if (!chosen) return;
  ctx.setTransform(view.k, 0, 0, view.k, view.x, view.y);
  const beside = picture.lines.filter(({ from, to }) => from === chosen.index || to === chosen.index);
  const node = { ...chosen, style: { ...chosen.style, edge: 'action', border: 5, weight: 700, size: 16, named: true } };
  for (const step of [paintLines(ctx, beside, picture, { width: 3, colour: colours.action }), paintThings(ctx, [node], picture, colours), paintNames(ctx, [node], picture, view, colours, canvas)]) {
    while (!step.next().done);
  }
}

function* paintLines(ctx, lines, { places }, { width, colour }) {
  ctx.lineWidth = width;
  ctx.strokeStyle = colour;
  for (let at = 0; at < lines.length; at += LINES_AT_ONCE) {
    for (const { from, to } of lines.slice(at, at + LINES_AT_ONCE)) {
      ctx.beginPath();
      ctx.moveTo(places[2 * from], places[2 * from + 1]);
      ctx.lineTo(places[2 * to], places[2 * to + 1]);
      ctx.stroke();
    }
    yield;
  }
}

function* paintThings(ctx, nodes, { places }, colours) {
  for (let at = 0; at < nodes.length; at += THINGS_AT_ONCE) {
    for (const { index, kind, style } of nodes.slice(at, at + THINGS_AT_ONCE)) {
      ctx.beginPath();
      outline(ctx, kind, style.half, places[2 * index], places[2 * index + 1]);
      ctx.fillStyle = colours[style.filled];
      ctx.fill();
      ctx.lineWidth = style.border;
      ctx.strokeStyle = colours[style.edge];
      ctx.stroke();
    }
    yield;
  }
}

function outline(ctx, kind, half, x, y) {
  if (kind === ROUND) {
    ctx.arc(x, y, half, 0, 2 * Math.PI);
    return;
  }
  const [first, ...rest] = SHAPES[kind] ?? OTHER;
  ctx.moveTo(x + half * first[0], y + half * first[1]);
  for (const [dx, dy] of rest) ctx.lineTo(x + half * dx, y + half * dy);
  ctx.closePath();
}

/** Names below their things: of what was opened always, of the rest where one can read them. */
function* paintNames(ctx, nodes, picture, view, colours, canvas, taken = []) {
  ctx.textAlign = 'center';
  ctx.textBaseline = 'top';
  ctx.lineJoin = 'round';
  const seen = nodes.filter((node) => isNamed(node, picture, view) && inSight(node, picture, view, canvas));
  for (let at = 0; at < seen.length; at += NAMES_AT_ONCE) {
    for (const node of seen.slice(at, at + NAMES_AT_ONCE)) paintName(ctx, node, picture, view, colours, taken);
    yield;
  }
}

const isNamed = ({ open, style }, { large, least }, { k, ratio }) => open || style.named || (!large && (style.size * k) / ratio >= least);

function inSight({ index }, { places }, { k, x, y }, canvas) {
  const [left, top] = [places[2 * index] * k + x, places[2 * index + 1] * k + y];
  return left > -WIDEST * k && top > -60 * k && left < canvas.width + WIDEST * k && top < canvas.height;
}

function paintName(ctx, node, { places }, { k, ratio }, colours, taken) {
  const { style, open } = node;
  // What was opened keeps a name that one can read, however small the rest became.
  const size = open || style.named ? Math.max(style.size, (style.size * ratio) / k) : style.size;
  ctx.font = `${style.weight} ${size}px "Public Sans", sans-serif`;
  ctx.lineWidth = size / 4;
  ctx.strokeStyle = colours.paper;
  ctx.fillStyle = colours.ink;
  const [x, middle] = [places[2 * node.index], places[2 * node.index + 1]];
  const lines = open ? [short(node.name)] : wrapped(ctx, node, size);
  const below = middle + style.half * 1.1 + 5;
  // Of two that were opened beside each other, the name of one stands above it.
  let y = open && !freeAt(taken, { x, y: below, wide: ctx.measureText(lines[0]).width, high: size }) ? middle - style.half - size * LEADING : below;
  for (const line of lines) {
    ctx.strokeText(line, x, y);
    ctx.fillText(line, x, y);
    y += size * LEADING;
  }
}

/** Whether there is room for this name; then it is taken. */
function freeAt(taken, name) {
  const free = taken.every((each) => Math.abs(each.x - name.x) > (each.wide + name.wide) / 2 || Math.abs(each.y - name.y) > name.high);
  if (free) taken.push(name);
  return free;
}

const short = (name) => (name.length > LONGEST ? `${name.slice(0, LONGEST - 1).trimEnd()}…` : name);

function wrapped(ctx, { name }, size) {
  const found = [''];
  for (const word of short(name).split(' ')) {
    const longer = `${found.at(-1)} ${word}`.trim();
    if (found.at(-1) && ctx.measureText(longer).width > (WIDEST * size) / SIZE) found.push(word);
    else found[found.length - 1] = longer;
  }
  return found;
}
