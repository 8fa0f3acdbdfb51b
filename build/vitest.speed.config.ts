// How benchmarks run: test/speed/*.bench.ts are ordinary vitest files, strictly one at a time, with their output unchanged.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: ['test/speed/**/*.bench.ts'],
    globalSetup: 'test/speed/support/report.ts',
    fileParallelism: false,
    disableConsoleIntercept: true,
    testTimeout: 1_800_000,
    hookTimeout: 600_000,
  },
});
