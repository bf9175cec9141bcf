import { assertOutput } from '../tools/program.mjs';
import { shippedProgram } from '../tools/runner.mjs';
import { Skipped } from '../tools/skipped.mjs';

export default async function check({ url, run }) {
  const deno = shippedProgram(
    '@deno/linux-x64-glibc/deno',
    '@deno/linux-arm64-glibc/deno',
    '@deno/darwin-arm64/deno',
  );
  if (!deno) throw new Skipped('npm installed no Deno for this platform');
  const allowed = ['--allow-net=127.0.0.1', '--no-remote', '--node-modules-dir=manual'];
  assertOutput(await run(deno, ['run', ...allowed, 'main.mjs', url]));
}
