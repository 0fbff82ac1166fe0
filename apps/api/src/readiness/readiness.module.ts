import { Module } from '@nestjs/common';
import { DisclosureModule } from '../disclosure/disclosure.module.js';
import { CaseInformationReleasesService } from './case-information-releases.service.js';
import { ConsentKeeper } from './consent-keeper.js';
import { CosignService } from './cosign.service.js';
import { CosignsController } from './cosigns.controller.js';
import { FindingConsequences } from './finding-consequences.js';
import { InformationReleaseRepository } from './information-release.repository.js';
import { MarkKeeper } from './mark-keeper.js';
import { OfficeItemsService } from './office-items.service.js';
import { OwnConsentRepository } from './own-consent.repository.js';
import { OwnDisclosureConsentService } from './own-disclosure-consent.service.js';
import { OwnInformationReleasesService } from './own-information-releases.service.js';
import { OwnReadinessController } from './own-readiness.controller.js';
import { OwnReadinessReading } from './own-readiness-reading.js';
import { OwnReadinessRepository } from './own-readiness.repository.js';
import { OwnReadinessService } from './own-readiness.service.js';
import { OwnStandings } from './own-standing.js';
import { ReadinessAccess } from './readiness-access.js';
import { ReadinessController } from './readiness.controller.js';
import { ReadinessMarkRepository } from './readiness-mark.repository.js';
import { ReadinessMarkingService } from './readiness-marking.service.js';
import { ReadinessPartRepository } from './readiness-part.repository.js';
import { ReadinessPart } from './readiness-part.service.js';
import { ReadinessReading } from './readiness-reading.js';
import { ReadinessRecordRepository } from './readiness-record.repository.js';
import { ReadinessRecordingService } from './readiness-recording.service.js';
import { ReadinessService } from './readiness.service.js';
import { ReadinessWords } from './readiness-words.js';
import { RecordKeeper } from './record-keeper.js';

const own = [
  OwnConsentRepository,
  OwnDisclosureConsentService,
  OwnInformationReleasesService,
  OwnReadinessReading,
  OwnReadinessRepository,
  OwnReadinessService,
  OwnStandings,
  ConsentKeeper,
];
const ofTeam = [
  ReadinessAccess,
  ReadinessMarkingService,
  ReadinessRecordingService,
  ReadinessReading,
  ReadinessService,
  CaseInformationReleasesService,
  OfficeItemsService,
  CosignService,
  FindingConsequences,
  RecordKeeper,
];
const shared = [
  ReadinessPart,
  ReadinessPartRepository,
  ReadinessMarkRepository,
  ReadinessRecordRepository,
  InformationReleaseRepository,
  MarkKeeper,
  ReadinessWords,
];

/** Whether two people and their therapists are ready for a disclosure, item by item. */
@Module({
  imports: [DisclosureModule],
  controllers: [CosignsController, ReadinessController, OwnReadinessController],
  providers: [...own, ...ofTeam, ...shared],
})
export class ReadinessModule {}
