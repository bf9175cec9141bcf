import { Instant, Text, Value } from '../values/columns.ts';
import { DateTime } from '../values/scalars.ts';

@Value(
  'Who withdrew something, when and why. What is withdrawn stays readable by its id and in its ' +
    'history.',
)
export class Withdrawal {
  @Text({ max: 2_000, description: 'Why it was withdrawn.' })
  rationale: string;

  @Text({ description: 'Who withdrew it.' })
  by: string;

  @Instant({ type: () => DateTime, description: 'When it was withdrawn.' })
  at: Date;
}
