import { expect, test } from '@jest/globals';
import { linesOf } from './lines.ts';

const streamOf = (...parts: readonly Uint8Array[]) =>
  new ReadableStream<Uint8Array>({
    start(target) {
      for (const part of parts) target.enqueue(part);
      target.close();
    },
  });
const collect = async (stream: ReadableStream<Uint8Array>) => {
  const lines: string[] = [];
  for await (const line of linesOf(stream)) lines.push(line);
  return lines;
};
const bytes = new TextEncoder().encode('one\nدرعا\n\nlast');

test('lines are whole, also where a part ends within a letter or a line', async () => {
  const expected = ['one', 'درعا', '', 'last'];
  expect(await collect(streamOf(bytes))).toEqual(expected);
  expect(await collect(streamOf(...[...bytes].map((byte) => Uint8Array.of(byte))))).toEqual(
    expected,
  );
});

test('a line break at the end begins no further line', async () => {
  expect(await collect(streamOf(new TextEncoder().encode('one\n')))).toEqual(['one']);
  expect(await collect(streamOf())).toEqual([]);
});
