// The drawing: two canvases on each other, the picture and what was chosen in it. Two thousand things on a machine without
// a graphics card stand within a second, which a library that makes an object of each does not. Dragging and zooming are
// d3-zoom's.
import { quadtree } from 'd3-quadtree';
import { select } from 'd3-selection';
import { zoom, zoomIdentity } from 'd3-zoom';
import { paint, paintChosen, styleOf } from './schilder.js';

const CROWDED = 60;
/** From here on only what was opened or chosen has its name beside it: names cost more than all the rest. */
const LARGE = 400;
const MARGIN = 24;
/** Room for a name beside the outermost things. */
const NAME = 90;
const CLOSEST = 1.4;
const LIMITS = [0.05, 4];
/** Milliseconds of painting after which the page may answer. */
const TURN = 20;
const QUIET = 120;
const LARGEST_FILE = 8000;

export function draw(board, { nodes, lines }, start, middle) {
  const index = new Map(nodes.map(({ id }, i) => [id, i]));
  const picture = {
    nodes: nodes.map((node, i) => ({ ...node, index: i, style: styleOf(node, middle) })),
    lines: lines.map(({ source, target, path }) => ({ from: index.get(source), to: index.get(target), path })),
    places: Float32Array.from(nodes.flatMap(({ id }) => [start.get(id).x, start.get(id).y])),
    large: nodes.length > LARGE,
    least: nodes.length > CROWDED ? 9 : 5,
  };
  const [below, above] = [0, 1].map(() => board.appendChild(document.createElement('canvas')));
  const hidden = readable({});
  const ratio = picture.large ? 1 : Math.min(2, devicePixelRatio);
  let colours = coloursOf(board);
  let at = zoomIdentity;
  let painted = zoomIdentity;
  let chosen = null;
  let painting = 0;
  let waiting;
  let tree = treeOf(picture);

  const viewOf = ({ k, x, y }) => ({ k: k * ratio, x: x * ratio, y: y * ratio, ratio });

  /** Paint what is to be seen now, apart from the screen, and put it there at once. A newer picture goes before. */
  async function repaint() {
    const mine = (painting += 1);
    const view = at;
    if (!board.clientWidth || !board.clientHeight) return; // not shown, as behind a closed <details>
    Object.assign(hidden, { width: board.clientWidth * ratio, height: board.clientHeight * ratio });
    if (!(await inTurns(paint(hidden, picture, viewOf(view), colours), hidden, () => mine === painting))) return;
    painted = view;
    Object.assign(below, { width: hidden.width, height: hidden.height });
    below.getContext('2d').drawImage(hidden, 0, 0);
    showChosen();
  }

  function showChosen() {
    Object.assign(above, { width: board.clientWidth * ratio, height: board.clientHeight * ratio });
    paintChosen(above, picture, viewOf(at), colours, chosen);
  }

  /** While somebody drags or zooms: what was painted last, moved along. */
  function slide() {
    if (!hidden.width || !hidden.height) return;
    const scale = at.k / painted.k;
    const ctx = below.getContext('2d');
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.clearRect(0, 0, below.width, below.height);
    ctx.setTransform(scale, 0, 0, scale, (at.x - painted.x * scale) * ratio, (at.y - painted.y * scale) * ratio);
    ctx.drawImage(hidden, 0, 0);
    showChosen();
    clearTimeout(waiting);
    waiting = setTimeout(repaint, QUIET);
  }

  const moved = zoom()
    .scaleExtent(LIMITS)
    // A wheel and one finger turn the page; with Ctrl, or two fingers, they are for the picture.
    .filter((event) => (event.type === 'wheel' ? event.ctrlKey : event.type.startsWith('touch') ? event.touches.length > 1 : !event.button))
    .on('zoom', ({ transform, sourceEvent }) => {
      at = transform;
      if (sourceEvent) {
        painting += 1;
        slide();
      }
    });
  const surface = select(above).call(moved).on('dblclick.zoom', null);

  const fit = () => {
    moved.transform(surface, fitting(picture.places, board));
    return repaint();
  };

  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
    colours = coloursOf(board);
    repaint();
  });
  return {
    fit,
    ready: fit().then(() => {
      let known = `${board.clientWidth} ${board.clientHeight}`;
      new ResizeObserver(() => {
        const now = `${board.clientWidth} ${board.clientHeight}`;
        if (now !== known) repaint();
        known = now;
      }).observe(board);
    }),
    zoom: (factor) => {
      moved.scaleBy(surface, factor);
      return repaint();
    },
    move: (places) => {
      picture.places = places;
      tree = treeOf(picture);
      return fit();
    },
    select: (id) => {
      chosen = picture.nodes[index.get(id)] ?? null;
      showChosen();
    },
    nameOf: (id) => nodes[index.get(id)]?.name,
    onChoose: (listener) => surface.on('click', (event) => listener(found(tree, at.invert([event.offsetX, event.offsetY]), at.k))),
    png: () => file(picture, colours),
  };
}

