// The built files lie in <service>/graphiql/assets/, so the service itself is two folders up, wherever it stands.
const HERE = import.meta.url;

/** The path of something on the service: `graphql` -> `/graphql`, or `/plank/graphql` below a prefix. */
export const service = (path) => new URL(`../../${path}`, HERE).pathname;
