import { service } from './dienst.js';
import { withKey } from './sleutel.js';

const ADDRESS = service('graphql');
const INTROSPECTION = 'IntrospectionQuery';

let plan = null;
const readers = new Set();

/** The `extensions.plan` of the last answer, as an external store for React. */
export const lastPlan = {
  get: () => plan,
  subscribe(reader) {
    readers.add(reader);
    return () => readers.delete(reader);
  },
};

function remember(next) {
  plan = next;
  readers.forEach((reader) => reader());
}

/** Sends an operation and gives the answer; a failure on the way becomes an answer with a Dutch error. */
export async function fetcher(params, options = {}) {
  const answer = await send(params, options.headers ?? {});
  // The editor asks for the schema by itself; that is not an answer the reader waits for.
  if (params.operationName !== INTROSPECTION) remember(answer.extensions?.plan ?? null);
  return answer;
}

async function send({ query, variables, operationName }, headers) {
  let response;
  try {
    response = await fetch(ADDRESS, {
      method: 'POST',
      headers: {
        Accept: 'application/graphql-response+json, application/json;q=0.9',
        'Content-Type': 'application/json',
        ...withKey(headers),
      },
      body: JSON.stringify({ query, variables, operationName }),
    });
  } catch {
    return failure('De dienst is niet te bereiken. Je vraag is niet weg. Probeer het opnieuw.');
  }
  try {
    return await response.json();
  } catch {
    return failure(`De dienst gaf geen leesbaar antwoord (HTTP ${response.status}). Probeer het opnieuw.`);
  }
}

const failure = (message) => ({ errors: [{ message }] });
