import { defineConfig, type EnvironmentOptions, type Plugin, type UserConfig } from 'vite';

/** Which part `vite build` makes: `chrome`, `firefox` or `cli`. */
const part = process.env.BUILD ?? 'chrome';
const outDir = `dist/${part}`;

/** Addresses of documentation inside warnings of onnxruntime-web and of the bundler: a package holds no foreign address. */
const DOCUMENTATION = [
  'https://web.dev/cross-origin-isolation-guide/',
  'https://rolldown.rs/in-depth/bundling-cjs#require-external-modules',
];

const withoutForeignAddresses: Plugin = {
  name: 'without-foreign-addresses',
  generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk') continue;
      for (const address of DOCUMENTATION) chunk.code = chunk.code.replaceAll(address, 'the documentation');
    }
  },
};

/** How long plugins took is no warning to the reader of a build. */
const quiet = { checks: { pluginTimings: false } };

/** One file without chunks: `es` for background and worker, `iife` for the content script, which cannot be a module. */
const script = (name: string, input: string, format: 'es' | 'iife'): EnvironmentOptions => ({
  consumer: 'client',
  build: {
    outDir,
    emptyOutDir: false,
    copyPublicDir: false,
    rollupOptions: {
      ...quiet,
      input: { [name]: input },
      output: { format, entryFileNames: '[name].js', codeSplitting: false },
    },
  },
});

// Firefox has no offscreen documents: its event page starts the worker itself.
const pages = {
  popup: 'src/popup/index.html',
  ...(part === 'chrome' ? { offscreen: 'src/offscreen/index.html' } : {}),
};

const extension: UserConfig = {
  // Addresses inside the package are relative: the package's own host differs by installation.
  base: './',
  plugins: [withoutForeignAddresses],
  define: { __DEV_RELOAD__: JSON.stringify(process.env.DEV_RELOAD === '1') },
  build: { target: 'esnext', modulePreload: false, sourcemap: false, assetsInlineLimit: 0 },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  environments: {
    client: { build: { outDir, emptyOutDir: true, rollupOptions: { ...quiet, input: pages } } },
    background: script('background', 'src/background/index.ts', 'es'),
    engineWorker: script('engine-worker', 'src/offscreen/worker.ts', 'es'),
    content: script('content', 'src/content/index.ts', 'iife'),
  },
  builder: {
    async buildApp(builder) {
      // The client environment empties the folder, so it goes first.
      for (const name of ['client', 'background', 'engineWorker', 'content']) {
        const environment = builder.environments[name];
        if (environment) await builder.build(environment);
      }
    },
  },
};

/** Node keeps packages outside the bundle: the command line runs from the repository. */
const commandLine: UserConfig = {
  build: {
    ssr: true,
    outDir,
    target: 'node20',
    minify: false,
    copyPublicDir: false,
    rollupOptions: {
      input: { index: 'cli/main.ts', worker: 'cli/worker.ts' },
      output: { entryFileNames: '[name].js' },
    },
  },
};

export default defineConfig(part === 'cli' ? commandLine : extension);
