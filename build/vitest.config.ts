// How unit and integration tests run: plain Node, one process per core; the desktop tests bring their own Electron.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/desktop/**', 'test/speed/**'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
