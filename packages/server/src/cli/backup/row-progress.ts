/** Shows a number of rows once a second on a terminal. Returns what removes it. */
export function showRows(verb: string, rows: () => number): () => void {
  if (!process.stderr.isTTY) return () => undefined;
  const timer = setInterval(
    () => process.stderr.write(`\r${rows().toLocaleString('en')} rows ${verb}`),
    1_000,
  );
  return () => {
    clearInterval(timer);
    process.stderr.write('\r\x1b[K');
  };
}
