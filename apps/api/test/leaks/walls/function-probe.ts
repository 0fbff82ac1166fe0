import { isAdmin, sidesOf } from '../oracle.js';
import type { World } from '../world.js';
import { actAs, askersOf, type Asker } from './asker.js';

/** Asks the functions that look past the walls (definer rights) in everybody's name. */
export class FunctionProbe {
  private readonly askers: Asker[];

  constructor(private readonly world: World) {
    this.askers = askersOf(world);
  }

  /** Answers that tell more or less than the oracle says. Runs inside the open transaction. */
  async differences(): Promise<string[]> {
    const found: string[] = [];
    for (const asker of this.askers) {
      for (const side of [null, 'RP', 'BP'] as const) {
        const couples = await this.ids(asker, `SELECT unnest(app.my_couples(${quoted(side)})) AS id`);
        if (couples.join() !== this.couplesOf(asker, side).join()) found.push(`my_couples ${asker.name}`);
      }
      found.push(
        ...(await this.counts(asker)),
        ...(await this.record(asker)),
        ...(await this.insiders(asker)),
        ...(await this.openings(asker)),
        ...(await this.halves(asker)),
        ...(await this.endings(asker)),
      );
    }
    return found;
  }

  private couplesOf({ who, clinicId }: Asker, side: 'RP' | 'BP' | null): string[] {
    if (who === null) return [];
    const mine = [...this.world.facts.couples.values()].filter((couple) => {
      if (couple.clinicId !== clinicId) return false;
      if (who.kind === 'person') return couple.id === who.coupleId && (side === null || who.side === side);
      const held = sidesOf(who, couple);
      return side === null ? held.length > 0 : held.includes(side);
    });
    return mine.map(({ id }) => id).sort();
  }

  /** Done or not done of exercises, and days with something counted: for active therapists of the couple and nobody else. */
  private async counts(asker: Asker): Promise<string[]> {
    const found: string[] = [];
    for (const couple of this.world.facts.couples.values()) {
      const [row] = await this.ask<{ n: number }>(
        asker,
        `SELECT count(*)::int AS n FROM app.counted_homework('${couple.id}')`,
      );
      const { who, clinicId } = asker;
      const reads = this.world.facts.emergencies.some(
        (one) => one.staffId === who?.id && one.coupleId === couple.id,
      );
      const treats = who?.kind === 'staff' && sidesOf(who, couple).length > 0;
      const own = clinicId === couple.clinicId && (reads || treats);
      if ((row?.n ?? 0) > 0 !== own) found.push(`counted_homework ${asker.name}`);
      const [acts] = await this.ask<{ told: boolean }>(
        asker,
        `SELECT app.counted_acts('${couple.id}') IS NOT NULL AS told`,
      );
      if ((acts?.told ?? false) !== own) found.push(`counted_acts ${asker.name}`);
    }
    return found;
  }

  /** The record of acts: of the own clinic, for administrators, without flags on persons; or one's own openings. */
  private async record(asker: Asker): Promise<string[]> {
    const { who } = asker;
    const page = await this.ask<{ id: string; action: string; why: string | null }>(
      asker,
      'SELECT id, action, reason_code AS why FROM app.audit_page(NULL, NULL, NULL, NULL, NULL, NULL, 500)',
    );
    const opened = await this.ask<{ id: string }>(
      asker,
      'SELECT id FROM app.record_openings(NULL, NULL, 500)',
    );
    const actions = await this.ask<{ action: string }>(
      asker,
      'SELECT action FROM app.audit_actions() AS action',
    );
    const admin = who !== null && isAdmin(who);
    const own = who?.kind === 'person' && who.clinicId === asker.clinicId;
    const foreign = [
      page.length > 0 !== admin,
      actions.length > 0 !== admin,
      opened.length > 0 !== own,
      page.some(({ action }) => action.startsWith('safety.')) ||
        actions.some(({ action }) => /^safety/.test(action)),
      page.some(({ action, why }) => action.startsWith('disclosure.') && why !== null),
      await this.anyElse([...page, ...opened], asker.clinicId, own ? asker.id : null),
    ];
    return foreign.includes(true) ? [`record ${asker.name}: ${foreign.join()}`] : [];
  }

  private async anyElse(
    rows: readonly { id: string }[],
    clinicId: string,
    personId: string | null,
  ): Promise<boolean> {
    const [row] = await this.world.app.db.sql<{ n: number }>(
      `SELECT count(*)::int AS n FROM audit_event WHERE id = ANY ($1)
        AND (clinic_id <> $2 OR ($3::uuid IS NOT NULL AND person_id IS DISTINCT FROM $3))`,
      [rows.map(({ id }) => id), clinicId, personId],
    );
    return (row?.n ?? 0) > 0;
  }

