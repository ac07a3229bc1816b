/* <op-de-plank gemeente="GM0344" vraag="vaste lasten op tijd betalen" documentatie="https://…"> — version 1.
   <op-de-plank thema="schulden"> and <op-de-plank gemeente="GM0344" zonder-zoekveld> show a list and no search field.
   Asks the service that this file comes from. Sends no cookies, keeps nothing, takes the look of the page it stands on.
   Text from the service is only ever set as text. Licence: EUPL-1.2. */

const SERVICE = new URL('../../', import.meta.url); // wherever it stands, also below a path of its host
const DOCUMENT = 'sha256:aea43be2c14befc83cd24b8bafd80d967d30e7e9836c0733f2a8d8613cfd86fd';
const OF_THEMA = 'sha256:1a78a577501444274ac6b354afb5b9494e776631d5732323325888f7fb03337c';
const OF_GEMEENTE = 'sha256:01dc02dfb75b9098ddf6621d04cef66e8a422c002dac0b0f7bdc6d4b43b79043';
const OF_USE = 'sha256:eee4853bf00ee251c32c1a53de90ef3e8daf168d6a7cb8e7c8d587d122c048ab';
const PATIENCE = 8000; // ms until we say that the service cannot be reached
const QUIET = 300; // ms without a word while we wait
const CODE = /^GM\d{4}$/i;
const THING = /^(oplossing|knelpunt|onderwerp|gemeente|thema|traject):([a-z0-9-]+)$/;

/* Each value: our own name, then NL Design System, Utrecht, Amsterdam, and what we choose when the page says nothing. */
const STYLE = `
:host { display: block; container-type: inline-size;
  --_letter: var(--opdeplank-lettertype, var(--nl-paragraph-font-family, var(--utrecht-document-font-family, var(--ams-paragraph-font-family, system-ui, sans-serif))));
  --_kopletter: var(--opdeplank-kop-lettertype, var(--nl-heading-level-3-font-family, var(--utrecht-heading-3-font-family, var(--ams-heading-font-family, var(--_letter)))));
  --_kopgewicht: var(--opdeplank-kop-gewicht, var(--nl-heading-level-3-font-weight, var(--utrecht-heading-3-font-weight, var(--ams-heading-font-weight, 700))));
  --_tekst: var(--opdeplank-tekst, var(--nl-paragraph-color, var(--utrecht-document-color, var(--ams-color-text, #15211f))));
  --_kopkleur: var(--opdeplank-kop-kleur, var(--nl-heading-level-3-color, var(--utrecht-heading-3-color, var(--ams-heading-color, var(--_tekst)))));
  --_vlak: var(--opdeplank-vlak, var(--nl-document-background-color, var(--utrecht-document-background-color, var(--ams-color-background, #fff))));
  --_link: var(--opdeplank-link, var(--nl-link-color, var(--utrecht-link-color, var(--ams-link-color, #00574b))));
  --_knop: var(--opdeplank-knop, var(--nl-button-primary-background-color, var(--utrecht-button-primary-action-background-color, var(--ams-button-primary-background-color, #00574b))));
  --_opknop: var(--opdeplank-op-knop, var(--nl-button-primary-color, var(--utrecht-button-primary-action-color, var(--ams-button-primary-color, #fff))));
  --_hoek: var(--opdeplank-hoek, var(--nl-button-border-radius, var(--utrecht-button-border-radius, var(--ams-border-radius, 2px))));
  --_rand: var(--opdeplank-rand, var(--nl-text-input-border-color, var(--utrecht-form-control-border-color, var(--ams-text-input-border-color, var(--_tekst)))));
  --_focus: var(--opdeplank-focus, var(--nl-focus-outline-color, var(--utrecht-focus-outline-color, var(--ams-focus-outline-color, var(--_link))))); }
:host([hidden]) { display: none; }
*, ::before { box-sizing: border-box; }
.doos { font-family: var(--_letter); line-height: 1.5; color: var(--_tekst); background: var(--_vlak); border-block-end: 5px solid var(--_tekst);
  border-start-start-radius: var(--_hoek); border-start-end-radius: var(--_hoek); padding: 1.25em; display: grid; grid-template-columns: minmax(0, 1fr); gap: 1em; overflow-wrap: anywhere; hyphens: auto; }
h2, h3, h4, h5, h6, p, ol, ul { margin: 0; padding: 0; list-style: none; }
h2, h3, h4, h5, h6 { font-family: var(--_kopletter); font-weight: var(--_kopgewicht); color: var(--_kopkleur); line-height: 1.25; font-size: 1.08em; }
.kop { font-size: 1.35em; }
a { color: var(--_link); text-underline-offset: 0.18em; }
li a, p > a { display: inline-block; min-block-size: 24px; padding-block: 0.1em; }
a:hover { text-decoration-thickness: 0.16em; }
:focus-visible { outline: 3px solid var(--_focus); outline-offset: 2px; }
form { display: grid; gap: 0.5em; grid-template-columns: minmax(0, 1fr) auto; }
label { grid-column: 1 / -1; font-weight: 700; }
input, button { font: inherit; min-block-size: 2.75rem; border-radius: var(--_hoek); margin: 0; }
input { inline-size: 100%; min-inline-size: 0; color: var(--_tekst); background: var(--_vlak); border: 2px solid var(--_rand); padding: 0.3em 0.7em; }
button { font-weight: 700; color: var(--_opknop); background: var(--_knop); border: 2px solid transparent; padding: 0.3em 1.1em; cursor: pointer; }
ol { display: grid; }
ol > li { border-block-end: 3px solid currentColor; padding-block: 0.8em 0.55em; display: grid; gap: 0.2em; }
ol > li:first-child { padding-block-start: 0; }
ul { display: grid; gap: 0.35em; }
.klein { font-size: 0.92em; }
.uit { display: grid; gap: 0.8em; }
.uit:empty { display: none; }
[role="status"]:empty { margin-block-end: -1em; }
@container (max-width: 24rem) { form { grid-template-columns: minmax(0, 1fr); } }
@media (forced-colors: active) { button { border-color: LinkText; } }
@media print { form { display: none; } }
`;

