import { Module } from '@nestjs/common';
import { CoupleTrackersController } from './couple-trackers.controller.js';
import { CoupleTrackersService } from './couple-trackers.service.js';
import { OwnTrackerAccess } from './own-tracker-access.js';
import { OwnTrackersController } from './own-trackers.controller.js';
import { OwnTrackersService } from './own-trackers.service.js';
import { TrackerWords } from './tracker-words.js';
import { TrackersOfPerson } from './trackers-of-person.js';
import { TrackersRepository } from './trackers.repository.js';

/** What is followed besides the five predictors, for each person alone and their own therapist. */
@Module({
  controllers: [CoupleTrackersController, OwnTrackersController],
  providers: [
    CoupleTrackersService,
    OwnTrackerAccess,
    OwnTrackersService,
    TrackerWords,
    TrackersOfPerson,
    TrackersRepository,
  ],
  exports: [OwnTrackersService],
})
export class TrackersModule {}
