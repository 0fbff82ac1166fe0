import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { NewInvitationView } from '@trellis/contracts';
import { AuditWriter } from '../audit/audit-writer.js';
import { CONFIG, type Config } from '../platform/config/env.js';
import { currentActor } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { notFound } from '../platform/http/app-error.js';
import { InvitationCode } from '../platform/links/invitation-code.js';
import { InvitationRepository } from './invitation.repository.js';

/** Invitations as therapists make them. */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly invitations: InvitationRepository,
    private readonly code: InvitationCode,
    private readonly audit: AuditWriter,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Makes an invitation for one person of a couple and ends the open ones before it. Link and code are in this
   * answer only. A person who has enrolled can be invited anew by the therapist of their own side alone, because
   * link and code together replace the passphrase.
   * @throws AppError not_found when the person is not this therapist's to invite.
   */
  async create(personId: string): Promise<NewInvitationView> {
    return this.work.run(async () => {
      const person = await this.invitations.invitable(personId);
      if (person === null || (person.enrolled && !person.own_side)) throw notFound();
      const actor = currentActor();
      const [id, token, code] = [randomUUID(), this.code.newToken(), this.code.newCode()];
      await this.invitations.supersedeOpen(personId);
      await this.invitations.add({
        ...{ clinicId: actor.clinicId, id, personId, createdBy: actor.id, coupleId: person.couple_id },
        tokenHash: this.code.hashOf(token),
        codeMac: this.code.macOf(id, code),
      });
      await this.audit.record({
        action: 'invitation.create',
        resource: 'invitation',
        resourceId: id,
        personId,
        decision: 'allowed',
      });
      const expiresAt = await this.invitations.expiryOf(id);
      if (expiresAt === null) throw notFound();
      return { id, link: `${this.config.homeworkUrl}/i#${token}`, code, expiresAt: expiresAt.toISOString() };
    });
  }
}
