/** What the doctor says about one subject. */
export interface Finding {
  /** `warn`: it works, but may not tomorrow. `fail`: it does not work, or data is at risk. */
  status: 'ok' | 'warn' | 'fail';
  subject: string;
  message: string;
  /** What to do. Only where there is something to do. */
  advice?: string;
}

/** A finding that is ok, or else has this status and advice. */
export const judge = (
  isGood: boolean,
  status: 'warn' | 'fail',
  subject: string,
  message: string,
  advice: string,
): Finding => (isGood ? { status: 'ok', subject, message } : { status, subject, message, advice });
