// The picture beside the list: the same things, from the same questions. It is extra; the list is complete.
import { graphOf } from './gegevens.js';
import { rings } from './kringen.js';
import { inStep } from './samen.js';
import { draw } from './tekening.js';

const MOST = 2000;

export async function showPicture(place) {
  const part = (name) => place.querySelector(`[data-${name}]`);
  const status = part('stand');
  const say = (text) => {
    status.hidden = !text;
    status.textContent = text;
  };
  part('zonder').hidden = true;
  say('We tekenen het beeld.');
  const board = place.querySelector('[role="img"]');
  let graph;
  try {
    const [found] = await Promise.all([answers(place.dataset.bronnen.split(' ')), document.fonts.ready]);
    graph = capped(graphOf(found, place.dataset.midden));
  } catch {
    say('Het beeld kon niet worden opgehaald. In de lijst staat alles. Laad de bladzijde opnieuw voor het beeld.');
    return;
  }
  performance.mark('beeld-gegevens');
  const start = rings(graph.nodes, graph.lines);
  board.hidden = false;
  const drawing = draw(board, graph, start, place.dataset.midden);
  const settled = settle(graph, start, drawing);
  await drawing.ready;
  performance.mark('beeld-getekend');
  say('');
  part('knoppen').hidden = false;
  inStep(place, drawing);
  buttons(place, drawing);
  await settled;
  performance.mark('beeld-klaar');
  place.dataset.klaar = String(graph.nodes.length);
}

/** The registered questions of the page, each from the API. */
async function answers(addresses) {
  return Promise.all(
    addresses.map(async (address) => {
      const reply = await fetch(address, { headers: { Accept: 'application/json' } });
      const body = await reply.json();
      if (!body.data) throw new Error(body.errors?.[0]?.message);
      return body.data;
    }),
  );
}

/** No more than what stays readable and quick; what is nearest first. */
function capped({ nodes, lines }) {
  if (nodes.length <= MOST) return { nodes, lines };
  const kept = [...nodes].sort((a, b) => Number(b.path) - Number(a.path) || a.hop - b.hop).slice(0, MOST);
  const ids = new Set(kept.map(({ id }) => id));
  return { nodes: nodes.filter(({ id }) => ids.has(id)), lines: lines.filter((l) => ids.has(l.source) && ids.has(l.target)) };
}

/** Work out the places beside the page, and move there. Who wants no motion gets the end at once. */
function settle({ nodes, lines }, start, drawing) {
  const moving = !matchMedia('(prefers-reduced-motion: reduce)').matches && nodes.length <= 400;
  const worker = new Worker(new URL('./opstelling.js', import.meta.url), { type: 'module' });
  return new Promise((resolve) => {
    worker.onmessage = async ({ data: { places, done } }) => {
      await drawing.ready;
      if (done) worker.terminate();
      await drawing.move(places);
      if (done) resolve();
    };
    worker.onerror = () => {
      worker.terminate();
      resolve();
    };
    worker.postMessage({
      nodes: nodes.map(({ id, hop }) => ({ id, hop, ...start.get(id) })),
      lines: lines.map(({ source, target }) => ({ source, target })),
      moving,
    });
  });
}

function buttons(place, drawing) {
  const actions = { groter: () => drawing.zoom(1.3), kleiner: () => drawing.zoom(1 / 1.3), passend: () => drawing.fit(), png: () => save(place, drawing) };
  for (const button of document.querySelectorAll('button[data-doe]')) {
    button.hidden = false;
    button.addEventListener('click', actions[button.dataset.doe]);
  }
}

async function save(place, drawing) {
  const link = document.createElement('a');
  link.download = `${place.dataset.bestand.replace(/[^\p{L}\p{N} -]+/gu, '').trim().slice(0, 60) || 'beeld'}.png`;
  link.href = URL.createObjectURL(await drawing.png());
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
