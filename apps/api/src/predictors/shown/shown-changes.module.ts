import { Module } from '@nestjs/common';
import { PredictorsModule } from '../predictors.module.js';
import { CaseShownChangesService } from './case-shown-changes.service.js';
import { OwnShownChangesController } from './own-shown-changes.controller.js';
import { OwnShownChangesService } from './own-shown-changes.service.js';
import { ShownChangesController } from './shown-changes.controller.js';
import { ShownChangesRepository } from './shown-changes.repository.js';

/** What people are shown of a change, in session and in words. */
@Module({
  imports: [PredictorsModule],
  controllers: [ShownChangesController, OwnShownChangesController],
  providers: [CaseShownChangesService, OwnShownChangesService, ShownChangesRepository],
  exports: [CaseShownChangesService],
})
export class ShownChangesModule {}
