import { Module } from '@nestjs/common';
import { AftercareModule } from '../aftercare/aftercare.module.js';
import { DisclosureModule } from '../disclosure/disclosure.module.js';
import { OffTrackModule } from '../predictors/off-track/off-track.module.js';
import { SeriesWritingModule } from '../appointments/series-writing.module.js';
import { SlipsModule } from '../slips/slips.module.js';
import { ClockFollowers } from './clock-followers.js';
import { ClockRepository } from './clock.repository.js';
import { ClockWatches } from './clock-watches.js';
import { DisclosureClockLoop } from './disclosure-clock-loop.service.js';
import { DisclosureClock } from './disclosure-clock.service.js';

/** What time alone brings about: steps of the system, reminders, escalations. */
@Module({
  imports: [DisclosureModule, AftercareModule, SlipsModule, OffTrackModule, SeriesWritingModule],
  providers: [ClockFollowers, ClockRepository, ClockWatches, DisclosureClock, DisclosureClockLoop],
  exports: [DisclosureClock, DisclosureClockLoop],
})
export class DisclosureClockModule {}
