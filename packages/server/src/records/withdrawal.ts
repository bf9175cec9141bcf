import { Instant, Text, Value } from '../values/columns.ts';
import { DateTime } from '../values/scalars.ts';

@Value(
  'That something was taken back: by whom, when, and why. It stays readable by its id and in its history.',
)
export class Withdrawal {
  @Text({ max: 2_000, description: 'Why.' })
  rationale: string;

  @Text({ description: 'Who withdrew it.' })
  by: string;

  @Instant({ type: () => DateTime, description: 'When.' })
  at: Date;
}
