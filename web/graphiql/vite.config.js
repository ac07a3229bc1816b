import { defineConfig } from 'vite';
import { licences } from './bouw/licenties.js';
import { translate } from './bouw/vertaling.js';

// Files find each other beside themselves, so that the service may stand below any path. The page opens at /graphiql (no
// slash), so it names them from the root; the server puts the path in front (opdeplank/pages/graphiql.py).
const address = (file, { hostType }) => (hostType === 'html' ? `/graphiql/${file}` : { relative: true });

export default defineConfig(() => {
  const licenceList = licences();
  return {
    base: './',
    experimental: { renderBuiltUrl: address },
    publicDir: false,
    // The JSX runtime; Vite's default expects React in scope.
    oxc: { jsx: { runtime: 'automatic' } },
    plugins: [translate(), licenceList.collect(), licenceList.write('LICENTIES.txt')],
    // Workers are a bundle of their own: without this their packages would miss in the licence list.
    worker: { format: 'es', plugins: () => [licenceList.collect()] },
    build: {
      outDir: 'gebouwd',
      emptyOutDir: true,
      // A data: address would break our content policy (font-src 'self', worker-src 'self').
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 5000,
      target: 'es2022',
      rolldownOptions: {
        // Libraries mark files with "use client" for servers; it means nothing in a bundle.
        onLog: (level, log, report) => log.code !== 'MODULE_LEVEL_DIRECTIVE' && report(level, log),
      },
    },
  };
});