let sheet;
const style = () => {
  if (!sheet) (sheet = new CSSStyleSheet()).replaceSync(STYLE);
  return sheet;
};

/** An element with attributes and children; strings become text, never markup. */
const make = (name, attributes, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes ?? {})) made.setAttribute(key, value);
  made.append(...children.flat().filter((child) => child != null && child !== ''));
  return made;
};

/** The address of a page on the service, or null for what has no page. */
const page = (id) => {
  const [, kind, slug] = THING.exec(id) ?? [];
  return kind ? new URL(`${kind}/${slug}`, SERVICE).href : null;
};

const link = (href, text) => (href ? make('a', { href }, text) : text);

/** Only addresses that a browser may open; anything else in `documentatie` is left out. */
const web = (address) => {
  try {
    const found = new URL(address, document.baseURI);
    return ['https:', 'http:'].includes(found.protocol) ? found.href : null;
  } catch {
    return null;
  }
};

class OpDePlank extends HTMLElement {
  static observedAttributes = ['gemeente', 'vraag', 'documentatie', 'kop', 'thema', 'zonder-zoekveld'];

  #asking; // AbortController of the question under way

  connectedCallback() {
    if (!this.shadowRoot) {
      this.attachShadow({ mode: 'open' }).adoptedStyleSheets = [style()];
    }
    this.#draw();
  }

  disconnectedCallback() {
    this.#asking?.abort();
  }

  attributeChangedCallback(name, before, now) {
    if (this.isConnected && this.shadowRoot && before !== now) this.#draw();
  }

