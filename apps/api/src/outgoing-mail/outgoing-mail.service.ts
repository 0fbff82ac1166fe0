import { Injectable } from '@nestjs/common';
import type { LetterFault, LetterGroup, OutgoingMailView } from '@trellis/contracts';
import { isUuid } from '@trellis/domain';
import { AuditWriter } from '../audit/audit-writer.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { notFound } from '../platform/http/app-error.js';
import { OutgoingMailRepository, type LetterCountRow } from './outgoing-mail.repository.js';

const groups: readonly LetterGroup[] = ['reminder', 'account', 'export', 'notice'];

/** How the clinic's letters fare, for the office: numbers, groups and days. */
@Injectable()
export class OutgoingMailService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly letters: OutgoingMailRepository,
    private readonly audit: AuditWriter,
  ) {}

  async read(): Promise<OutgoingMailView> {
    return this.work.run(() => this.view());
  }

  /** Has a letter that was given up tried again. @throws AppError not_found. */
  async retry(id: string): Promise<OutgoingMailView> {
    return this.work.run(async () => {
      if (!isUuid(id) || !(await this.letters.retry(id))) throw notFound();
      await this.audit.record({
        ...{ action: 'mail.retry', resource: 'outbox_message', resourceId: id, decision: 'allowed' },
      });
      return this.view();
    });
  }

  private async view(): Promise<OutgoingMailView> {
    const counts = await this.letters.counts();
    const failed = await this.letters.failed();
    return {
      counts: groups.map((group) => countOf(group, counts)),
      failed: failed.map((row) => ({
        ...{ id: row.id, group: groupOf(row.kind), fault: faultOf(row.failure_code) },
        ...{ orderedAt: row.created_at.toISOString(), failedAt: row.failed_at.toISOString() },
      })),
    };
  }
}

function countOf(group: LetterGroup, rows: readonly LetterCountRow[]): OutgoingMailView['counts'][number] {
  const ofGroup = rows.filter(({ kind }) => groupOf(kind) === group);
  const sum = (of: 'sent' | 'waiting' | 'failed') => ofGroup.reduce((total, row) => total + row[of], 0);
  return { group, sent: sum('sent'), waiting: sum('waiting'), failed: sum('failed') };
}

/** Several kinds share a group: which step of which process a letter told of is not the office's to read here. */
function groupOf(kind: string): LetterGroup {
  if (kind === 'mail.reminder') return 'reminder';
  if (kind === 'mail.export-ready') return 'export';
  return /^mail\.(account|way-back)/.test(kind) ? 'account' : 'notice';
}

/** From the code that was kept of a failure, as mail servers and the library name it. */
function faultOf(code: string | null): LetterFault {
  if (code === 'MailNotSetUpError') return 'not_set_up';
  if (code === 'EENVELOPE' || code === 'EMESSAGE') return 'refused';
  if (code === 'EAUTH' || code === 'ENOAUTH' || code === 'EOAUTH2') return 'sign_in';
  const unreachable = /^(ECONN|ETIMEDOUT|ESOCKET|EDNS|ENOTFOUND|EHOST|ETLS|EAI_AGAIN|EPROTOCOL)/;
  return unreachable.test(code ?? '') ? 'unreachable' : 'other';
}
