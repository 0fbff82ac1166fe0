import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type {
  AddHardDateRequest,
  OwnDisclosureSessionView,
  SaveSupportPlanRequest,
  SupportPlanSavedView,
  SupportPlansView,
} from '@trellis/contracts';
import { isUuid, supportPlanForms, supportPlanLines } from '@trellis/domain';
import { PersonAccess } from '../access/person-access.js';
import { Clock } from '../platform/clock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError, notFound } from '../platform/http/app-error.js';
import { wrongSpan } from './date-span.js';
import { OwnSessionPlaces } from './own-session-places.js';
import { PlanWords } from './plan-words.js';

type Form = (typeof supportPlanForms)[number];

/** A person's own plans in three forms, and the days they keep to themselves and their own therapist. */
@Injectable()
export class OwnPlansService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly people: PersonAccess,
    private readonly places: OwnSessionPlaces,
    private readonly words: PlanWords,
  ) {}

  read(): Promise<SupportPlansView> {
    return this.work.run(async () => {
      const own = await this.people.require();
      const plans = [];
      for (const row of await this.places.own.plans(own)) {
        const lines = await this.words.open(own.clinicId, row, row.sealed);
        plans.push({ form: row.form, lines, savedAt: row.saved_at.toISOString(), version: row.version });
      }
      return { plans };
    });
  }

  /** Saves one form whole. @throws AppError not_found for another form, invalid_request, version_stale. */
  save(form: string, version: number, { lines }: SaveSupportPlanRequest): Promise<SupportPlanSavedView> {
    const wanted = supportPlanForms.find((one) => one === form);
    if (wanted === undefined) throw notFound();
    requireLines(lines.map(({ line }) => line));
    return this.work.run(async () => {
      const own = await this.people.require();
      const at = this.clock.now();
      const id = await this.idOf(wanted, version);
      const sealed = await this.words.seal(own.clinicId, id, own.personId, lines);
      if (!(await this.places.own.savePlan(own, { id, form: wanted, version, sealed, at })))
        throw new AppError('version_stale');
      await this.places.record(own, id, 'own_plan');
      return { form: wanted, savedAt: at.toISOString(), version: version + 1 };
    });
  }

  /** @throws AppError invalid_request for a span that ends before it begins or is too long. */
  addDate(request: AddHardDateRequest): Promise<OwnDisclosureSessionView> {
    if (wrongSpan(request))
      throw new AppError('invalid_request', { fields: [{ field: 'to', rules: ['isSpan'] }] });
    return this.work.run(async () => {
      const own = await this.people.require();
      const date = { id: randomUUID(), kind: request.kind, from_day: request.from, to_day: request.to };
      await this.places.own.addDate(own, date, this.clock.now());
      await this.places.record(own, date.id, 'own_date');
      return this.places.view(own);
    });
  }

  /** @throws AppError not_found. */
  removeDate(id: string): Promise<OwnDisclosureSessionView> {
    return this.work.run(async () => {
      const own = await this.people.require();
      if (!isUuid(id) || !(await this.places.own.removeDate(own, id))) throw notFound();
      await this.places.record(own, id, 'own_date');
      return this.places.view(own);
    });
  }

  /** The row that is written anew, or a new one. */
  private async idOf(form: Form, version: number): Promise<string> {
    if (version === 0) return randomUUID();
    const rows = await this.places.own.plans(await this.people.require());
    const found = rows.find((row) => row.form === form);
    if (found === undefined) throw new AppError('version_stale');
    return found.id;
  }
}

function requireLines(lines: readonly string[]): void {
  const known = supportPlanLines.map(({ id }) => id);
  if (new Set(lines).size !== lines.length || lines.some((line) => !known.includes(line)))
    throw new AppError('invalid_request', { fields: [{ field: 'lines', rules: ['isLine'] }] });
}
