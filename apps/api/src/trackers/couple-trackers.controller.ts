import { Controller, Get, Param } from '@nestjs/common';
import { paths } from '@trellis/contracts';
import type { CoupleTrackersView } from '@trellis/contracts';
import { Allow } from '../access/declare-access.js';
import { CoupleTrackersService } from './couple-trackers.service.js';

/** Trackers for the therapists of the person they are about. */
@Controller(paths.clinic.trackers)
export class CoupleTrackersController {
  constructor(private readonly trackers: CoupleTrackersService) {}

  @Allow('homework.review')
  @Get(':coupleId')
  ofCouple(@Param('coupleId') coupleId: string): Promise<CoupleTrackersView> {
    return this.trackers.ofCouple(coupleId);
  }
}
