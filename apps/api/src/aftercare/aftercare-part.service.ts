import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  aftercareTasks,
  asLocalDate,
  followUps,
  instantOf,
  slipGaps,
  type DisclosureEffect,
  type FollowUp,
} from '@trellis/domain';
import {
  DisclosureParts,
  type DisclosureCard,
  type DisclosurePart,
  type DisclosureScope,
  type PartFacts,
  type StepInHand,
} from '../disclosure/disclosure-parts.service.js';
import { AftercarePartRepository, type AftercareFacts } from './aftercare-part.repository.js';
import { aftercareSettings } from './aftercare-settings.js';

/** The time after a session as the process knows it: contacts, additions and slips as facts, tasks as effects. */
@Injectable()
export class AftercarePart implements DisclosurePart, OnModuleInit {
  readonly area = 'aftercare';

  constructor(
    private readonly parts: DisclosureParts,
    private readonly rows: AftercarePartRepository,
  ) {}

  onModuleInit(): void {
    this.parts.register(this);
  }

  /** A slip is a fact for whoever decides; what a view shows of it is another question. */
  async facts(scope: DisclosureScope): Promise<PartFacts> {
    const facts = await this.rows.facts(scope);
    return {
      session: { contactsDone: { RP: contactsOf(facts, 'RP'), BP: contactsOf(facts, 'BP') } },
      letters: { followedUpAt: { RP: dateOf(facts.letterRP), BP: dateOf(facts.letterBP) } },
      addenda: facts.additions,
      ...slipFacts(facts),
      ...fallenMark(facts),
    };
  }

  async carryOut(effect: DisclosureEffect, step: StepInHand): Promise<void> {
    const { scope, processId, at } = step;
    if (effect.kind === 'create_tasks' && effect.pack === 'aftercare') await this.begin(step);
    if (effect.kind === 'count_addendum') await this.rows.countRepeated(scope, processId);
    if (ends(effect)) await this.rows.close(scope, at);
    await this.rows.wind(scope, at);
  }

  /** One card for what is open of the person's own, once there is a session behind them. */
  async cards(
    scope: DisclosureScope,
    _processId: string,
    side: 'RP' | 'BP',
  ): Promise<readonly DisclosureCard[]> {
    const tasks = await this.rows.openTasks(scope, side);
    if (tasks.length === 0) return [];
    const next = tasks.find(({ done_at }) => done_at === null);
    if (next === undefined) return [{ kind: 'aftercare', dueAt: null, done: true }];
    const dueAt = next.due_at ?? (next.due_on === null ? null : endOf(next.due_on, scope.timeZone));
    return [{ kind: 'aftercare', dueAt, done: false }];
  }

  private async begin({ scope, processId, at, after }: StepInHand): Promise<void> {
    const endedAt = after.session?.endedAt ?? at;
    await this.rows.open(
      scope,
      processId,
      endedAt,
      aftercareTasks(endedAt, scope.timeZone, aftercareSettings),
    );
  }
}

const closing: readonly string[] = ['set_session_date', 'postpone_session', 'cancel_session'];

/** Whether the contacts of the last session count no longer: as evolve has it, and when another process opens. */
function ends(effect: DisclosureEffect): boolean {
  return closing.includes(effect.kind) || (effect.kind === 'create_tasks' && effect.pack === 'education');
}

function contactsOf({ contacts }: AftercareFacts, track: 'RP' | 'BP'): readonly FollowUp[] {
  return followUps.filter((one) => contacts.some(({ side, contact }) => side === track && contact === one));
}

/** Nothing on record means "none" only where somebody asked. */
function slipFacts({ slip, asked }: AftercareFacts): Pick<PartFacts, 'lastSlipAt' | 'slipTold'> {
  if (slip === null) return asked ? { lastSlipAt: null, slipTold: null } : {};
  const record = {
    at: new Date(slip.at),
    toldTherapistAt: dateOf(slip.therapistToldAt),
    partner: slip.partner,
    partnerAt: dateOf(slip.partnerAt),
  };
  return { lastSlipAt: record.at, slipTold: slipGaps(record, slip.agreed).length === 0 };
}

/** A slip undoes the mark that the days without one were kept (FTD-24), until somebody marks it anew. */
function fallenMark({ slip, markedAt }: AftercareFacts): Pick<PartFacts, 'readiness'> {
  if (slip === null || (markedAt !== null && new Date(markedAt) > new Date(slip.loggedAt))) return {};
  const notMet = { status: 'not_met', markedBy: 'system', coSigner: null, reasonRecorded: false } as const;
  return { readiness: { R3: notMet } };
}

function dateOf(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}

/** The last minute of a local day. */
function endOf(day: string, zone: string): Date {
  return instantOf(asLocalDate(day), '23:59', zone);
}
