import { Module } from '@nestjs/common';
import { DisclosureActs } from './acts.service.js';
import { CoreEffects } from './core-effects.js';
import { CoreFacts } from './core-facts.js';
import { CosigningRepository } from './cosigning.repository.js';
import { CosigningService } from './cosigning.service.js';
import { DisclosureLog } from './disclosure-log.js';
import { DisclosureParts } from './disclosure-parts.service.js';
import { DisclosureReading } from './disclosure-reading.js';
import { DisclosureSteps } from './disclosure-steps.service.js';
import { DisclosureController } from './disclosure.controller.js';
import { DisclosureRepository } from './disclosure.repository.js';
import { DisclosureService } from './disclosure.service.js';
import { NoticeRepository } from './notice.repository.js';
import { OfficeRecords } from './office-records.js';
import { OfficeRepository } from './office.repository.js';
import { OwnDisclosureController } from './own-disclosure.controller.js';
import { OwnDisclosureService } from './own-disclosure.service.js';
import { PipelineService } from './pipeline.service.js';
import { ProcessRepository } from './process.repository.js';
import { RecordReadings } from './record-readings.js';
import { SigningRepository } from './signing.repository.js';
import { SigningService } from './signing.service.js';
import { StandingReader } from './standing.js';
import { StepWordsKeeper } from './step-words.js';
import { StepWriter } from './step-writer.js';

@Module({
  controllers: [DisclosureController, OwnDisclosureController],
  providers: [
    DisclosureService,
    DisclosureSteps,
    DisclosureParts,
    DisclosureReading,
    DisclosureLog,
    DisclosureRepository,
    DisclosureActs,
    CosigningService,
    CosigningRepository,
    NoticeRepository,
    OfficeRecords,
    OfficeRepository,
    OwnDisclosureService,
    PipelineService,
    SigningService,
    SigningRepository,
    CoreFacts,
    CoreEffects,
    ProcessRepository,
    RecordReadings,
    StandingReader,
    StepWordsKeeper,
    StepWriter,
  ],
  exports: [DisclosureService, DisclosureSteps, DisclosureParts, OwnDisclosureService],
})
export class DisclosureModule {}