/** Run through the batches, and let the page answer in between; false when it was given up halfway. */
async function inTurns(batches, canvas, goesOn) {
  let since = performance.now();
  while (!batches.next().done) {
    if (performance.now() - since < TURN) continue;
    // Chromium keeps what was asked of a canvas until somebody looks; then all of it comes at once.
    canvas.getContext('2d').getImageData(0, 0, 1, 1);
    await new Promise((resolve) => setTimeout(resolve));
    if (!goesOn()) return false;
    since = performance.now();
  }
  return true;
}

/** A canvas in the memory of the page. */
function readable(size) {
  const canvas = Object.assign(document.createElement('canvas'), size);
  canvas.getContext('2d', { willReadFrequently: true });
  return canvas;
}

const treeOf = ({ nodes, places }) => quadtree(nodes, ({ index }) => places[2 * index], ({ index }) => places[2 * index + 1]);

/** The id of what lies under a pointer; nothing when there is only paper. */
const found = (tree, [x, y], k) => tree.find(x, y, Math.max(16, 10 / k))?.id ?? '';

function fitting(places, board) {
  const [left, right] = ends(places, 0);
  const [top, bottom] = ends(places, 1);
  const room = 2 * MARGIN;
  const k = Math.min(CLOSEST, (board.clientWidth - room) / (right - left + NAME), (board.clientHeight - room) / (bottom - top + NAME));
  const [x, y] = [(left + right) / 2, (top + bottom) / 2 + NAME / 6];
  return zoomIdentity.translate(board.clientWidth / 2 - k * x, board.clientHeight / 2 - k * y).scale(k);
}

function ends(places, from) {
  let [least, most] = [Infinity, -Infinity];
  for (let i = from; i < places.length; i += 2) {
    least = Math.min(least, places[i]);
    most = Math.max(most, places[i]);
  }
  return [least, most];
}

/** The whole picture on paper of its own, twice as large. */
async function file(picture, colours) {
  const [left, right] = ends(picture.places, 0);
  const [top, bottom] = ends(picture.places, 1);
  const [wide, high] = [right - left + 2 * NAME, bottom - top + 2 * NAME];
  const k = Math.min(2, LARGEST_FILE / Math.max(wide, high));
  const canvas = readable({ width: Math.ceil(wide * k), height: Math.ceil(high * k) });
  await inTurns(paint(canvas, picture, { k, x: (NAME - left) * k, y: (NAME - top) * k, ratio: k }, colours), canvas, () => true);
  const ctx = canvas.getContext('2d');
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.globalCompositeOperation = 'destination-over';
  ctx.fillStyle = colours.paper;
  ctx.fillRect(0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve));
}

/** The colours that the page has now. */
function coloursOf(board) {
  const style = getComputedStyle(board);
  const token = (name) => style.getPropertyValue(name).trim();
  return { ink: token('--inkt'), paper: token('--vlak'), edge: token('--rand'), action: token('--actie') };
}
