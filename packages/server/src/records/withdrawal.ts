import { Instant, Text, Value } from '../values/columns.ts';
import { DateTime } from '../values/scalars.ts';

@Value(
  'Who withdrew a record or relation, when and why. A withdrawn object stays readable by its id ' +
    'and in the history.',
)
export class Withdrawal {
  @Text({ max: 2_000, description: 'Why the record or relation was withdrawn.' })
  rationale: string;

  @Text({ description: 'Who withdrew the record or relation.' })
  by: string;

  @Instant({ type: () => DateTime, description: 'When the record or relation was withdrawn.' })
  at: Date;
}
