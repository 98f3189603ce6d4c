import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/**/*.browser.test.ts', 'node_modules/**'],
    environment: 'node',
    // The tests of the repository itself run whole tools (ESLint with types, a build), which takes seconds.
    testTimeout: 60_000,
    maxWorkers: 2,
  },
});
