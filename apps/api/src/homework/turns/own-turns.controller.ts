import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { paths, TurnActRequest } from '@trellis/contracts';
import type { OwnTurnsView } from '@trellis/contracts';
import { ForInvited } from '../../access/declare-access.js';
import { Idempotent } from '../../platform/http/idempotency.js';
import { IfMatch } from '../../platform/http/if-match.js';
import { OwnTurnsService } from './own-turns.service.js';

/** Turns with a clock, for the two who do an exercise together. */
@Controller(paths.home.turns)
export class OwnTurnsController {
  constructor(private readonly turns: OwnTurnsService) {}

  @ForInvited()
  @Get(':taskId')
  one(@Param('taskId') taskId: string): Promise<OwnTurnsView> {
    return this.turns.one(taskId);
  }

  @ForInvited()
  @Idempotent()
  @HttpCode(200)
  @Post(':taskId')
  act(
    @Param('taskId') taskId: string,
    @Body() request: TurnActRequest,
    @IfMatch() version: number,
  ): Promise<OwnTurnsView> {
    return this.turns.act(taskId, request, version);
  }
}
