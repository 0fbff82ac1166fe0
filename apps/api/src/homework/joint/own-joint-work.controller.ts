import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { paths } from '@trellis/contracts';
import type { OwnJointWorkView, SavedView } from '@trellis/contracts';
import { ForInvited } from '../../access/declare-access.js';
import { Idempotent } from '../../platform/http/idempotency.js';
import { IfMatch } from '../../platform/http/if-match.js';
import { OwnJointWorkService } from './own-joint-work.service.js';

/** Exercises of two people. Writing the own half is the homework area's. */
@Controller(paths.home.jointWork)
export class OwnJointWorkController {
  constructor(private readonly joint: OwnJointWorkService) {}

  @ForInvited()
  @Get(':taskId')
  one(@Param('taskId') taskId: string): Promise<OwnJointWorkView> {
    return this.joint.one(taskId);
  }

  @ForInvited()
  @Idempotent()
  @HttpCode(200)
  @Post(':taskId/taking-up')
  takeUp(@Param('taskId') taskId: string, @IfMatch() version: number): Promise<SavedView> {
    return this.joint.takeUp(taskId, version);
  }
}
