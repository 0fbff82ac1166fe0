import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Exports: the ledger of what left the building, and the file sealed under a key of its own. */
export class CreateReports1700000007000 implements MigrationInterface {
  readonly name = 'CreateReports1700000007000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE report_export (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        report text NOT NULL,
        format text NOT NULL,
        state text NOT NULL CHECK (state IN ('queued', 'running', 'done', 'failed')),
        rows_done integer NOT NULL,
        rows_total integer,
        sha256 text,
        requested_by uuid NOT NULL,
        created_at timestamptz NOT NULL,
        finished_at timestamptz,
        expires_at timestamptz,
        downloads integer NOT NULL,
        version integer NOT NULL,
        PRIMARY KEY (clinic_id, id),
        FOREIGN KEY (clinic_id, requested_by) REFERENCES staff_member
      );
      CREATE INDEX report_export_by_age ON report_export (clinic_id, created_at DESC, id DESC);
      CREATE TABLE report_file (
        clinic_id uuid NOT NULL,
        export_id uuid NOT NULL,
        sealed bytea NOT NULL,
        PRIMARY KEY (clinic_id, export_id),
        FOREIGN KEY (clinic_id, export_id) REFERENCES report_export
      );
    `);
    await runner.query(`
      CALL app.protect('report_export'); CALL app.protect('report_file');
      CREATE POLICY admin ON report_export TO trellis_api, trellis_worker
        USING ((SELECT app.is_clinic_admin())) WITH CHECK ((SELECT app.is_clinic_admin()));
      CREATE POLICY admin ON report_file TO trellis_api, trellis_worker
        USING ((SELECT app.is_clinic_admin())) WITH CHECK ((SELECT app.is_clinic_admin()));
      GRANT SELECT, INSERT ON report_export TO trellis_api;
      GRANT UPDATE (downloads, version) ON report_export TO trellis_api;
      GRANT SELECT ON report_file TO trellis_api;
      GRANT SELECT ON report_export, report_file TO trellis_worker;
      GRANT UPDATE (state, rows_done, rows_total, sha256, finished_at, expires_at, version) ON report_export TO trellis_worker;
      GRANT INSERT, DELETE ON report_file TO trellis_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE report_file, report_export');
  }
}
