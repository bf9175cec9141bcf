#!/usr/bin/env node
// Committed, so that npm finds it when it links commands: what it runs is built later.
import { existsSync } from 'node:fs';

const main = new URL('../dist/cli/main.js', import.meta.url);
if (existsSync(main)) await import(main.href);
else {
  console.error('Claimgraph is not built yet: run npm run build first.');
  process.exitCode = 1;
}
