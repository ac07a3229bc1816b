// Every connection of the schema: where it hangs, on what it can be asked, and a thing that has the most in it.
import { buildSchema, getNamedType, isNonNullType, isObjectType } from 'graphql';
import { ask, sdl } from './service.mjs';

const GIVEN = {
  zoek: 'term: "schulden"',
  pasklaar: 'invoer: {vraag: {thema: "thema:schulden"}}',
};
export const schema = buildSchema(sdl());

export function given(owner, field) {
  const needed = field.args.some((each) => isNonNullType(each.type) && each.defaultValue === undefined);
  return needed ? GIVEN[field.name] : '';
}

/** [{owner, field, node}] of what can be asked again by id, or from the top. */
export function connections() {
  const found = [];
  const restricted = new Set(['geschiedenis']);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    const refetchable = type.name === 'Query' || type.getInterfaces().some((each) => each.name === 'Node');
    for (const field of Object.values(type.getFields())) {
      const kind = getNamedType(field.type);
      if (!kind.name.endsWith('Connection') || !field.args.some((each) => each.name === 'after')) continue;
      if (!refetchable || restricted.has(field.name)) continue;
      found.push({ owner: type.name, field, connection: kind.name });
    }
  }
  return found;
}

/** For each type the id of the thing that has the most in a list; the lists of one type are asked together. */
export async function fullest() {
  const of = {};
  const query = schema.getQueryType();
  for (const root of Object.values(query.getFields())) {
    const kind = getNamedType(root.type);
    if (!kind.name.endsWith('Connection') || given('Query', root) === undefined || root.name === 'pasklaar') continue;
    const node = getNamedType(kind.getFields().nodes.type);
    if (!isObjectType(node) || !node.getInterfaces().some((each) => each.name === 'Node')) continue;
    of[node.name] = { things: [root.name], args: given('Query', root) };
  }
  return of;
}

/** The id of a thing of this type with the most in this list, among the first hundred; null when none has any. */
export async function thingWithMost(owner, field, roots) {
  if (owner === 'Query') return null;
  const root = roots[owner]?.things[0];
  const counted = `${field.name}(first: 1) { aantal }`;
  if (!root) return byId(owner, field);
  const data = await ask(`{ ${root}(first: 50) { nodes { id ${counted} } } }`);
  const nodes = data[root].nodes.filter((each) => each[field.name]?.aantal);
  nodes.sort((a, b) => b[field.name].aantal - a[field.name].aantal);
  return nodes[0]?.id ?? null;
}

async function byId() {
  return null;
}
