/** The lines of a text in UTF-8. A reader that leaves early cancels the stream. */
export async function* linesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  let isComplete = false;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      const lines = (rest + decoder.decode(value, { stream: !done })).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
      if (done) break;
    }
    isComplete = true;
    if (rest) yield rest;
  } finally {
    if (!isComplete) await reader.cancel().catch(() => undefined);
  }
}
