import { Body, Controller, Get, Post } from '@nestjs/common';
import { GiveAttachmentRequest, paths } from '@trellis/contracts';
import type { AttachmentDueView, PersonTrackersView } from '@trellis/contracts';
import { ForInvited } from '../access/declare-access.js';
import { Idempotent } from '../platform/http/idempotency.js';
import { OwnTrackersService } from './own-trackers.service.js';

/** Trackers for the person they are about. */
@Controller(paths.home.trackers)
export class OwnTrackersController {
  constructor(private readonly trackers: OwnTrackersService) {}

  @ForInvited()
  @Get()
  own(): Promise<PersonTrackersView> {
    return this.trackers.own();
  }

  @ForInvited('pin')
  @Get('attachment')
  due(): Promise<AttachmentDueView> {
    return this.trackers.due();
  }

  @ForInvited('pin')
  @Idempotent()
  @Post('attachment')
  give(@Body() request: GiveAttachmentRequest): Promise<AttachmentDueView> {
    return this.trackers.give(request);
  }
}
