// The schema by the rules of graphql-schema-linter, but for those below.
import { execFileSync } from 'node:child_process';
import { done, must, SCHEMA } from './service.mjs';

const NOT_OURS = {
  'type-fields-sorted-alphabetically': 'wat bij elkaar hoort, staat bij elkaar',
  'input-object-fields-sorted-alphabetically': 'wat bij elkaar hoort, staat bij elkaar',
  'interface-fields-sorted-alphabetically': 'wat bij elkaar hoort, staat bij elkaar',
  'enum-values-sorted-alphabetically': 'een schaal staat in haar volgorde',
};
const RULES = [
  'arguments-have-descriptions', 'defined-types-are-used', 'deprecations-have-a-reason', 'descriptions-are-capitalized',
  'enum-values-all-caps', 'enum-values-have-descriptions', 'enum-values-sorted-alphabetically', 'fields-are-camel-cased',
  'fields-have-descriptions', 'input-object-fields-sorted-alphabetically', 'input-object-values-are-camel-cased',
  'input-object-values-have-descriptions', 'interface-fields-sorted-alphabetically', 'relay-connection-arguments-spec',
  'relay-connection-types-spec', 'relay-page-info-spec', 'type-fields-sorted-alphabetically', 'types-are-capitalized',
  'types-have-descriptions',
];

const held = RULES.filter((each) => !(each in NOT_OURS));
const command = ['graphql-schema-linter', '--format', 'json', '--rules', held.join(','), SCHEMA];
let said;
try {
  said = execFileSync('npx', command, { encoding: 'utf8' });
} catch (error) {
  said = error.stdout;
}
const { errors } = JSON.parse(said);
must(!errors.length, errors.slice(0, 10).map((each) => `${each.rule}: ${each.message}`).join('\n'));
done([
  { wat: 'graphql-schema-linter: regels waar het schema aan voldoet', aantal: held.length },
  { wat: `… en regels die we niet volgen: ${Object.keys(NOT_OURS).join(', ')}`, aantal: RULES.length - held.length },
]);
