import { Presets, SingleBar } from 'cli-progress';

/** Shows how far an import is. */
export interface Progress {
  at(done: number, total: number): void;
  stop(): void;
}

/** How often a line is written where there is no terminal, in milliseconds. */
const every = 5_000;

/** A bar with rate and time left on a terminal, else plain lines; on standard error where standard output is for scripts. */
export function progress(name: string, json: boolean): Progress {
  return (json ? process.stderr : process.stdout).isTTY ? bar(name, json) : lines(name, json);
}

function bar(name: string, json: boolean): Progress {
  const shown = new SingleBar(
    {
      format: `${name} [{bar}] {value}/{total} rows | {rate}/s | {eta_formatted} left`,
      stream: json ? process.stderr : process.stdout,
    },
    Presets.legacy,
  );
  const started = Date.now();
  let begun = false;
  return {
    at(done, total) {
      const payload = { rate: rate(done, started) };
      if (!begun) shown.start(total, done, payload);
      else shown.update(done, payload);
      begun = true;
    },
    stop: () => shown.stop(),
  };
}

function lines(name: string, json: boolean): Progress {
  const say = json ? console.error : console.log;
  const started = Date.now();
  let last = started;
  return {
    at(done, total) {
      const now = Date.now();
      if (now - last < every && done < total) return;
      last = now;
      const left = Math.round(((now - started) / Math.max(done, 1) / 1000) * (total - done));
      say(`${name}: ${done} of ${total} rows, ${rate(done, started)} a second, ${left} s left`);
    },
    stop: () => undefined,
  };
}

const rate = (done: number, started: number): number =>
  Math.round((done * 1000) / Math.max(Date.now() - started, 1));
