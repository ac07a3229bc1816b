// Relay: its compiler takes every connection of the schema as a @connection that can be refetched, and its runtime pages
// each through, two at a time, from the thing that has the most. Its store must hold as many as the service counts.
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import runtime from 'relay-runtime';
import { connections, fullest, given, thingWithMost } from './lists.mjs';
import { done, GRAPHQL, MADE, must, SCHEMA } from './service.mjs';

const { Environment, Network, RecordSource, Store, createOperationDescriptor, ConnectionInterface } = runtime;
const FOLDER = join(MADE, 'relay');
const EACH = 2;
const MOST_PAGES = 4;

const program = (name) => join(import.meta.dirname, 'node_modules', '.bin', name);
const lists = connections();
write();
execFileSync(program('relay-compiler'), ['relay.config.json'], { cwd: FOLDER, stdio: ['ignore', 'ignore', 'inherit'] });
const roots = await fullest();
const counts = { compiled: lists.length, paged: 0, pages: 0, empty: 0 };
for (const [number, list] of lists.entries()) await page(number, list);
done([
  { wat: 'Relay: lijsten die de compiler als @connection aanneemt', aantal: counts.compiled },
  { wat: 'Relay: lijsten doorgebladerd tot alles in de store stond', aantal: counts.paged },
  { wat: 'Relay: bladzijden daarbij', aantal: counts.pages },
  { wat: 'Relay: lijsten zonder een ding om te bladeren', aantal: counts.empty },
]);

function write() {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(join(FOLDER, 'src'), { recursive: true });
  const config = { src: 'src', schema: 'schema.graphql', language: 'javascript', eagerEsModules: true, noFutureProofEnums: true };
  writeFileSync(join(FOLDER, 'relay.config.json'), JSON.stringify(config));
  writeFileSync(join(FOLDER, 'package.json'), JSON.stringify({ type: 'module' }));
  execFileSync('cp', [SCHEMA, join(FOLDER, 'schema.graphql')]);
  for (const [number, { owner, field }] of lists.entries()) {
    const name = `list${number}`;
    const own = [given(owner, field), 'first: $first', 'after: $after'].filter(Boolean).join(', ');
    const text = `fragment ${name}_page on ${owner}
      @refetchable(queryName: "${name}Query")
      @argumentDefinitions(first: { type: "Int", defaultValue: ${EACH} }, after: { type: "String" }) {
      list: ${field.name}(${own}) @connection(key: "${name}_list") { aantal edges { node { __typename } } }
    }`;
    writeFileSync(
      join(FOLDER, 'src', `${name}.js`),
      `import { graphql } from 'relay-runtime';\nexport default graphql\`${text}\`;\n`,
    );
  }
}

async function page(number, { owner, field }) {
  const id = await thingWithMost(owner, field, roots);
  if (owner !== 'Query' && !id) {
    counts.empty += 1;
    return;
  }
  const { default: query } = await import(join(FOLDER, 'src', '__generated__', `list${number}Query.graphql.js`));
  const environment = new Environment({ network: Network.create(asked), store: new Store(new RecordSource()) });
  let [after, more, pages, total, first] = [null, true, 0, 0, null];
  while (more && pages < MOST_PAGES) {
    const operation = createOperationDescriptor(query, { id, first: EACH, after });
    environment.retain(operation);
    const answer = await environment.execute({ operation }).toPromise();
    const list = id ? answer.data.node.list : answer.data.list;
    ({ endCursor: after, hasNextPage: more } = list.pageInfo);
    total = list.aantal;
    pages += 1;
    first ??= list;
  }
  const source = environment.getStore().getSource();
  const key = source.getRecordIDs().find((each) => each.includes(`__list${number}_list_connection`) && !each.endsWith(':pageInfo') && source.get(each).edges);
  must(key, `${owner}.${field.name}: no connection in the store`);
  const { EDGES, NODE } = ConnectionInterface.get();
  const edges = source.get(key)[EDGES].__refs;
  const expected = Math.min(total, EACH * pages);
  must(edges.length === expected, `${owner}.${field.name}: ${edges.length} edges in the store of ${expected}`);
  const nodes = new Set(edges.map((edge) => source.get(edge)[NODE].__ref));
  must(nodes.size === expected, `${owner}.${field.name}: ${nodes.size} different things of ${expected}`);
  counts.paged += 1;
  counts.pages += pages;
}

async function asked(operation, variables) {
  const headers = { 'Content-Type': 'application/json' };
  const reply = await fetch(GRAPHQL, { method: 'POST', headers, body: JSON.stringify({ query: operation.text, variables }) });
  const answer = await reply.json();
  if (answer.errors) throw new Error(`${operation.name}: ${answer.errors[0].message}`);
  return answer;
}
