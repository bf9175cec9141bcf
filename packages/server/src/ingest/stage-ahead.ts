import { setImmediate as yieldToEvents } from 'node:timers/promises';
import type { Batch } from './batch.ts';
import type { SourceRow } from './format.ts';

/** A staged batch, and how many rows of the file it is of, those that were refused included. */
interface StagedBatch {
  batch: Batch;
  rows: number;
}

interface Staging {
  /** How many rows the batch at a position has at most. It may change while rows are staged. */
  sizeOf(position: number): number;
  createBatch(): Batch;
  stage(row: SourceRow, batch: Batch): void;
}

/**
 * Stages the rows of a file in batches. Yields after each row, so that Node sends the next
 * statement of the batch before as soon as PostgreSQL answers.
 */
async function* stageBatches(
  rows: AsyncIterable<SourceRow>,
  { sizeOf, createBatch, stage }: Staging,
): AsyncGenerator<StagedBatch> {
  let staged = { batch: createBatch(), rows: 0 };
  let position = 0;
  for await (const row of rows) {
    const { batch } = staged;
    batch.stageRow(row, () => stage(row, batch));
    staged.rows += 1;
    await yieldToEvents();
    if (staged.rows < sizeOf(position)) continue;
    yield staged;
    staged = { batch: createBatch(), rows: 0 };
    position += 1;
  }
  if (staged.rows > 0) yield staged;
}

/** The same, each batch while the database lands the one before. */
export async function* stageAhead(
  rows: AsyncIterable<SourceRow>,
  staging: Staging,
): AsyncGenerator<StagedBatch> {
  const batches = stageBatches(rows, staging);
  const stageNext = () => {
    const next = batches.next();
    // A fault is thrown when the batch before has landed.
    next.catch(() => undefined);
    return next;
  };
  try {
    for (let next = stageNext(); ; ) {
      const { done, value } = await next;
      if (done) return;
      next = stageNext();
      yield value;
    }
  } finally {
    await batches.return(undefined);
  }
}
