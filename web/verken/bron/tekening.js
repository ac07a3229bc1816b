// The drawing itself: cytoscape on a canvas, with places that are given to it. Without the graphics card, so that it
// works on a thin client as well.
import cytoscape from 'cytoscape';

const SHAPES = {
  Oplossing: 'rectangle', Gemeente: 'ellipse', Knelpunt: 'diamond', Thema: 'triangle', Onderwerp: 'rhomboid',
  Traject: 'pentagon', Persoon: 'octagon',
};
const LONGEST = 34;
const CROWDED = 60;
/** From here on only what was opened or chosen has its name beside it: names cost more than all the rest. */
const LARGE = 400;
const HUB_LABEL = 16;
/** Things that are moved in one go; more than that would hold up the page. */
const PART = 200;
const MARGIN = 24;
/** Room for a name beside the outermost things. */
const NAME = 90;
/** Cytoscape adds a style element of its own unless one of this name is there; our content policy refuses such. */
const STYLE_ID = '__________cytoscape_stylesheet';

export async function draw(board, { nodes, lines }, start, middle) {
  document.head.querySelector('link[href*="verken.css"]').id = STYLE_ID;
  const crowded = nodes.length > CROWDED;
  const large = nodes.length > LARGE;
  const graph = cytoscape({
    headless: true,
    styleEnabled: true,
    layout: { name: 'preset', fit: false },
    style: look(board, crowded, large),
    minZoom: 0.05,
    maxZoom: 4,
    autoungrabify: crowded,
    boxSelectionEnabled: false,
    pixelRatio: crowded ? 1 : 'auto',
    textureOnViewport: crowded,
    hideEdgesOnViewport: large,
    hideLabelsOnViewport: crowded,
  });
  await fill(graph, [
    ...nodes.map((node) => ({ group: 'nodes', data: { id: node.id, label: short(node.name), shape: SHAPES[node.kind] ?? 'hexagon' }, position: { ...start.get(node.id) }, classes: classesOf(node, middle) })),
    ...lines.map(({ id, source, target, path }) => ({ group: 'edges', data: { id, source, target }, classes: path ? 'pad' : '' })),
  ]);
  graph.mount(board);
  fit(graph, board);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => graph.style(look(board, crowded, large)));
  new ResizeObserver(() => graph.resize()).observe(board);
  return {
    fit: () => fit(graph, board),
    zoom: (factor) => graph.zoom({ level: graph.zoom() * factor, renderedPosition: { x: board.clientWidth / 2, y: board.clientHeight / 2 } }),
    move: (things, places) => move(graph, things, places),
    select: (id) => select(graph, id),
    nameOf: (id) => nodes.find((node) => node.id === id)?.name,
    onChoose: (listener) => {
      graph.on('tap', 'node', ({ target }) => listener(target.id()));
      graph.on('tap', ({ target }) => target === graph && listener(''));
    },
    png: () => graph.png({ output: 'blob-promise', full: true, scale: 2, maxWidth: 8000, maxHeight: 8000, bg: token(board, '--vlak') }),
  };
}

const classesOf = ({ id, path, open }, middle) => [id === middle && 'midden', open && 'open', path && 'pad'].filter(Boolean).join(' ');

/** All of it in sight; what was opened keeps a name that one can read, however small the rest became. */
function fit(graph, board) {
  const spots = graph.nodes().map((node) => node.position());
  const [left, right] = ends(spots.map(({ x }) => x));
  const [top, bottom] = ends(spots.map(({ y }) => y));
  const room = 2 * MARGIN;
  const zoom = Math.min(1.4, (board.clientWidth - room) / (right - left + NAME), (board.clientHeight - room) / (bottom - top + NAME));
  const middle = { x: (left + right) / 2, y: (top + bottom) / 2 + NAME / 6 };
  graph.viewport({ zoom, pan: { x: board.clientWidth / 2 - zoom * middle.x, y: board.clientHeight / 2 - zoom * middle.y } });
  graph.style().selector('node.open').style('font-size', Math.max(HUB_LABEL, HUB_LABEL / zoom));
  graph.nodes('.open').updateStyle();
}

const short = (name) => (name.length > LONGEST ? `${name.slice(0, LONGEST - 1).trimEnd()}…` : name);

const token = (board, name) => getComputedStyle(board).getPropertyValue(name).trim();

const ends = (values) => [Math.min(...values), Math.max(...values)];

/** All that is drawn, a part at a time. Nothing is painted yet. */
async function fill(graph, elements) {
  for (let from = 0; from < elements.length; from += PART) {
    graph.add(elements.slice(from, from + PART));
    if (elements.length > PART) await pause();
  }
}

/** Let the page answer what waits. */
const pause = () => new Promise((resolve) => setTimeout(resolve));

/** The things at their new places, a part at a time, so that the page goes on answering. */
async function move(graph, things, places) {
  graph.startBatch();
  for (let from = 0; from < things.length; from += PART) {
    for (let i = from; i < Math.min(from + PART, things.length); i += 1) {
      graph.getElementById(things[i].id).position({ x: places[2 * i], y: places[2 * i + 1] });
    }
    if (things.length > PART) await pause();
  }
  graph.endBatch();
}

function select(graph, id) {
  graph.batch(() => {
    graph.elements('.gekozen, .ernaast').removeClass('gekozen ernaast');
    const node = graph.getElementById(id);
    if (node.empty()) return;
    node.addClass('gekozen');
    node.connectedEdges().addClass('ernaast');
  });
}

/** The look, in the colours that the page has now. */
function look(board, crowded, large) {
  const ink = token(board, '--inkt');
  const paper = token(board, '--vlak');
  const edge = token(board, '--rand');
  const action = token(board, '--actie');
  return [
    { selector: 'node', style: { shape: 'data(shape)', width: 22, height: 22, 'background-color': paper, 'border-color': ink, 'border-width': 2, label: large ? '' : 'data(label)', color: ink, 'font-family': 'Public Sans, sans-serif', 'font-size': 14, 'text-valign': 'bottom', 'text-margin-y': 5, 'text-wrap': 'wrap', 'text-max-width': '130px', 'text-outline-color': paper, 'text-outline-width': 3, 'min-zoomed-font-size': crowded ? 9 : 5 } },
    { selector: 'node[shape = "rectangle"]', style: { width: 18, height: 24 } },
    { selector: 'edge', style: { width: 1.5, 'line-color': edge, 'curve-style': 'haystack' } },
    { selector: 'node.open', style: { label: 'data(label)', width: 30, height: 30, 'font-size': HUB_LABEL, 'font-weight': 700, 'min-zoomed-font-size': 0, 'text-max-width': '400px', 'z-index': 8 } },
    { selector: 'node.midden', style: { width: 30, height: 38, 'background-color': ink, 'font-weight': 800 } },
    { selector: 'edge.pad', style: { width: 4, 'line-color': action } },
    { selector: 'node.pad', style: { 'background-color': action, 'border-color': action, 'min-zoomed-font-size': 0 } },
    { selector: 'edge.ernaast', style: { width: 3, 'line-color': action } },
    { selector: 'node.gekozen', style: { label: 'data(label)', 'border-color': action, 'border-width': 5, 'font-weight': 700, 'font-size': 16, 'min-zoomed-font-size': 0, 'z-index': 9 } },
  ];
}
