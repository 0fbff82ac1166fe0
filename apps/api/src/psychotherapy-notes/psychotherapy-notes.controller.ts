import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import {
  ChangePsychotherapyNoteRequest,
  ListPsychotherapyNotesRequest,
  paths,
  WritePsychotherapyNoteRequest,
} from '@trellis/contracts';
import type {
  PsychotherapyNoteRevisionsView,
  PsychotherapyNoteRowView,
  PsychotherapyNoteSavedView,
  PsychotherapyNotesView,
  PsychotherapyNoteTextView,
  PsychotherapyNoteView,
} from '@trellis/contracts';
import { Allow } from '../access/declare-access.js';
import { Idempotent } from '../platform/http/idempotency.js';
import { IfMatch } from '../platform/http/if-match.js';
import { NoteReadingService } from './note-reading.service.js';
import { NoteWritingService } from './note-writing.service.js';

/** A therapist's own notes on one couple. */
@Controller(`${paths.clinic.couples}/:coupleId/psychotherapy-notes`)
export class PsychotherapyNotesController {
  constructor(
    private readonly reading: NoteReadingService,
    private readonly writing: NoteWritingService,
  ) {}

  @Allow('psychotherapy_notes.keep')
  @Get()
  page(
    @Param('coupleId') coupleId: string,
    @Query() query: ListPsychotherapyNotesRequest,
  ): Promise<PsychotherapyNotesView> {
    return this.reading.page(coupleId, query.removed === 'yes', query.cursor);
  }

  @Allow('psychotherapy_notes.keep')
  @Get(':noteId')
  one(@Param('coupleId') coupleId: string, @Param('noteId') noteId: string): Promise<PsychotherapyNoteView> {
    return this.reading.one(coupleId, noteId);
  }

  @Allow('psychotherapy_notes.keep')
  @Idempotent()
  @Put(':noteId')
  change(
    @Param('coupleId') coupleId: string,
    @Param('noteId') noteId: string,
    @IfMatch() version: number,
    @Body() request: ChangePsychotherapyNoteRequest,
  ): Promise<PsychotherapyNoteSavedView> {
    return this.writing.change(coupleId, noteId, version, request);
  }

  @Allow('psychotherapy_notes.keep')
  @Idempotent()
  @HttpCode(200)
  @Post(':noteId/removal')
  remove(
    @Param('coupleId') coupleId: string,
    @Param('noteId') noteId: string,
    @IfMatch() version: number,
  ): Promise<PsychotherapyNoteRowView> {
    return this.writing.remove(coupleId, noteId, version);
  }

  @Allow('psychotherapy_notes.keep')
  @Idempotent()
  @HttpCode(200)
  @Post(':noteId/restoration')
  restore(
    @Param('coupleId') coupleId: string,
    @Param('noteId') noteId: string,
    @IfMatch() version: number,
  ): Promise<PsychotherapyNoteRowView> {
    return this.writing.restore(coupleId, noteId, version);
  }

  @Allow('psychotherapy_notes.keep')
  @Get(':noteId/revisions')
  revisions(
    @Param('coupleId') coupleId: string,
    @Param('noteId') noteId: string,
  ): Promise<PsychotherapyNoteRevisionsView> {
    return this.reading.revisions(coupleId, noteId);
  }

  @Allow('psychotherapy_notes.keep')
  @Get(':noteId/revisions/:revision')
  revision(
    @Param('coupleId') coupleId: string,
    @Param('noteId') noteId: string,
    @Param('revision') revision: string,
  ): Promise<PsychotherapyNoteTextView> {
    return this.reading.revision(coupleId, noteId, revision);
  }

  @Allow('psychotherapy_notes.keep')
  @Idempotent()
  @Post()
  write(
    @Param('coupleId') coupleId: string,
    @Body() request: WritePsychotherapyNoteRequest,
  ): Promise<PsychotherapyNoteSavedView> {
    return this.writing.write(coupleId, request);
  }
}
