import { Module } from '@nestjs/common';
import { BreakGlassController } from './break-glass.controller.js';
import { BreakGlassRepository } from './break-glass.repository.js';
import { BreakGlassReviewsRepository } from './break-glass-reviews.repository.js';
import { BreakGlassReviewsService } from './break-glass-reviews.service.js';
import { BreakGlassService } from './break-glass.service.js';
import { EmergencyAttempts } from './emergency-attempts.js';
import { EmergencyNotices } from './emergency-notices.js';
import { OwnEmergenciesController } from './own-emergencies.controller.js';
import { OwnEmergenciesRepository } from './own-emergencies.repository.js';
import { OwnEmergenciesService } from './own-emergencies.service.js';
import { EmergencyNoticesModule } from './emergency-notices.module.js';

/** Reading a record outside the own caseload in an emergency, and the look at it afterwards. */
@Module({
  imports: [EmergencyNoticesModule],
  controllers: [BreakGlassController, OwnEmergenciesController],
  providers: [
    BreakGlassService,
    BreakGlassRepository,
    BreakGlassReviewsService,
    BreakGlassReviewsRepository,
    EmergencyAttempts,
    EmergencyNotices,
    OwnEmergenciesRepository,
    OwnEmergenciesService,
  ],
})
export class BreakGlassModule {}
