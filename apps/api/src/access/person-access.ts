import { Injectable } from '@nestjs/common';
import {
  asCoupleId,
  asLocalDate,
  asPersonId,
  asStaffId,
  type ClinicId,
  type CoupleId,
  type LocalDate,
  type PersonId,
  type Stage,
  type StaffId,
  type Track,
} from '@trellis/domain';
import { currentActor } from '../platform/context/request-context.js';
import { notFound } from '../platform/http/app-error.js';
import { CaseAccessRepository } from './case-access.repository.js';

declare const granted: unique symbol;

/** The signed-in person's own place in their couple. Only `PersonAccess.require` makes one. */
export interface PersonGrant {
  readonly [granted]: true;
  readonly personId: PersonId;
  readonly clinicId: ClinicId;
  readonly coupleId: CoupleId;
  readonly side: Track;
  readonly timeZone: string;
  /** Monday from which fortnights are counted, in the couple's zone. */
  readonly anchorOn: LocalDate;
  readonly stage: Stage;
  readonly language: 'en' | 'es';
  readonly partnerName: string | null;
  /** The therapist of this person's own side; the lead comes first. */
  readonly therapist: { readonly id: StaffId; readonly name: string } | null;
}

/** Finds the person's own couple. The subject comes from the session alone, never from the request. */
@Injectable()
export class PersonAccess {
  constructor(private readonly cases: CaseAccessRepository) {}

  /** Needs an open unit of work. @throws AppError not_found when the asker is no person of a couple. */
  async require(): Promise<PersonGrant> {
    const actor = currentActor();
    const found = actor.role === 'client' ? await this.cases.ownCase() : null;
    if (found === null) throw notFound();
    const facts: Omit<PersonGrant, typeof granted> = {
      personId: asPersonId(actor.id),
      clinicId: actor.clinicId,
      coupleId: asCoupleId(found.couple_id),
      side: found.side,
      timeZone: found.time_zone,
      anchorOn: asLocalDate(found.anchor_on),
      stage: found.stage,
      language: found.language,
      partnerName: found.partner_name,
      therapist:
        found.therapist_id === null || found.therapist_name === null
          ? null
          : { id: asStaffId(found.therapist_id), name: found.therapist_name },
    };
    return facts as PersonGrant;
  }
}
