/** Longest address we write; a longer question stays in the editor only. */
const LONGEST = 8000;
const PAUSE_MS = 300;

/** `?query=&variables=` of the page, or null when there is no query. */
export function readAddress(search = location.search) {
  const params = new URLSearchParams(search);
  const query = params.get('query');
  return query ? { query, variables: params.get('variables') ?? '' } : null;
}

let timer;

/** Keeps the address equal to the open tab, so that it can be shared. Waits until typing stops. */
export function followTab({ tabs, activeTabIndex }) {
  clearTimeout(timer);
  timer = setTimeout(() => history.replaceState(null, '', addressOf(tabs[activeTabIndex] ?? {})), PAUSE_MS);
}

function addressOf({ query, variables }) {
  if (!query?.trim()) return location.pathname;
  const params = new URLSearchParams({ query });
  if (variables?.trim()) params.set('variables', variables);
  const address = `${location.pathname}?${params}`;
  return address.length > LONGEST ? location.pathname : address;
}
