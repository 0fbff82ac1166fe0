import { Injectable } from '@nestjs/common';
import type { DisclosureState, LetterFacts, LetterKind } from '@trellis/domain';
import { UnitOfWork } from '../platform/database/unit-of-work.js';

/** What a therapist can lay down about the letters. */
export const letterMarks = [
  'impact_wanted',
  'impact_opted_out',
  'impact_approved',
  'listening_rehearsed',
  'restitution_approved',
  'restitution_safe',
] as const;
export type LetterMark = (typeof letterMarks)[number];

interface Facts {
  readonly processId: string | null;
  readonly state: DisclosureState | null;
  readonly marks: readonly LetterMark[];
  readonly delivered: Readonly<Partial<Record<LetterKind, string>>>;
}

/** What deciding needs to know of the letters: marks and dates of both sides, never a word. */
@Injectable()
export class LettersFactsService {
  constructor(private readonly work: UnitOfWork) {}

  /** Where the newest process of the couple stands; null before there was one. Inside an open unit of work. */
  async state(coupleId: string): Promise<DisclosureState | null> {
    return (await this.read(coupleId)).state;
  }

  async letters(coupleId: string): Promise<Omit<LetterFacts, 'followedUpAt'>> {
    const { marks, delivered } = await this.read(coupleId);
    const has = (mark: LetterMark): boolean => marks.includes(mark);
    return {
      impactWanted: has('impact_wanted'),
      impactOptedOut: has('impact_opted_out'),
      impactApprovedByPartnerTherapist: has('impact_approved'),
      listeningRehearsed: has('listening_rehearsed'),
      impactDeliveredAt: dateOf(delivered.impact),
      restitutionApproved: has('restitution_approved'),
      restitutionSafeToHear: has('restitution_safe'),
      restitutionDeliveredAt: dateOf(delivered.restitution),
    };
  }

  private async read(coupleId: string): Promise<Facts> {
    const [row] = await this.work.rows<{ facts: Facts | null }>('SELECT app.letters_facts($1) AS facts', [
      coupleId,
    ]);
    return row?.facts ?? { processId: null, state: null, marks: [], delivered: {} };
  }
}

function dateOf(text: string | undefined): Date | null {
  return text === undefined ? null : new Date(text);
}
