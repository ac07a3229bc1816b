import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** Licences that go together with EUPL-1.2 for files we hand out unchanged. */
const ALLOWED = new Set(['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'OFL-1.1', 'Python-2.0']);
/** A script that keeps a licence up to date is no licence. */
const TEXTS = /^(licen[cs]e|copying|ofl|notice|third-?party-?notices)(?!.*\.[cm]?js$)/i;

/** Node packages whose files end up in the built page, with their licences. */
export function licences() {
  const roots = new Set();
  return {
    collect: () => ({
      name: 'opdeplank:licences-collect',
      moduleParsed({ id }) {
        const root = packageRoot(id);
        if (root) roots.add(root);
      },
    }),
    write: (fileName) => ({
      name: 'opdeplank:licences-write',
      generateBundle(_options, bundle) {
        // Fonts and pictures that a style sheet names are no modules; they know where they came from.
        const assets = Object.values(bundle).flatMap((file) => file.originalFileNames ?? []);
        assets.map((path) => packageRoot(resolve(path))).forEach((root) => root && roots.add(root));
        this.emitFile({ type: 'asset', fileName, source: listing([...roots].map(describe)) });
      },
    }),
  };
}

/** '/x/node_modules/@a/b/dist/c.js?worker' -> '/x/node_modules/@a/b'; null outside node_modules. */
function packageRoot(id) {
  const path = id.replace(/^\0/, '').split('?')[0];
  const match = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path);
  let root = match?.[1];
  // A package may hold nested package.json files without a name; only its own has one.
  while (root && !existsSync(join(root, 'package.json'))) root = dirname(root);
  return root ?? null;
}

function describe(root) {
  const { name, version, license } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  if (!choices(license).some((choice) => ALLOWED.has(choice))) {
    throw new Error(`${name} ${version} has licence ${license}: not on the list in bouw/licenties.js`);
  }
  const texts = readdirSync(root).filter((file) => TEXTS.test(file)).sort()
    .map((file) => readFileSync(join(root, file), 'utf8').replaceAll('\r\n', '\n').trim());
  return { name, version, license, texts };
}

/** '(MPL-2.0 OR Apache-2.0)' -> ['MPL-2.0', 'Apache-2.0']. */
const choices = (expression = '') => expression.replace(/[()]/g, '').split(/\s+OR\s+/);

function listing(packages) {
  const sorted = packages.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.version < b.version ? -1 : 1));
  const table = sorted.map(({ name, version, license }) => `${name} ${version} – ${license}`).join('\n');
  const rule = '-'.repeat(100);
  const texts = sorted.map(({ name, version, texts }) =>
    [rule, `${name} ${version}`, rule, texts.join('\n\n') || '(het pakket heeft geen eigen licentietekst)'].join('\n'));
  return [
    'Deze map bevat de software van anderen hieronder. De lijst wordt gemaakt bij het bouwen.', '', table, '',
    ...texts, '',
  ].join('\n');
}
