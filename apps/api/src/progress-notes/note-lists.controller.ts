import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { AnswerCoSignRequest, paths, SetNoteLatenessRequest } from '@trellis/contracts';
import type {
  DueNotesView,
  NoteCoSignListView,
  NoteCoSignView,
  NoteTimelinessView,
} from '@trellis/contracts';
import { Allow, StepUp } from '../access/declare-access.js';
import { Idempotent } from '../platform/http/idempotency.js';
import { IfMatch } from '../platform/http/if-match.js';
import { NoteCoSignService } from './note-cosign.service.js';
import { NoteTimelinessService } from './note-timeliness.service.js';

/** What is owed and what waits, for a therapist and a supervisor; how many, for the office. */
@Controller(paths.clinic.progressNotes)
export class NoteListsController {
  constructor(
    private readonly timeliness: NoteTimelinessService,
    private readonly cosigns: NoteCoSignService,
  ) {}

  @Allow('progress_notes.keep')
  @Get('due')
  due(): Promise<DueNotesView> {
    return this.timeliness.due();
  }

  @Allow('progress_notes.arrange')
  @Get('timeliness')
  counts(): Promise<NoteTimelinessView> {
    return this.timeliness.counts();
  }

  @Allow('progress_notes.arrange')
  @Put('timeliness')
  setLateness(
    @IfMatch() version: number,
    @Body() request: SetNoteLatenessRequest,
  ): Promise<NoteTimelinessView> {
    return this.timeliness.set(version, request);
  }

  @Allow('progress_notes.cosign')
  @Get('cosigns')
  waiting(): Promise<NoteCoSignListView> {
    return this.cosigns.list();
  }

  @Allow('progress_notes.cosign')
  @Get('cosigns/:noteId')
  one(@Param('noteId') noteId: string): Promise<NoteCoSignView> {
    return this.cosigns.one(noteId);
  }

  @Allow('progress_notes.cosign')
  @StepUp()
  @Idempotent()
  @HttpCode(200)
  @Post('cosigns/:noteId')
  answer(
    @Param('noteId') noteId: string,
    @IfMatch() version: number,
    @Body() request: AnswerCoSignRequest,
  ): Promise<NoteCoSignListView> {
    return this.cosigns.answer(noteId, version, request);
  }
}
