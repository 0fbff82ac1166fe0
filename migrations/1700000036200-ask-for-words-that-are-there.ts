import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A reason that was erased with its person leaves one byte; nobody is asked to sign for words that are gone. */
export class AskForWordsThatAreThere1700000036200 implements MigrationInterface {
  readonly name = 'AskForWordsThatAreThere1700000036200';

  async up(runner: QueryRunner): Promise<void> {
    await this.askedCosigns(runner, 'AND length(m.reason_sealed) > 1');
  }

  async down(runner: QueryRunner): Promise<void> {
    await this.askedCosigns(runner, '');
  }

  private async askedCosigns(runner: QueryRunner, withReason: string): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE FUNCTION app.asked_cosigns() RETURNS TABLE (id uuid, couple_name text, item text, side text,
          marked_by uuid, marked_by_name text, marked_at timestamptz)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT m.id, c.name, m.item, m.side, m.marked_by, s.name, m.marked_at FROM readiness_mark m
          JOIN couple c ON c.clinic_id = m.clinic_id AND c.id = m.couple_id
          JOIN staff_member s ON s.clinic_id = m.clinic_id AND s.id = m.marked_by
          JOIN disclosure_process p ON p.clinic_id = m.clinic_id AND p.id = m.process_id AND p.closed_at IS NULL
          WHERE m.clinic_id = app.clinic() AND app.actor_role() IN ('therapist', 'supervisor')
            AND m.cosigner_asked = app.actor() AND m.co_signed_at IS NULL AND m.co_refused_at IS NULL ${withReason}
            AND NOT EXISTS (SELECT FROM readiness_mark n WHERE n.clinic_id = m.clinic_id
              AND n.process_id = m.process_id AND n.item = m.item AND n.version > m.version)
          ORDER BY m.marked_at DESC, m.id DESC LIMIT 100 $$;
    `);
  }
}
