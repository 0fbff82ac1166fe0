import { Module } from '@nestjs/common';
import { AftercareModule } from '../aftercare/aftercare.module.js';
import { DisclosureModule } from '../disclosure/disclosure.module.js';
import { TouchPauseModule } from '../stage-gates/touch-pause.module.js';
import { CaseSlipsController } from './case-slips.controller.js';
import { CaseSlipsService } from './case-slips.service.js';
import { OwnSlipRecords } from './own-slip-records.js';
import { OwnSlipsController } from './own-slips.controller.js';
import { OwnSlipsService } from './own-slips.service.js';
import { SlipLog } from './slip-log.js';
import { SlipOpening } from './slip-opening.js';
import { SlipRepository } from './slip.repository.js';
import { SlipWatch } from './slip-watch.service.js';

/** Slips, material that was not in the document, and what follows from them at once. */
@Module({
  imports: [DisclosureModule, AftercareModule, TouchPauseModule],
  controllers: [CaseSlipsController, OwnSlipsController],
  providers: [
    CaseSlipsService,
    OwnSlipRecords,
    OwnSlipsService,
    SlipLog,
    SlipOpening,
    SlipRepository,
    SlipWatch,
  ],
  exports: [SlipWatch],
})
export class SlipsModule {}
