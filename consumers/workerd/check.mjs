import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../../scripts/sample-server.mjs';
import { assertOutput } from '../tools/program.mjs';
import { shippedProgram } from '../tools/runner.mjs';
import { Skipped } from '../tools/skipped.mjs';

const configFor = (api, port) => `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = (
      modules = [(name = "worker", esModule = embed "dist/bundle.mjs")],
      bindings = [(name = "API", text = "${api}")],
      compatibilityDate = "2026-01-01",
    )),
    (name = "internet", network = (allow = ["private"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")],
);
`;

export default async function check({ url, folder, tool, serve }) {
  const workerd = shippedProgram(
    '@cloudflare/workerd-linux-64/bin/workerd',
    '@cloudflare/workerd-linux-arm64/bin/workerd',
    '@cloudflare/workerd-darwin-arm64/bin/workerd',
    '@cloudflare/workerd-darwin-64/bin/workerd',
  );
  if (!workerd) throw new Skipped('npm installed no workerd for this platform');
  await tool('vite/bin/vite.js', ['build', '--logLevel', 'warn']);
  const port = await freePort();
  writeFileSync(join(folder, 'config.capnp'), configFor(url, port));
  const address = `http://127.0.0.1:${port}/`;
  await serve(workerd, ['serve', 'config.capnp'], address);
  assertOutput(await (await fetch(address)).text());
}
