import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { ActorRole } from '../../platform/context/request-context.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { JobHandlers, type JobMessage } from '../../platform/jobs/job-handlers.js';
import { StaffPost } from '../../platform/mail/staff-post.js';
import { WayBackLink } from './way-back-link.js';

/** Outbox kinds: the letter with the link (subject: the way back), and the two notices (subject: whom they reach). */
export const wayBackLetterKind = 'mail.way-back';
export const wayBackAskedKind = 'mail.way-back-asked';
export const wayBackToldKind = 'mail.way-back-told';

const roles: readonly ActorRole[] = ['system'];

/** Letters about ways back. None is sent for one that was used, taken back or ran out in the meantime. */
@Injectable()
export class WayBackLetters implements OnModuleInit {
  constructor(
    private readonly work: UnitOfWork,
    private readonly post: StaffPost,
    private readonly link: WayBackLink,
    private readonly handlers: JobHandlers,
  ) {}

  onModuleInit(): void {
    this.handlers.register({
      kind: wayBackLetterKind,
      roles,
      run: async (message) => this.sendLink(message),
    });
    for (const [kind, letter] of [
      [wayBackAskedKind, 'wayBackAsked'],
      [wayBackToldKind, 'wayBackTold'],
    ] as const)
      this.handlers.register({
        ...{ kind, roles },
        run: async ({ id, subjectId }) => this.post.toStaff(id, subjectId, letter),
      });
  }

  private async sendLink({ id, subjectId }: JobMessage): Promise<'done' | 'skipped'> {
    const rows = await this.work.run(async () =>
      this.work.rows<{ staff_id: string }>(
        `SELECT staff_id FROM staff_way_back WHERE clinic_id = app.clinic() AND id = $1 AND opened_at IS NOT NULL
          AND used_at IS NULL AND taken_back_at IS NULL AND expires_at > app.now()`,
        [subjectId],
      ),
    );
    const [row] = rows;
    if (row === undefined) return 'skipped';
    return this.post.toStaff(id, row.staff_id, 'wayBack', this.link.addressOf(subjectId));
  }
}