  get #gemeente() {
    const code = (this.getAttribute('gemeente') ?? '').trim();
    if (code && !CODE.test(code)) warn(`gemeente="${code}" is geen code. Die ziet eruit als GM0344, en staat op ${SERVICE}gemeente`);
    return CODE.test(code) ? code.toUpperCase() : null;
  }

  /** What is shown without a search field: the operation, its variables, and where in the answer the list stands. */
  get #list() {
    const thema = (this.getAttribute('thema') ?? '').trim();
    const code = this.#gemeente;
    const gemeente = code ? { gemeente: { code } } : {};
    if (thema) return [OF_THEMA, { thema: thema.includes(':') ? thema : `thema:${thema}`, ...gemeente }, (data) => data.pasklaar];
    if (code && this.hasAttribute('zonder-zoekveld')) return [OF_GEMEENTE, gemeente, (data) => data.gemeente.pasklaarElders, [OF_USE, { gemeente: [code] }]];
    return null;
  }

  /** The same question on the site itself. */
  #elsewhere(vraag) {
    const address = new URL(SERVICE);
    if (vraag) address.searchParams.set('vraag', vraag);
    if (this.#gemeente) address.searchParams.set('gemeente', this.#gemeente);
    return address.href;
  }

  #draw() {
    const level = Math.min(Math.max(Number(this.getAttribute('kop')) || 2, 2), 5);
    this.level = level + 1;
    const vraag = (this.getAttribute('vraag') ?? '').trim();
    this.field = make('input', { type: 'search', id: 'v', name: 'vraag', maxlength: 500, autocomplete: 'off', enterkeyhint: 'search' });
    this.field.value = vraag;
    const form = make('form', { action: SERVICE.href, method: 'get' },
      make('label', { for: 'v' }, 'Wat is het knelpunt?'), this.field, make('button', { type: 'submit' }, 'Zoek'));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#search(this.field.value.trim());
    });
    this.status = make('p', { role: 'status', class: 'klein' });
    this.output = make('div', { class: 'uit' });
    const manual = web(this.getAttribute('documentatie') ?? ' ');
    const list = this.#list;
    this.shadowRoot.replaceChildren(make('div', { lang: 'nl', class: 'doos' },
      make(`h${level}`, { id: 'k', class: 'kop' }, list ? 'Dit ligt op de plank' : 'Ligt er iets op de plank?'), list ? '' : form, this.status, this.output,
      make('p', { class: 'klein' }, this.hasAttribute('documentatie') && manual ? [link(manual, 'Uitleg bij dit zoekveld'), ' '] : '', link(new URL('melding', SERVICE).href, 'Iets melden'))));
    if (list) this.#find('', list);
    else if (vraag) this.#search(vraag);
  }

  #say(text) {
    this.status.textContent = text;
  }

  async #search(vraag) {
    this.#asking?.abort();
    if (!vraag) {
      this.output.replaceChildren();
      this.#say('Vul in wat het knelpunt is.');
      this.field.focus();
      return;
    }
    await this.#find(vraag);
  }

  async #find(vraag, list) {
    this.#asking?.abort();
    const mine = (this.#asking = new AbortController());
    const wait = setTimeout(() => this.#say('We zoeken op de plank.'), QUIET);
    const limit = setTimeout(() => mine.abort('laat'), PATIENCE);
    try {
      const found = list ? await fetched(list[0], list[1], mine.signal).then(list[2]) : await this.#ask(vraag, mine.signal);
      if (list?.[3] && !found.nodes.length) found.elders = (await fetched(...list[3], mine.signal)).oplossingen.nodes;
      clearTimeout(wait);
      if (mine === this.#asking) this.#show(found, vraag);
    } catch {
      clearTimeout(wait);
      if (mine === this.#asking && this.isConnected) this.#fail(vraag);
    } finally {
      clearTimeout(limit);
    }
  }

  async #ask(vraag, signal, gemeente = this.#gemeente) {
    const variables = gemeente ? { vraag, gemeente: { code: gemeente } } : { vraag };
    try {
      return (await fetched(DOCUMENT, variables, signal)).pasklaar;
    } catch (error) {
      if (!gemeente || error.message !== 'NOT_FOUND') throw error;
      // a code that no gemeente has: the answer without a gemeente is better than none
      warn(`er is geen gemeente met de code ${gemeente}. Zoek de code op: ${SERVICE}gemeente`);
      return this.#ask(vraag, signal, '');
    }
  }

  #show(found, vraag) {
    const hits = found.nodes.map((node) => this.#hit(node));
    const more = make('p', { class: 'klein' }, link(this.#elsewhere(vraag), vraag ? 'Bekijk alles en lees waarom' : 'Zoek op de plank'));
    const own = has(found);
    const mind = found.letOp ? make('p', { class: 'klein' }, found.letOp) : '';
    const thing = found.genoemd;
    const named = thing && page(thing.id) ? make('p', { class: 'klein' }, 'Bekijk ', link(page(thing.id), thing.weergavenaam)) : '';
    if (hits.length) {
      this.output.replaceChildren(...[named, own, make('ol', { role: 'list' }, ...hits), mind, more].filter(Boolean));
      this.#say(found.aantal === 1 ? 'Er ligt één oplossing.' : `Er liggen ${found.aantal} oplossingen${found.aantal > hits.length ? `. Dit zijn de beste ${hits.length}` : ''}.`);
    } else {
      const near = (found.alternatief?.verwanteKnelpunten ?? []).map(({ knelpunt }) => make('li', {}, link(page(knelpunt.id), knelpunt.titel)));
      const beside = (found.alternatief?.dichtbij ?? []).map(({ id, naam }) => make('li', {}, link(page(id), naam)));
      const elsewhere = (found.elders ?? []).map(({ bellen, ...oplossing }) => this.#hit({ oplossing, bellen }));
      this.output.replaceChildren(...[
        elsewhere.length ? make('p', {}, 'Dit gebruiken de meeste andere gemeenten:') : '', elsewhere.length ? make('ol', { role: 'list' }, ...elsewhere) : '',
        own, near.length ? make('p', {}, 'Dit komt het dichtst in de buurt:') : '', near.length ? make('ul', { role: 'list' }, ...near) : '',
        beside.length ? make('p', {}, 'Hier ligt wel iets over:') : '', beside.length ? make('ul', { role: 'list' }, ...beside) : '', named, mind, more,
      ].filter(Boolean));
      this.#say(found.alternatief?.uitleg ?? (vraag || this.hasAttribute('thema') ? 'Hier ligt nog niets voor op de plank.' : 'We kennen nog geen knelpunt van deze gemeente waar elders iets voor klaarligt.'));
    }
    this.#tell(hits.length ? 'gevonden' : 'niets', { uitkomst: found.uitkomst, aantal: found.aantal, oplossingen: found.nodes.map((node) => node.oplossing.id) });
  }

  #hit({ oplossing, bellen }) {
    return make('li', {}, make(`h${this.level}`, {}, link(page(oplossing.id), oplossing.titel)),
      oplossing.samenvatting ? make('p', { class: 'klein' }, short(oplossing.samenvatting)) : '', call(bellen));
  }

  #fail(vraag) {
    this.#say('');
    this.output.replaceChildren(make('p', { role: 'alert' }, 'De plank is nu niet te bereiken. ', link(this.#elsewhere(vraag), 'Zoek op de site van Op de Plank'), '.'));
  }

  #tell(what, detail) {
    this.dispatchEvent(new CustomEvent(`opdeplank:${what}`, { bubbles: true, composed: true, detail }));
  }
}

/** For whoever put the element on the page; a visitor sees nothing of it. */
const warn = (text) => console.warn(`<op-de-plank>: ${text}`);

/** The data of a registered operation; an error is named by its code. */
const fetched = async (document, variables, signal) => {
  const address = new URL('graphql', SERVICE);
  address.search = new URLSearchParams({ documentId: document, variables: JSON.stringify(variables) });
  const reply = await fetch(address, {
    signal, credentials: 'omit', referrerPolicy: 'no-referrer', headers: { Accept: 'application/json' },
  });
  const answer = await reply.json();
  if (!reply.ok || answer.errors) throw new Error(answer.errors?.[0].extensions?.code ?? 'geen antwoord');
  return answer.data;
};

/** What the gemeente of this portal has already. */
const has = ({ heeftAl, aantalHeeftAl }) => {
  if (!heeftAl?.length) return '';
  const rest = aantalHeeftAl - heeftAl.length;
  const named = heeftAl.map(({ oplossing }) => make('li', {}, link(page(oplossing.id), oplossing.titel)));
  return make('div', {}, make('p', {}, 'Dit heb je al:'), make('ul', { role: 'list' }, ...named), rest > 0 ? make('p', { class: 'klein' }, `En nog ${rest}.`) : '');
};

/** Whom to call: the first who can be reached, with a link to do it. */
const call = ([first]) => {
  if (!first) return '';
  const person = first.vraagNaar ? `. Vraag naar ${first.vraagNaar}` : '';
  const ways = [[phone(first.telefoon), first.telefoon], [mail(first.email), first.email], [site(first.website), host(first.website)]];
  const links = ways.filter(([href]) => href).slice(0, 2).flatMap(([href, text]) => [' ', link(href, text)]);
  return make('p', { class: 'klein' }, first.telefoon ? 'Bel ' : 'Neem contact op met ', make('b', {}, first.wie), ':', ...links, first.postadres && !links.length ? ` ${first.postadres}` : '', person);
};

/** A number as a link; 14 036 and the like only work within the country. */
const phone = (number) => {
  const digits = (number ?? '').replace(/[\s()./-]/g, '');
  if (!/^\+?\d{3,15}$/.test(digits)) return null;
  return /^0[1-9]\d{8}$/.test(digits) ? `tel:+31${digits.slice(1)}` : `tel:${digits}`;
};

const mail = (address) => (/^[\w.+-]+@[\w-]+(\.[\w-]+)+$/.test(address ?? '') ? `mailto:${address}` : null);

const site = (address) => (/^https?:\/\//i.test(address ?? '') ? web(address) : null);

/** Whose site it is: the rest of its address is in the link. */
const host = (address) => (site(address) ? new URL(address).hostname.replace(/^www\./, '') : '');

/** The first sentence, or as many whole words as fit. */
const short = (text) => {
  const [sentence] = text.trim().split(/(?<=[.!?])\s/);
  return sentence.length <= 160 ? sentence : `${sentence.slice(0, 160).replace(/\s+\S*$/, '')} …`;
};

/* An old browser keeps the link that stands inside the element. */
if ('adoptedStyleSheets' in Document.prototype && !customElements.get('op-de-plank')) {
  customElements.define('op-de-plank', OpDePlank);
}
