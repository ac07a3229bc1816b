// urql: what it does by itself with a small question (GET), with the one line that the documentation gives, with hashes,
// and with its normalised cache in pages.
import { Client, fetchExchange, gql } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { relayPagination } from '@urql/exchange-graphcache/extras';
import { persistedExchange } from '@urql/exchange-persisted';
import { done, GRAPHQL, must } from './service.mjs';

const sent = [];
const counting = async (url, how) => {
  const reply = await fetch(url, how);
  sent.push({ method: how?.method ?? 'GET', status: reply.status });
  return reply;
};
const client = (options) => new Client({ url: GRAPHQL, fetch: counting, exchanges: [fetchExchange], ...options });
const SMALL = gql`query Klein { wetten(first: 3) { nodes { id naam } } }`;

const byItself = await client({}).query(SMALL).toPromise();
must(byItself.error && sent.at(-1).method === 'GET' && sent.at(-1).status === 405, 'by itself: a GET, refused');

const told = await client({ preferGetMethod: false }).query(SMALL).toPromise();
must(told.data?.wetten.nodes.length === 3 && sent.at(-1).method === 'POST', 'with the line: an answer');

sent.length = 0;
const persisted = persistedExchange({ preferGetForPersistedQueries: false });
const hashed = await client({ preferGetMethod: false, exchanges: [persisted, fetchExchange] }).query(SMALL).toPromise();
must(hashed.data?.wetten.nodes.length === 3, `with hashes: ${hashed.error}`);
const attempts = sent.map((each) => each.status).join(', ');
must(sent.length === 2 && sent[0].status === 404 && sent[1].status === 200, `with hashes: ${attempts}`);

const cache = cacheExchange({ resolvers: { Query: { gemeenten: relayPagination() } }, keys: { PageInfo: () => null } });
const paging = client({ preferGetMethod: false, exchanges: [cache, fetchExchange] });
const PAGES = gql`
  query Bladeren($na: String) {
    gemeenten(first: 100, after: $na) { aantal nodes { id naam } pageInfo { hasNextPage endCursor } }
  }
`;
let na = null;
let data;
do {
  ({ data } = await paging.query(PAGES, { na }).toPromise());
  na = data.gemeenten.pageInfo.endCursor;
} while (data.gemeenten.pageInfo.hasNextPage);
const kept = new Set(data.gemeenten.nodes.map((each) => each.id)).size;
must(kept === data.gemeenten.aantal, `${kept} of ${data.gemeenten.aantal} in the cache`);

done([
  { wat: 'urql: kleine vraag zonder instelling (status)', aantal: 405 },
  { wat: 'urql: dezelfde vraag met `preferGetMethod: false` (status)', aantal: 200 },
  { wat: 'urql: onbekende hash, daarna de hele vraag (verzoeken)', aantal: 2 },
  { wat: 'urql: gemeenten in de cache na bladeren', aantal: kept },
]);
