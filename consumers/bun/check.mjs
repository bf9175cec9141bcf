import { assertOutput } from '../tools/program.mjs';
import { shippedProgram } from '../tools/runner.mjs';
import { Skipped } from '../tools/skipped.mjs';

export default async function check({ url, run }) {
  const bun = shippedProgram(
    '@oven/bun-linux-x64/bin/bun',
    '@oven/bun-linux-aarch64/bin/bun',
    '@oven/bun-darwin-aarch64/bin/bun',
  );
  if (!bun) throw new Skipped('npm installed no Bun for this platform');
  assertOutput(await run(bun, ['--no-install', 'main.mjs', url]));
}
