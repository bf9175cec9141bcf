import { prices } from '../values/prices.ts';
import type { Account } from './spending.ts';

/** The estimated cost of an operation, who asks for it and who pays. */
export class CountedCost {
  ms = 0;
  private paid = 0;
  private payment: Promise<void> | undefined;

  constructor(
    /** Whether the answer shows it. */
    readonly isShown: boolean,
    /** Where it is counted. Undefined: the viewer may spend without a limit. */
    readonly account: Account | undefined,
  ) {}

  /**
   * Pays for a statement before it runs. Once the first statement of an operation is paid, the
   * others run, too, so that no answer is half an answer.
   *
   * @throws RateLimited if there are no points left.
   */
  async pay(ms: number): Promise<void> {
    const points = this.add(ms);
    if (!this.account) return;
    if (this.payment) this.account.spend(points);
    else if (points > 0) this.payment = this.account.pay(points);
    await this.payment;
  }

  /** Counts a statement of something that has been paid for. */
  spend(ms: number): void {
    const points = this.add(ms);
    this.account?.spend(points);
  }

  /** Takes back the cost of a statement that did not run. */
  giveBack(ms: number): void {
    const points = -this.add(-ms);
    this.account?.giveBack(points);
  }

  /** The points by which the price of the operation changes. */
  private add(ms: number): number {
    this.ms += ms;
    const points = Math.floor(this.ms * prices.cpu.points) - this.paid;
    this.paid += points;
    return points;
  }
}
