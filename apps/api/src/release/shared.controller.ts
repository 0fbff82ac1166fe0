import { Controller, Get, Param, Query } from '@nestjs/common';
import { ListSharedRequest, paths } from '@trellis/contracts';
import type { SharedAnswerView, SharedPageView } from '@trellis/contracts';
import { ForInvited } from '../access/declare-access.js';
import { SharedService } from './shared.service.js';

/** What the partner shared with the signed-in person. */
@Controller(paths.home.shared)
export class SharedController {
  constructor(private readonly shared: SharedService) {}

  @ForInvited()
  @Get()
  list(@Query() query: ListSharedRequest): Promise<SharedPageView> {
    return this.shared.list(query.cursor);
  }

  @ForInvited()
  @Get(':releaseId')
  one(@Param('releaseId') releaseId: string): Promise<SharedAnswerView> {
    return this.shared.one(releaseId);
  }
}
