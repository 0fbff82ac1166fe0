import type { MigrationInterface, QueryRunner } from 'typeorm';

const own = `(SELECT app.actor_role()) = 'therapist' AND staff_id = (SELECT app.actor())`;

/** The address under which a therapist's calendar is read by a calendar program: kept as a hash, one at a time. */
export class CreateCalendarFeeds1700000050200 implements MigrationInterface {
  readonly name = 'CreateCalendarFeeds1700000050200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE calendar_feed (
        clinic_id uuid NOT NULL,
        staff_id uuid NOT NULL,
        token_hash bytea NOT NULL UNIQUE CHECK (octet_length(token_hash) = 32),
        language text NOT NULL CHECK (language IN ('en', 'es')),
        made_at timestamptz NOT NULL,
        PRIMARY KEY (clinic_id, staff_id),
        FOREIGN KEY (clinic_id, staff_id) REFERENCES staff_member
      );
      CALL app.protect('calendar_feed');
      CREATE POLICY own ON calendar_feed TO trellis_api USING (${own}) WITH CHECK (${own});
      CREATE POLICY before_context ON calendar_feed FOR SELECT TO trellis_auth USING (true);
      GRANT SELECT, INSERT, UPDATE (token_hash, language, made_at), DELETE ON calendar_feed TO trellis_api;
      GRANT SELECT ON calendar_feed TO trellis_auth;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE calendar_feed');
  }
}
