/** Native ESM, compiled by swc with the metadata that TypeORM and type-graphql read. */
const typescript = {
  swcrc: false,
  module: { type: 'es6' },
  jsc: {
    target: 'es2023',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
  },
};

export default {
  testEnvironment: 'node',
  ...(!process.env.CLAIMGRAPH_OWN_MODULES && {
    runtime: '<rootDir>/scripts/shared-runtime.cjs',
  }),
  // A global `test` would belong to the first file of a worker.
  injectGlobals: false,
  testMatch: ['<rootDir>/packages/*/src/**/*.test.ts', '<rootDir>/examples/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', typescript] },
  globalSetup: './packages/server/dist/testing/global-setup.js',
  globalTeardown: './packages/server/dist/testing/global-teardown.js',
  testTimeout: 30_000,
  // Each test file has a database of its own, so files run side by side. Three use two cores better
  // than two, which wait for PostgreSQL. A worker that has grown is replaced.
  maxWorkers: 3,
  workerIdleMemoryLimit: '900MB',
};
