import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { CommentLetterRequest, MarkLetterRequest, paths } from '@trellis/contracts';
import type { CaseLettersView, CaseLetterView, LetterSaidView } from '@trellis/contracts';
import { Allow } from '../access/declare-access.js';
import { Idempotent } from '../platform/http/idempotency.js';
import { IfMatch } from '../platform/http/if-match.js';
import { CaseLetterReadingService } from './case-letter-reading.service.js';
import { CaseLettersService } from './case-letters.service.js';
import { LetterMarksService } from './letter-marks.service.js';
import { LetterSessionsService } from './letter-sessions.service.js';

/** The letters of a couple, for the therapists. */
@Controller(paths.clinic.letters)
export class CaseLettersController {
  constructor(
    private readonly letters: CaseLettersService,
    private readonly reading: CaseLetterReadingService,
    private readonly marks: LetterMarksService,
    private readonly sessions: LetterSessionsService,
  ) {}

  @Allow('disclosure.read')
  @Get(':coupleId')
  one(@Param('coupleId') coupleId: string): Promise<CaseLettersView> {
    return this.letters.one(coupleId);
  }

  @Allow('disclosure.record')
  @Put(':coupleId/marks/:mark')
  mark(
    @Param('coupleId') coupleId: string,
    @Param('mark') mark: string,
    @IfMatch() version: number,
    @Body() request: MarkLetterRequest,
  ): Promise<CaseLettersView> {
    return this.marks.set(coupleId, mark, version, request);
  }

  @Allow('disclosure.record')
  @Idempotent()
  @HttpCode(200)
  @Post(':coupleId/readings/:kind/start')
  start(@Param('coupleId') coupleId: string, @Param('kind') kind: string): Promise<CaseLettersView> {
    return this.sessions.start(coupleId, kind);
  }

  @Allow('disclosure.record')
  @Idempotent()
  @HttpCode(200)
  @Post(':coupleId/readings/:kind/end')
  end(@Param('coupleId') coupleId: string, @Param('kind') kind: string): Promise<CaseLettersView> {
    return this.sessions.end(coupleId, kind);
  }

  @Allow('disclosure.record')
  @Idempotent()
  @HttpCode(200)
  @Post(':coupleId/readings/:kind/delivery')
  deliver(
    @Param('coupleId') coupleId: string,
    @Param('kind') kind: string,
    @IfMatch() version: number,
  ): Promise<CaseLettersView> {
    return this.sessions.deliver(coupleId, kind, version);
  }

  @Allow('disclosure.read')
  @Get(':coupleId/:letterId')
  read(@Param('coupleId') coupleId: string, @Param('letterId') letterId: string): Promise<CaseLetterView> {
    return this.reading.one(coupleId, letterId);
  }

  @Allow('disclosure.read')
  @Get(':coupleId/:letterId/revisions/:revision')
  revision(
    @Param('coupleId') coupleId: string,
    @Param('letterId') letterId: string,
    @Param('revision') revision: string,
  ): Promise<CaseLetterView> {
    return this.reading.one(coupleId, letterId, revision);
  }

  @Allow('disclosure.record')
  @Idempotent()
  @Post(':coupleId/:letterId/comments')
  comment(
    @Param('coupleId') coupleId: string,
    @Param('letterId') letterId: string,
    @Body() request: CommentLetterRequest,
  ): Promise<LetterSaidView> {
    return this.reading.comment(coupleId, letterId, request);
  }
}
