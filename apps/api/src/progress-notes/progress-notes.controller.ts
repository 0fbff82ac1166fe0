import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import {
  AmendProgressNoteRequest,
  BeginProgressNoteRequest,
  ListProgressNotesRequest,
  paths,
  SaveProgressNoteRequest,
  SignProgressNoteRequest,
} from '@trellis/contracts';
import type { ProgressNoteSavedView, ProgressNotesView, ProgressNoteView } from '@trellis/contracts';
import { Allow, StepUp } from '../access/declare-access.js';
import { Idempotent } from '../platform/http/idempotency.js';
import { IfMatch } from '../platform/http/if-match.js';
import { NoteReadingService } from './note-reading.service.js';
import { NoteSigningService } from './note-signing.service.js';
import { NoteWritingService } from './note-writing.service.js';

/** The notes in the record of a couple and its two people. */
@Controller(`${paths.clinic.couples}/:coupleId/progress-notes`)
export class ProgressNotesController {
  constructor(
    private readonly reading: NoteReadingService,
    private readonly writing: NoteWritingService,
    private readonly signing: NoteSigningService,
  ) {}

  @Allow('progress_notes.read')
  @Get()
  page(
    @Param('coupleId') coupleId: string,
    @Query() query: ListProgressNotesRequest,
  ): Promise<ProgressNotesView> {
    return this.reading.page(coupleId, query.cursor);
  }

  @Allow('progress_notes.read')
  @Get(':noteId')
  one(@Param('coupleId') coupleId: string, @Param('noteId') noteId: string): Promise<ProgressNoteView> {
    return this.reading.one(coupleId, noteId);
  }

  @Allow('progress_notes.keep')
  @Idempotent()
  @Post()
  begin(
    @Param('coupleId') coupleId: string,
    @Body() request: BeginProgressNoteRequest,
  ): Promise<ProgressNoteSavedView> {
    return this.writing.begin(coupleId, request);
  }

  @Allow('progress_notes.keep')
  @Idempotent()
  @Put(':noteId')
  save(
    @Param('coupleId') coupleId: string,
    @Param('noteId') noteId: string,
    @IfMatch() version: number,
    @Body() request: SaveProgressNoteRequest,
  ): Promise<ProgressNoteSavedView> {
    return this.writing.save(coupleId, noteId, version, request);
  }

  @Allow('progress_notes.keep')
  @Idempotent()
  @HttpCode(204)
  @Post(':noteId/removal')
  remove(
    @Param('coupleId') coupleId: string,
    @Param('noteId') noteId: string,
    @IfMatch() version: number,
  ): Promise<void> {
    return this.writing.remove(coupleId, noteId, version);
  }

  @Allow('progress_notes.keep')
  @StepUp()
  @Idempotent()
  @HttpCode(200)
  @Post(':noteId/signature')
  sign(
    @Param('coupleId') coupleId: string,
    @Param('noteId') noteId: string,
    @IfMatch() version: number,
    @Body() request: SignProgressNoteRequest,
  ): Promise<ProgressNoteSavedView> {
    return this.signing.sign(coupleId, noteId, version, request);
  }

  @Allow('progress_notes.keep')
  @StepUp()
  @Idempotent()
  @Post(':noteId/amendments')
  amend(
    @Param('coupleId') coupleId: string,
    @Param('noteId') noteId: string,
    @Body() request: AmendProgressNoteRequest,
  ): Promise<ProgressNoteSavedView> {
    return this.signing.amend(coupleId, noteId, request);
  }
}
