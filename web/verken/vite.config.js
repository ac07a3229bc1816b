import { defineConfig } from 'vite';
import { licences } from '../graphiql/bouw/licenties.js';

export default defineConfig(() => {
  const licenceList = licences();
  return {
    // Files find each other beside themselves, so that the service may stand below any path.
    base: './',
    publicDir: false,
    plugins: [licenceList.collect(), licenceList.write('LICENTIES.txt')],
    worker: {
      format: 'es',
      plugins: () => [licenceList.collect()],
      rolldownOptions: { output: { entryFileNames: '[name]-[hash].js' } },
    },
    build: {
      outDir: '../static/verken',
      emptyOutDir: true,
      // A data: address would break our content policy.
      assetsInlineLimit: 0,
      assetsDir: '',
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 1000,
      target: 'es2022',
      rolldownOptions: {
        input: 'bron/verken.js',
        // The page names the first file; the others carry their hash.
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  };
});
