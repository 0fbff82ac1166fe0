import { Injectable } from '@nestjs/common';
import { asClinicId } from '@trellis/domain';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError } from '../platform/http/app-error.js';
import type { LiveSession } from '../platform/session/live-session.js';
import { OwnProfileRepository, type OwnProfile } from './own-profile.repository.js';

/** The profile of the person whose session it is. */
@Injectable()
export class OwnProfileService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly profiles: OwnProfileRepository,
  ) {}

  /** @throws AppError not_signed_in when the person is in no couple any more. */
  async of(session: LiveSession): Promise<OwnProfile> {
    const actor = { clinicId: asClinicId(session.clinicId), id: session.subjectId, role: 'client' } as const;
    const profile = await this.work.run(async () => this.profiles.find(), actor);
    if (profile === null) throw new AppError('not_signed_in');
    return profile;
  }
}
