// The service that is asked, what is said about the outcome, and asking without any client.
import { readFileSync } from 'node:fs';

export const ADDRESS = process.argv[2];
export const GRAPHQL = `${ADDRESS}/graphql`;
export const SCHEMA = process.argv[3];
/** Values for each registered question, by its name. */
export const EXAMPLES = JSON.parse(process.argv[4] ?? '{}');
/** Where what is made may stand: outside of any repository, since Relay's compiler adds what it makes to one. */
export const MADE = process.argv[5];
export const sdl = () => readFileSync(SCHEMA, 'utf8');

export async function ask(query, variables = {}) {
  const headers = { 'Content-Type': 'application/json' };
  const reply = await fetch(GRAPHQL, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
  const answer = await reply.json();
  if (answer.errors) throw new Error(`${answer.errors[0].message}\n${query}`);
  return answer.data;
}

export function must(holds, what) {
  if (!holds) throw new Error(what);
}

/** One line for the table: what was done, how often. */
export function done(lines) {
  console.log(JSON.stringify(lines));
}
