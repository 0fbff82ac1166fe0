import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An answer that its author's therapist asked to hear of, without alarm, such as the partner chosen to check a tool. */
export class NoticeAnswers1700000042000 implements MigrationInterface {
  readonly name = 'NoticeAnswers1700000042000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE homework_task ADD COLUMN noticed boolean NOT NULL DEFAULT false;
      GRANT UPDATE (noticed) ON homework_task TO trellis_api;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE homework_task DROP COLUMN noticed');
  }
}
