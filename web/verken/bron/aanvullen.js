// Names to choose from while typing, in a list that the browser itself shows: keyboard and screen reader included.
const WAIT = 200;
const LEAST = 2;

export function completeFields(fields) {
  for (const field of fields) {
    let waiting;
    let asked = '';
    field.addEventListener('input', () => {
      clearTimeout(waiting);
      waiting = setTimeout(async () => {
        const term = field.value.trim();
        if (term.length < LEAST || term === asked) return;
        asked = term;
        const found = await suggestions(field.dataset.vulAan, term);
        if (term === asked) fill(field.list, found);
      }, WAIT);
    });
  }
}

/** Nothing on a failure: the field works without. */
async function suggestions(address, term) {
  try {
    const variables = encodeURIComponent(JSON.stringify({ term: term.slice(0, 80) }));
    const reply = await fetch(`${address}&variables=${variables}`);
    return (await reply.json()).data?.suggesties ?? [];
  } catch {
    return [];
  }
}

function fill(list, found) {
  list.replaceChildren(
    ...found.map(({ tekst, soort }) => Object.assign(document.createElement('option'), { value: tekst, label: `${tekst} (${soort.toLowerCase()})` })),
  );
}
