import type { MigrationInterface, QueryRunner } from 'typeorm';

/** First and last full reading of a predictor, found without reading the others: what supervision compares. */
export class IndexFullReadings1700000044200 implements MigrationInterface {
  readonly name = 'IndexFullReadings1700000044200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX predictor_reading_full ON predictor_reading (clinic_id, couple_id, predictor, window_ends_on)
        WHERE superseded_at IS NULL AND kind = 'full';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX predictor_reading_full');
  }
}
