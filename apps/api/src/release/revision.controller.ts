import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { paths, SubmitHomeworkRequest } from '@trellis/contracts';
import type { SavedView } from '@trellis/contracts';
import { ForInvited } from '../access/declare-access.js';
import { Idempotent } from '../platform/http/idempotency.js';
import { IfMatch } from '../platform/http/if-match.js';
import { RevisionService } from './revision.service.js';

/** Changing what was handed in. Here and not beside the other writing, because it ends what was released. */
@Controller(paths.home.homework)
export class RevisionController {
  constructor(private readonly revisions: RevisionService) {}

  @ForInvited()
  @Idempotent()
  @HttpCode(200)
  @Post(':taskId/revision')
  revise(
    @Param('taskId') taskId: string,
    @IfMatch() version: number,
    @Body() request: SubmitHomeworkRequest,
  ): Promise<SavedView> {
    return this.revisions.revise(taskId, version, request.answers);
  }
}
