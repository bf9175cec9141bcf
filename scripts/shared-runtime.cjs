const { default: Runtime } = require('jest-runtime');

/**
 * Modules that register tests or hooks, or hold what belongs to one test file. Each file loads them
 * itself.
 */
const isOfOneFile = (id) => /\.test\.ts|[/.]testing[/.]|^@jest\/globals/.test(id);

/** What Jest keeps in global variables for one test file: its tests, hooks, timeout and retries. */
const globalsOfOneFile =
  /^(JEST_STATE_SYMBOL|EVENT_HANDLERS|TEST_TIMEOUT_SYMBOL|\w*RETRY\w*|\$\$jest-matchers-object)$/;

/**
 * A runtime of Jest that loads the modules of Claimgraph and of its dependencies once for each
 * worker. Jest itself loads all 1,600 again for each test file, which took a third of the time of
 * the tests. Jest has no setting for this. The fields that are used here are not part of its API,
 * so the version of `jest-runtime` is fixed.
 *
 * Work that a test file leaves running does not fail, as it does with Jest's own runtime:
 * CLAIMGRAPH_OWN_MODULES=1 uses that.
 */
class SharedRuntime extends Runtime {
  constructor(config, environment, ...others) {
    super(config, environment, ...others);
    this.variables = { ...environment.global.process.env };
    // Its modules outlive the first test file.
    environment.teardown = async () => undefined;
  }

  /** Goes on with the next test file, whose output goes to the console of its environment. */
  continueIn(environment) {
    this._environment.global.console = environment.global.console;
    this.enterTestCode();
    return this;
  }

  /** Called by Jest at the end of each test file. */
  teardown() {
    this.restoreAllMocks();
    this.mockState.clear();
    const { esModuleRegistry, internalModuleRegistry } = this.registries;
    for (const [id, module] of esModuleRegistry)
      if (isOfOneFile(id) || module.status === 'errored') esModuleRegistry.delete(id);
    internalModuleRegistry.clear();
    this.jestGlobals.clearJestObjectCache();
    const { global } = this._environment;
    for (const symbol of Object.getOwnPropertySymbols(global))
      if (globalsOfOneFile.test(symbol.description)) delete global[symbol];
    const { env } = global.process;
    for (const name of Object.keys(env)) if (!(name in this.variables)) delete env[name];
    Object.assign(env, this.variables);
  }
}

/** The runtime of the first test file of this worker, and of all that follow. */
let shared;

/** What Jest calls with `new` for each test file. */
module.exports = function runtimeOf(config, environment, ...others) {
  if (shared) return shared.continueIn(environment);
  shared = new SharedRuntime(config, environment, ...others);
  return shared;
};
