import { Estimator } from '../../packages/server/dist/cost/estimator.js';

/**
 * A cost model that notes, instead of an estimate, how often each weight occurs in it. Estimates
 * are sums of weights, so the count of a weight is the estimate in which it is 1 and all others 0.
 */
export class FeatureModel {
  features = [];

  constructor(counts) {
    this.counts = counts;
  }

  estimate(request) {
    const names = new Set();
    const estimateWith = (weight) => {
      const estimator = new Estimator(weight);
      estimator.learn(this.counts);
      return estimator.estimate({ ...request, plan: {} });
    };
    estimateWith((name) => {
      names.add(name);
      return 0;
    });
    const features = {};
    for (const name of names) {
      const count = estimateWith((each) => (each === name ? 1 : 0));
      if (count > 0) features[name] = count;
    }
    this.features.push(features);
    return 0;
  }

  /** The features of the statements since the last call. */
  take() {
    const taken = this.features;
    this.features = [];
    return taken;
  }
}
