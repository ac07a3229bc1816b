// The worker that works out where things stand. Same things and lines, same picture: chance comes from a fixed seed, and
// the number of rounds does not depend on how fast the machine is.
import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from 'd3-force';

/** Of many things the last rounds hardly move any. */
const ROUNDS = (count) => (count > 400 ? 100 : 220);
const PART = 20;
const SEED = 20260101;

/** Numbers between 0 and 1 that look like chance (Mulberry32). */
function chance(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Few things get room for their names; many stand close, so that the whole stays in sight. */
const AIR = [
  { upTo: 60, distance: 150, apart: -900, room: 50, reach: 1500, x: 0.03, y: 0.09 },
  { upTo: 400, distance: 90, apart: -340, room: 26, reach: 900, x: 0.05, y: 0.09 },
  { upTo: Infinity, distance: 60, apart: -90, room: 14, reach: 600, x: 0.05, y: 0.06 },
];

self.onmessage = ({ data: { nodes, lines, moving } }) => {
  const air = AIR.find(({ upTo }) => nodes.length <= upTo);
  const rounds = ROUNDS(nodes.length);
  const bodies = nodes.map(({ id, x, y, hop }) => (hop === 0 ? { id, x, y, fx: 0, fy: 0 } : { id, x, y }));
  const links = lines.map(({ source, target }) => ({ source, target }));
  const simulation = forceSimulation(bodies)
    .randomSource(chance(SEED))
    .force('lines', forceLink(links).id(({ id }) => id).distance(air.distance).strength(0.25))
    .force('apart', forceManyBody().strength(air.apart).theta(nodes.length > 400 ? 1.4 : 1.1).distanceMax(air.reach))
    .force('room', forceCollide(air.room).iterations(1))
    .force('x', forceX(0).strength(air.x))
    .force('y', forceY(0).strength(air.y))
    .alphaDecay(1 - 0.001 ** (1 / rounds))
    .stop();
  for (let done = 0; done < rounds; done += PART) {
    simulation.tick(PART);
    if (moving && done + PART < rounds) self.postMessage({ places: placesOf(bodies), done: false });
  }
  self.postMessage({ places: placesOf(bodies), done: true });
};

/** x and y after each other, in the order of the things; rounded, so that a last bit never shows. */
const placesOf = (bodies) => Float32Array.from(bodies.flatMap(({ x, y }) => [Math.round(x * 10) / 10, Math.round(y * 10) / 10]));