  /** What only the system may do, and what says whether a couple has a team. */
  private async insiders(asker: Asker): Promise<string[]> {
    const found: string[] = [];
    for (const call of [
      `SELECT app.use_setup_token('\\x00')`,
      `SELECT app.add_staff_account(gen_random_uuid(), '\\x0${String(this.askers.indexOf(asker) % 10)}', '', '', 0, '{}')`,
    ])
      if ((await this.passes(asker, call)) !== (asker.role === 'system')) found.push(`${call} ${asker.name}`);
    const [couple] = this.world.facts.couplesOf(asker.clinicId);
    const [team] = await this.ask<{ none: boolean }>(
      asker,
      `SELECT app.without_team('${couple?.id ?? ''}') AS none`,
    );
    if (team?.none !== false) found.push(`without_team ${asker.name}`);
    return found;
  }

  /** Emergency openings of the own couple, for its two people and nobody else. */
  private async openings(asker: Asker): Promise<string[]> {
    const { who, clinicId } = asker;
    const told = await this.ids(asker, 'SELECT id FROM app.emergency_openings()');
    const couples = who?.kind === 'person' && who.clinicId === clinicId ? [who.coupleId] : [];
    const own = await this.world.app.db.sql<{ id: string }>(
      'SELECT id FROM break_glass WHERE clinic_id = $1 AND couple_id = ANY ($2)',
      [clinicId, couples],
    );
    const expected = own.map(({ id }) => id).sort();
    return told.join() === expected.join() ? [] : [`emergency_openings ${asker.name}`];
  }

  /**
   * Maps that both open to each other: for the two people and their therapists, once both are in and approved, and not
   * after a separation. Logs of touch: for the therapists alone, once both are in.
   */
  private async halves(asker: Asker): Promise<string[]> {
    const found: string[] = [];
    const works = await this.world.app.db.sql<{ id: string; couple: string; code: string; open: boolean }>(
      `SELECT w.id, w.couple_id AS couple, w.template_code AS code, w.revealed_at IS NOT NULL
          AND (SELECT count(*) FROM map_approval p WHERE p.work_id = w.id AND p.approved_at > now() - interval '1 day')
            = CASE w.template_code WHEN 'C14' THEN 2 ELSE 0 END AS open
        FROM joint_work w WHERE w.template_code IN ('C14', 'C15')`,
    );
    for (const { id, couple, code, open } of works) {
      const text = code === 'C14' ? `app.map_halves('${id}')` : `app.touch_logs('${couple}')`;
      const [row] = await this.ask<{ n: number }>(asker, `SELECT count(*)::int AS n FROM ${text}`);
      const facts = this.world.facts.couples.get(couple);
      if (facts === undefined) throw new Error(`no couple ${couple}`);
      const treats = asker.who?.kind === 'staff' && sidesOf(asker.who, facts).length > 0;
      const own = asker.who?.kind === 'person' && asker.who.coupleId === couple && code === 'C14';
      const apart = code === 'C14' && facts.separated;
      const allowed = facts.clinicId === asker.clinicId && open && (treats || own) && !apart;
      if ((row?.n ?? 0) !== (allowed ? 2 : 0)) found.push(`${text} ${asker.name}: ${String(row?.n)}`);
    }
    return found;
  }

  /** Ending an exercise of two people: for the therapists of the couple, and of this couple and exercise alone. */
  private async endings(asker: Asker): Promise<string[]> {
    const found: string[] = [];
    const works = await this.world.app.db.sql<{ couple: string; code: string; all: number }>(
      `SELECT couple_id AS couple, template_code AS code, count(*) FILTER (WHERE revealed_at IS NULL AND NOT EXISTS (
          SELECT FROM homework_task t WHERE t.id IN (w.rp_task_id, w.bp_task_id) AND t.state <> 'assigned'))::int AS all
        FROM joint_work w GROUP BY 1, 2 ORDER BY 1, 2`,
    );
    for (const { couple, code, all } of works) {
      const call = `app.end_joint_work('${couple}', '${code}', '2000-01-01')`;
      const [row] = await this.ask<{ gone: number | null }>(asker, `SELECT ${call} AS gone`);
      const facts = this.world.facts.couples.get(couple);
      if (facts === undefined) throw new Error(`no couple ${couple}`);
      const treats = asker.who?.kind === 'staff' && sidesOf(asker.who, facts).length > 0;
      const allowed = facts.clinicId === asker.clinicId && treats && asker.role === 'therapist';
      if ((row?.gone ?? null) !== (allowed ? all : null))
        found.push(`${call} ${asker.name}: ${String(row?.gone)}`);
    }
    return found;
  }

  private async ids(asker: Asker, text: string): Promise<string[]> {
    return (await this.ask<{ id: string }>(asker, text)).map(({ id }) => id).sort();
  }

  private async passes(asker: Asker, text: string): Promise<boolean> {
    return this.ask(asker, text).then(
      () => true,
      () => false,
    );
  }

  private async ask<Found>(asker: Asker, text: string): Promise<Found[]> {
    const { sql } = this.world.app.db;
    await sql('SAVEPOINT asked');
    try {
      await sql(actAs('trellis_api', asker));
      return await sql<Found>(text);
    } finally {
      await sql('ROLLBACK TO SAVEPOINT asked');
    }
  }
}

function quoted(side: string | null): string {
  return side === null ? 'NULL' : `'${side}'`;
}
