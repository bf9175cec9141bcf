/** Stops what a bench started, in reverse order: at the end, after an error, or on Control-C. */
const running = [];
let interrupted = false;

/** Registers a started process or database, and returns it. */
export function stopLater(resource) {
  running.push(resource);
  return resource;
}

/** Stops everything that is still registered, the most recent first. */
export async function stopAll() {
  while (running.length > 0) await running.pop().stop();
}

/** Runs the work and stops everything afterwards. A signal stops everything and exits with 130. */
export async function withCleanup(work) {
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, interrupt);
  try {
    return await work();
  } catch (error) {
    // While everything is being stopped, errors are expected: wait for the exit instead.
    if (interrupted) await new Promise(() => {});
    throw error;
  } finally {
    await stopAll();
  }
}

function interrupt() {
  if (interrupted) return;
  interrupted = true;
  console.error('stopping');
  stopAll().finally(() => process.exit(130));
}
