import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { KeepNoteFormRequest, paths } from '@trellis/contracts';
import type { NoteFormsView, NoteFormView } from '@trellis/contracts';
import { Allow } from '../access/declare-access.js';
import { Idempotent } from '../platform/http/idempotency.js';
import { IfMatch } from '../platform/http/if-match.js';
import { NoteFormsService } from './note-forms.service.js';

/** Forms of the clinic for progress notes; nothing here is about anybody. */
@Controller(paths.clinic.progressNoteForms)
export class NoteFormsController {
  constructor(private readonly forms: NoteFormsService) {}

  @Allow('library.read')
  @Get()
  list(): Promise<NoteFormsView> {
    return this.forms.list();
  }

  @Allow('progress_notes.arrange')
  @Idempotent()
  @Post()
  add(@Body() request: KeepNoteFormRequest): Promise<NoteFormView> {
    return this.forms.add(request);
  }

  @Allow('progress_notes.arrange')
  @Idempotent()
  @Post(':formId/drafts')
  change(
    @Param('formId') formId: string,
    @IfMatch() number: number,
    @Body() request: KeepNoteFormRequest,
  ): Promise<NoteFormView> {
    return this.forms.change(formId, number, request);
  }

  @Allow('progress_notes.arrange')
  @Idempotent()
  @HttpCode(200)
  @Post(':formId/retirement')
  retire(@Param('formId') formId: string, @IfMatch() number: number): Promise<NoteFormView> {
    return this.forms.retire(formId, number);
  }
}
