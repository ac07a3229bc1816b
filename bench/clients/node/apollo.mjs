// Apollo: its cache holds what came, its persisted queries are found by the manifest that the service gives, and where it
// sends the hash of a question that nobody registered, it goes on with the whole question.
import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { relayStylePagination } from '@apollo/client/utilities';
import { generatePersistedQueryIdsFromManifest } from '@apollo/persisted-query-lists';
import { createHash } from 'node:crypto';
import { ADDRESS, done, EXAMPLES, GRAPHQL, must } from './service.mjs';

const asked = [];
const counting = async (url, how) => {
  const reply = await fetch(url, how);
  asked.push({ method: how?.method ?? 'GET', url: String(url), status: reply.status });
  return reply;
};
const http = new HttpLink({ uri: GRAPHQL, fetch: counting });
const manifest = await (await fetch(`${ADDRESS}/persisted-query-manifest.json`)).json();

done([
  { wat: 'Apollo: gemeenten in de cache na bladeren', aantal: await paged() },
  { wat: 'Apollo: geregistreerde vragen gesteld met het manifest, met GET', aantal: await fromManifest() },
  { wat: 'Apollo: onbekende hash, daarna de hele vraag (verzoeken)', aantal: await unknownHash() },
]);

async function paged() {
  const policies = { Query: { fields: { gemeenten: relayStylePagination() } } };
  const client = new ApolloClient({ link: http, cache: new InMemoryCache({ typePolicies: policies }) });
  const query = gql`
    query Bladeren($na: String) {
      gemeenten(first: 100, after: $na) {
        aantal
        edges { node { id naam } }
        pageInfo { hasNextPage endCursor }
      }
    }
  `;
  const observed = client.watchQuery({ query });
  let { data } = await client.query({ query });
  observed.subscribe(() => {});
  while (data.gemeenten.pageInfo.hasNextPage) {
    await observed.fetchMore({ variables: { na: data.gemeenten.pageInfo.endCursor } });
    data = client.readQuery({ query });
  }
  const kept = Object.keys(client.cache.extract()).filter((key) => key.startsWith('Gemeente:')).length;
  must(kept === data.gemeenten.aantal, `${kept} of ${data.gemeenten.aantal} in the cache`);
  must(data.gemeenten.edges.length === kept, 'as many edges');
  return kept;
}

async function fromManifest() {
  const ids = generatePersistedQueryIdsFromManifest({ loadManifest: async () => manifest });
  const link = new PersistedQueryLink({ ...ids, useGETForHashedQueries: true }).concat(http);
  const client = new ApolloClient({ link, cache: new InMemoryCache(), defaultOptions: { query: { fetchPolicy: 'no-cache' } } });
  let found = 0;
  for (const each of manifest.operations) {
    asked.length = 0;
    const { data } = await client.query({ query: gql(each.body), variables: EXAMPLES[each.name] });
    must(data && Object.keys(data).length, each.name);
    must(asked.length === 1 && asked[0].method === 'GET' && asked[0].status === 200, `${each.name} by one GET`);
    found += 1;
  }
  return found;
}

async function unknownHash() {
  const sha256 = (text) => createHash('sha256').update(text).digest('hex');
  const link = new PersistedQueryLink({ sha256, useGETForHashedQueries: true }).concat(http);
  const client = new ApolloClient({ link, cache: new InMemoryCache() });
  asked.length = 0;
  const { data } = await client.query({ query: gql`query Eigen { wetten(first: 3) { nodes { id naam } } }` });
  must(data.wetten.nodes.length === 3, 'an answer');
  must(asked[0].status === 404 && asked.at(-1).status === 200, JSON.stringify(asked));
  return asked.length;
}
