const { default: Runtime } = require('jest-runtime');

/**
 * Modules that register tests or hooks, or hold what belongs to one test file. Each file loads them
 * itself.
 */
const isOfOneFile = (id) => /\.test\.ts|[/.]testing[/.]|^@jest\/globals/.test(id);

/**
 * A runtime of Jest that loads the modules of Claimgraph and of its dependencies once for each
 * worker. Jest itself loads all 1,600 again for each test file, which took a third of the time of
 * the tests. Jest has no setting for this. The fields that are used here are not part of its API,
 * so the version of `jest-runtime` is fixed.
 */
class SharedRuntime extends Runtime {
  /** Goes on with the next test file, whose output goes to the console of its environment. */
  continueIn(environment) {
    this._environment.global.console = environment.global.console;
    this.enterTestCode();
    return this;
  }

  /** Called by Jest at the end of each test file. */
  teardown() {
    this.restoreAllMocks();
    const { esModuleRegistry, internalModuleRegistry } = this.registries;
    for (const id of esModuleRegistry.keys()) if (isOfOneFile(id)) esModuleRegistry.delete(id);
    // Jest's own modules, among them the list of tests, and what they have registered.
    internalModuleRegistry.clear();
    this.jestGlobals.clearJestObjectCache();
    delete this._environment.global[Symbol.for('EVENT_HANDLERS')];
  }
}

/** The runtime of the first test file of this worker, and of all that follow. */
let shared;

/** What Jest calls with `new` for each test file. */
module.exports = function runtimeOf(config, environment, ...others) {
  if (shared) return shared.continueIn(environment);
  shared = new SharedRuntime(config, environment, ...others);
  // Its modules outlive the first test file.
  environment.teardown = async () => undefined;
  return shared;
};
