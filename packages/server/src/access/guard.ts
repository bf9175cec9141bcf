import { type GuardSettings, networksOf } from '../values/guard-settings.ts';
import { addressReader } from './address.ts';
import { quotaOf } from './quota.ts';
import { Spending } from './spending.ts';

/** Points are counted per minute, so that a script that waits goes on soon. */
const pointSeconds = 60;
/** Failed sign-ins are counted for longer: a person mistypes a few keys, a program tries many. */
const failureSeconds = 600;

/** Makes what counts the requests and the failed sign-ins of a server's clients. */
export function guardOf({
  rates,
  proxies = [],
}: Partial<Pick<GuardSettings, 'rates' | 'proxies'>>) {
  const addressOf = addressReader(networksOf(proxies));
  if (!rates) return { spending: undefined, failures: undefined };
  const quota = quotaOf(rates.failedSignIns, failureSeconds);
  return {
    spending: new Spending(
      quotaOf(rates.viewerPoints, pointSeconds),
      quotaOf(rates.anonymousPoints, pointSeconds),
      addressOf,
    ),
    failures: quota && { quota, addressOf },
  };
}
