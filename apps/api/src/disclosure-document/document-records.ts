import { Injectable } from '@nestjs/common';
import { AuditWriter } from '../audit/audit-writer.js';
import { Clock } from '../platform/clock.js';

/** The clock of what is written, and its record: acts that need no more than an id. */
@Injectable()
export class DocumentRecords {
  constructor(
    private readonly clock: Clock,
    private readonly audit: AuditWriter,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  /** `act` without words; the person is the author. */
  async record(act: string, documentId: string, personId: string): Promise<void> {
    await this.audit.record({
      action: `disclosure_document.${act}`,
      resource: 'disclosure_document',
      resourceId: documentId,
      personId,
      decision: 'allowed',
    });
  }
}
