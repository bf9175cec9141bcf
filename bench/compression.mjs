/**
 * `node bench/compression.mjs [URL]` measures on which answers and links compression pays. It asks
 * a running server for pages of claims of several sizes, compresses each with gzip and Brotli at
 * several levels, and prints the size, the time of one compression, and the time until a client
 * has the answer on links of 1, 10, 100 and 1,000 Mbit/s and on loopback (sent and decompressed).
 */
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import zlib from 'node:zlib';

const [url = 'http://localhost:4000/graphql'] = process.argv.slice(2);
const manifest = new URL('../packages/sdk/src/generated/manifest.json', import.meta.url);
const { body: text } = JSON.parse(readFileSync(manifest, 'utf8')).operations.find(
  ({ name }) => name === 'Claims',
);

const quality = zlib.constants.BROTLI_PARAM_QUALITY;
const brotli = (level) => ({
  name: `br ${level}`,
  compress: promisify((bytes, done) =>
    zlib.brotliCompress(
      bytes,
      { params: { [quality]: level, [zlib.constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } },
      done,
    ),
  ),
  expand: promisify(zlib.brotliDecompress),
});
const gzip = (level) => ({
  name: `gzip ${level}`,
  compress: promisify((bytes, done) => zlib.gzip(bytes, { level }, done)),
  expand: promisify(zlib.gunzip),
});
const none = { name: 'none', compress: async (bytes) => bytes, expand: async (bytes) => bytes };
const codecs = [none, gzip(1), gzip(4), gzip(6), brotli(0), brotli(1), brotli(4), brotli(5)];
const links = [1, 10, 100, 1_000, Infinity];

const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];
const timeOf = async (work) => {
  const times = [];
  for (let round = 0; round < 60; round++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return median(times);
};

for (const first of [1, 5, 26]) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-encoding': 'identity' },
    body: JSON.stringify({ query: text, variables: { first } }),
  });
  const bytes = Buffer.from(await response.arrayBuffer());
  if (JSON.parse(bytes).errors) throw new Error(String(bytes));
  console.log(`\n${first} claims, ${bytes.length.toLocaleString('en')} bytes, milliseconds`);
  const rows = {};
  for (const { name, compress, expand } of codecs) {
    const packed = await compress(bytes);
    const [packing, unpacking] = [
      await timeOf(() => compress(bytes)),
      await timeOf(() => expand(packed)),
    ];
    const total = (mbit) => packing + unpacking + (packed.length * 8) / (mbit * 1_000);
    rows[name] = {
      bytes: packed.length,
      packing: packing.toFixed(2),
      unpacking: unpacking.toFixed(2),
      ...Object.fromEntries(
        links.map((mbit) => [
          mbit === Infinity ? 'loopback' : `${mbit} Mbit/s`,
          total(mbit).toFixed(2),
        ]),
      ),
    };
  }
  console.table(rows);
}
