import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { AgreeToDestroyRequest, BeginLetterRequest, paths, SaveLetterRequest } from '@trellis/contracts';
import type {
  LetterReadAloudView,
  LetterRowView,
  LetterSavedView,
  OwnLetterRowView,
  OwnLettersView,
  OwnLetterView,
} from '@trellis/contracts';
import { ForInvited, StepUp } from '../access/declare-access.js';
import { Idempotent } from '../platform/http/idempotency.js';
import { IfMatch } from '../platform/http/if-match.js';
import { OwnLetterKeepingService } from './own-letter-keeping.service.js';
import { OwnLetterWritingService } from './own-letter-writing.service.js';
import { OwnLettersService } from './own-letters.service.js';

/** One's own letters. What opens, closes or ends one for good needs a fresh factor; taking back never waits for one. */
@Controller(paths.home.letters)
export class OwnLettersController {
  constructor(
    private readonly letters: OwnLettersService,
    private readonly writing: OwnLetterWritingService,
    private readonly keeping: OwnLetterKeepingService,
  ) {}

  @ForInvited()
  @Get()
  list(): Promise<OwnLettersView> {
    return this.letters.list();
  }

  @ForInvited()
  @Get('listening')
  listen(): Promise<LetterReadAloudView> {
    return this.letters.listen();
  }

  @ForInvited()
  @Get(':letterId')
  one(@Param('letterId') letterId: string): Promise<OwnLetterView> {
    return this.letters.one(letterId);
  }

  @ForInvited()
  @Put(':letterId/draft')
  save(
    @Param('letterId') letterId: string,
    @IfMatch() version: number,
    @Body() { sections }: SaveLetterRequest,
  ): Promise<LetterSavedView> {
    return this.writing.save(letterId, version, sections);
  }

  @ForInvited()
  @Idempotent()
  @Post(':letterId/revisions')
  layDown(
    @Param('letterId') letterId: string,
    @IfMatch() version: number,
    @Body() { sections }: SaveLetterRequest,
  ): Promise<LetterSavedView> {
    return this.writing.layDown(letterId, version, sections);
  }

  @ForInvited()
  @StepUp()
  @Idempotent()
  @HttpCode(200)
  @Post(':letterId/release')
  release(@Param('letterId') letterId: string, @IfMatch() version: number): Promise<OwnLetterRowView> {
    return this.keeping.release(letterId, version);
  }

  @ForInvited()
  @Idempotent()
  @HttpCode(200)
  @Post(':letterId/revocation')
  revoke(@Param('letterId') letterId: string): Promise<OwnLetterRowView> {
    return this.keeping.revoke(letterId);
  }

  @ForInvited()
  @StepUp()
  @Idempotent()
  @HttpCode(200)
  @Post(':letterId/seal')
  seal(@Param('letterId') letterId: string, @IfMatch() version: number): Promise<OwnLetterRowView> {
    return this.keeping.seal(letterId, version);
  }

  @ForInvited()
  @StepUp()
  @Idempotent()
  @HttpCode(200)
  @Post(':letterId/agreement')
  agree(
    @Param('letterId') letterId: string,
    @Body() { agree }: AgreeToDestroyRequest,
  ): Promise<LetterRowView> {
    return this.keeping.agree(letterId, agree);
  }

  @ForInvited()
  @Idempotent()
  @Post()
  begin(@Body() request: BeginLetterRequest): Promise<LetterSavedView> {
    return this.writing.begin(request);
  }
}
