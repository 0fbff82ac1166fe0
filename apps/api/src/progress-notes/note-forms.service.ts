import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { KeepNoteFormRequest, NoteFormsView, NoteFormView } from '@trellis/contracts';
import { isUuid } from '@trellis/domain';
import { AuditWriter } from '../audit/audit-writer.js';
import { Clock } from '../platform/clock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError, notFound } from '../platform/http/app-error.js';
import { NoteFormsRepository, type NoteFormRow } from './note-forms.repository.js';

/** Forms that a clinic drew up for its notes. Notes that were begun keep the draft they were begun with. */
@Injectable()
export class NoteFormsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly forms: NoteFormsRepository,
    private readonly audit: AuditWriter,
    private readonly clock: Clock,
  ) {}

  async list(): Promise<NoteFormsView> {
    return this.work.run(async () => ({ forms: (await this.forms.list()).map(toForm) }));
  }

  /** @throws AppError invalid_request for two plans. */
  async add(request: KeepNoteFormRequest): Promise<NoteFormView> {
    return this.work.run(async () => this.keep(randomUUID(), 1, request));
  }

  /** The next draft, from now on. @throws AppError not_found, version_stale, invalid_request, progress_note_form_retired. */
  async change(id: string, number: number, request: KeepNoteFormRequest): Promise<NoteFormView> {
    return this.work.run(async () => {
      const form = await this.found(id);
      if (form.number !== number) throw new AppError('version_stale');
      if (form.retired_at !== null) throw new AppError('progress_note_form_retired');
      return this.keep(id, number + 1, request);
    });
  }

  /** New notes do not offer it any more. @throws AppError not_found, version_stale. */
  async retire(id: string, number: number): Promise<NoteFormView> {
    return this.work.run(async () => {
      const form = await this.found(id);
      const at = this.clock.now();
      if (!(await this.forms.retire(id, number, at))) throw new AppError('version_stale');
      await this.record('retire_form', id);
      return toForm({ ...form, retired_at: at });
    });
  }

  private async keep(
    id: string,
    number: number,
    { name, parts }: KeepNoteFormRequest,
  ): Promise<NoteFormView> {
    if (parts.filter(({ isPlan }) => isPlan).length > 1)
      throw new AppError('invalid_request', { field: 'parts' });
    const form = {
      ...{ id, number, name: name.trim() },
      parts: parts.map(({ heading, isPlan }) => ({ heading: heading.trim(), isPlan })),
    };
    if (!(await this.forms.add(form, this.clock.now()))) throw new AppError('version_stale');
    await this.record('keep_form', id);
    return toForm({ ...form, retired_at: null });
  }

  private async found(id: string): Promise<NoteFormRow> {
    const form = isUuid(id) ? await this.forms.latest(id) : null;
    if (form === null) throw notFound();
    return form;
  }

  private async record(act: string, resourceId: string): Promise<void> {
    await this.audit.record({
      ...{ action: `progress_note.${act}`, resource: 'progress_note_form', resourceId, decision: 'allowed' },
    });
  }
}

function toForm({ id, number, name, parts, retired_at }: NoteFormRow): NoteFormView {
  return {
    ...{ id, number, name, retiredAt: retired_at?.toISOString() ?? null },
    parts: parts.map(({ heading, isPlan }) => ({ heading, isPlan })),
  };
}
