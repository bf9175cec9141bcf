import { Field, InputType } from 'type-graphql';
import { TextOf } from '../values/input-fields.ts';
import { Resolution } from './import-conflict.entity.ts';
import { ConflictChoice } from './import-conflict.enums.ts';
import { ImportConflictFilter } from './import-conflict.filter.ts';

@InputType({ description: 'How to resolve several import conflicts.' })
export class ResolveImportConflictsInput {
  @Field(() => ImportConflictFilter, {
    description: 'Which open conflicts to resolve, such as those of one field and format.',
  })
  filter: ImportConflictFilter;

  @Field(() => ConflictChoice, {
    description: 'Whether the records keep their values or get the values of the file.',
  })
  choice: ConflictChoice;

  @TextOf(Resolution, 'rationale', { description: 'Why the values are kept or taken.' })
  rationale: string;
}
