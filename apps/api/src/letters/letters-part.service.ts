import { randomUUID } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { mayBeginLetter, type DisclosureEffect, type LetterKind } from '@trellis/domain';
import {
  DisclosureParts,
  type DisclosureCard,
  type DisclosurePart,
  type DisclosureScope,
  type PartFacts,
  type StepInHand,
} from '../disclosure/disclosure-parts.service.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { LettersFactsService } from './letters-facts.service.js';

const recorded: Readonly<Partial<Record<DisclosureEffect['kind'], LetterKind>>> = {
  record_impact: 'impact',
  record_restitution: 'restitution',
};

/** What the process learns from the letters, and what it has them lay down. */
@Injectable()
export class LettersPart implements DisclosurePart, OnModuleInit {
  readonly area = 'letters';

  constructor(
    private readonly parts: DisclosureParts,
    private readonly known: LettersFactsService,
    private readonly work: UnitOfWork,
  ) {}

  onModuleInit(): void {
    this.parts.register(this);
  }

  async facts({ coupleId }: DisclosureScope): Promise<PartFacts> {
    return { letters: await this.known.letters(coupleId) };
  }

  /** A letter was read to its end. A reading that runs ends with it; one without a screen is laid down now. */
  async carryOut(effect: DisclosureEffect, { scope, processId, actor, at }: StepInHand): Promise<void> {
    const kind = recorded[effect.kind];
    if (kind === undefined) return;
    const { clinicId, coupleId } = scope;
    const ended = await this.work.change(
      `UPDATE letter_reading SET ended_at = $4, delivered_at = $4, version = version + 1
        WHERE clinic_id = $1 AND couple_id = $2 AND kind = $3 AND ended_at IS NULL`,
      [clinicId, coupleId, kind, at],
    );
    if (ended > 0) return;
    await this.work.change(
      `INSERT INTO letter_reading (clinic_id, id, couple_id, process_id, kind, started_at, started_by, until, ended_at,
          delivered_at, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $6, $6, $6, 1)`,
      [clinicId, randomUUID(), coupleId, processId, kind, at, actor.id],
    );
  }

  /** The letter that this side may write now, and those that were or are being read; of the other side's writing nothing. */
  async cards(
    { clinicId, coupleId }: DisclosureScope,
    _processId: string,
    side: 'RP' | 'BP',
  ): Promise<readonly DisclosureCard[]> {
    const kind = side === 'BP' ? 'impact' : 'restitution';
    const [known] = await this.work.rows<{ own: boolean; runs: boolean; heard: boolean }>(
      `SELECT EXISTS (SELECT FROM letter l WHERE l.clinic_id = $1 AND l.couple_id = $2 AND l.side = $3) AS own,
          EXISTS (SELECT FROM letter_reading r WHERE r.clinic_id = $1 AND r.couple_id = $2 AND r.ended_at IS NULL) AS runs,
          EXISTS (SELECT FROM letter_reading r WHERE r.clinic_id = $1 AND r.couple_id = $2 AND r.delivered_at IS NOT NULL)
            AS heard`,
      [clinicId, coupleId, side],
    );
    const open = mayBeginLetter(kind, await this.known.state(coupleId));
    return [
      ...(known?.own === true || open ? [{ kind: `${kind}_letter`, dueAt: null, done: !open }] : []),
      ...(known?.runs === true ? [{ kind: 'letter_is_read', dueAt: null, done: false }] : []),
      ...(known?.heard === true ? [{ kind: 'letters_heard', dueAt: null, done: true }] : []),
    ];
  }
}
