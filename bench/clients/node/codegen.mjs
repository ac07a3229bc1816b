// graphql-codegen: types of the whole schema, and of every question that the service knows and the examples ask; then the
// TypeScript compiler, strict.
import { generate } from '@graphql-codegen/cli';
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ADDRESS, done, MADE, must, SCHEMA } from './service.mjs';

const FOLDER = join(MADE, 'codegen');
const SCALARS = { Date: 'string', DateTime: 'string', GemeenteCode: 'string', URI: 'string' };
rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
symlinkSync(join(import.meta.dirname, 'node_modules'), join(FOLDER, 'node_modules'));

const manifest = await (await fetch(`${ADDRESS}/persisted-query-manifest.json`)).json();
const own = manifest.operations.map((each) => unlike(each));
for (const { name, body } of own) writeFileSync(join(FOLDER, `${name}.graphql`), body);

/** Fragments of one name stand in several questions; in one program each has a name of its own. */
function unlike({ name, body }) {
  const fragments = [...body.matchAll(/^fragment (\w+) on/gm)].map((found) => found[1]);
  const text = fragments.reduce(
    (said, each) => said.replaceAll(new RegExp(`(fragment |\\.\\.\\.)${each}\\b`, 'g'), `$1${name}_${each}`),
    body,
  );
  return { name, body: text };
}

const config = { strictScalars: true, scalars: SCALARS, useTypeImports: true };
await generate(
  {
    schema: SCHEMA,
    documents: join(FOLDER, '*.graphql'),
    silent: true,
    generates: {
      [join(FOLDER, 'schema.ts')]: { plugins: ['typescript'], config },
      [join(FOLDER, 'vragen.ts')]: { plugins: ['typescript-operations', 'typed-document-node'], config },
    },
  },
  true,
);
writeFileSync(join(FOLDER, 'package.json'), JSON.stringify({ type: 'module' }));
const strict = ['--strict', '--noEmit', '--skipLibCheck', 'false', '--target', 'es2022', '--module', 'nodenext', '--moduleResolution', 'nodenext'];
execFileSync('npx', ['tsc', ...strict, 'schema.ts', 'vragen.ts'], { cwd: FOLDER, stdio: 'inherit' });
must(own.length, 'questions');
done([{ wat: 'graphql-codegen en `tsc --strict`: vragen met hun typen', aantal: own.length }]);
