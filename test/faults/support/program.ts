// A child process of a crash test, bundled as it stands so that plain Node can run it.

import { join } from 'node:path';
import { build } from 'vite';
import { tempFolder } from '../../electron/bundle/support/office';

/** `source` below test/. Returns the path of the program. */
export async function buildProgram(source: string): Promise<string> {
  const outDir = await tempFolder('program');
  const input = join(import.meta.dirname, '../..', source);
  await build({
    configFile: false,
    root: join(import.meta.dirname, '../../..'),
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true, target: 'node' },
    build: { ssr: true, outDir, emptyOutDir: false, target: 'node20', minify: false, rolldownOptions: { input, output: { entryFileNames: 'program.mjs' } } },
  });
  return join(outDir, 'program.mjs');
}
