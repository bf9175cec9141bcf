import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Adds `report.word_count`, and counts the words of the bodies that are there. */
export class ReportWordCount1796002748448 implements MigrationInterface {
  name = 'ReportWordCount1796002748448';

  public async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "report" ADD "word_count" integer`);
    // The past does not change: the column follows from the body, which nobody edits here.
    await runner.query(`ALTER TABLE "report" DISABLE TRIGGER USER`);
    const reports: { id: string }[] = await runner.query(
      `SELECT id FROM report WHERE body IS NOT NULL`,
    );
    for (const { id } of reports) {
      const [{ body }] = await runner.query(`SELECT body FROM report WHERE id = $1`, [id]);
      await runner.query(`UPDATE report SET word_count = $2 WHERE id = $1`, [id, countWords(body)]);
    }
    await runner.query(`ALTER TABLE "report" ENABLE TRIGGER USER`);
    await runner.query(
      `ALTER TABLE "report" ADD CONSTRAINT "report_body_has_word_count_check" CHECK (("body" is null) = ("word_count" is null))`,
    );
    await runner.query(
      `ALTER TABLE "report" ADD CONSTRAINT "report_word_count_check" CHECK ("word_count" >= 0)`,
    );
  }

  public async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "report" DROP CONSTRAINT "report_word_count_check"`);
    await runner.query(`ALTER TABLE "report" DROP CONSTRAINT "report_body_has_word_count_check"`);
    await runner.query(`ALTER TABLE "report" DROP COLUMN "word_count"`);
  }
}

/** As `values/word-count.ts` counted when this migration was written. */
function countWords(text: string): number {
  const words = new Intl.Segmenter(undefined, { granularity: 'word' });
  let count = 0;
  let length = 500;
  for (let start = 0; start < text.length; ) {
    let last: Intl.SegmentData | undefined;
    for (const segment of words.segment(text.slice(start, start + length))) {
      if (last?.isWordLike) count += 1;
      last = segment;
    }
    if (!last || start + length >= text.length) return count + (last?.isWordLike ? 1 : 0);
    start += last.index;
    length = last.index === 0 ? 2 * length : 500;
  }
  return count;
}
