import { Presets, SingleBar } from 'cli-progress';

/** Shows the progress of an import, in rows. */
export interface Progress {
  at(done: number, total: number): void;
  stop(): void;
}

/** Time between two lines when there is no terminal, in milliseconds. */
const lineIntervalMs = 5_000;

/**
 * A bar on a terminal, otherwise plain lines. With `json`, both go to standard error, because
 * standard output is for scripts.
 */
export function progress(name: string, json: boolean): Progress {
  return (json ? process.stderr : process.stdout).isTTY ? bar(name, json) : lines(name, json);
}

function bar(name: string, json: boolean): Progress {
  const display = new SingleBar(
    {
      format: `${name} [{bar}] {value}/{total} rows | {rate}/s | {eta_formatted} left`,
      stream: json ? process.stderr : process.stdout,
    },
    Presets.legacy,
  );
  const started = Date.now();
  let isStarted = false;
  return {
    at(done, total) {
      const payload = { rate: rate(done, started) };
      if (!isStarted) display.start(total, done, payload);
      else display.update(done, payload);
      isStarted = true;
    },
    stop: () => display.stop(),
  };
}

function lines(name: string, json: boolean): Progress {
  const print = json ? console.error : console.log;
  const started = Date.now();
  let last = started;
  return {
    at(done, total) {
      const now = Date.now();
      if (now - last < lineIntervalMs && done < total) return;
      last = now;
      const left = Math.round(((now - started) / Math.max(done, 1) / 1000) * (total - done));
      print(`${name}: ${done} of ${total} rows, ${rate(done, started)} a second, ${left} s left`);
    },
    stop: () => undefined,
  };
}

const rate = (done: number, started: number): number =>
  Math.round((done * 1000) / Math.max(Date.now() - started, 1));
