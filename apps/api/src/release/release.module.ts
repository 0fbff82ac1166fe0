import { Module } from '@nestjs/common';
import { HomeworkModule } from '../homework/homework.module.js';
import { CaseReleaseRepository } from './case-release.repository.js';
import { CaseReleaseService } from './case-release.service.js';
import { CaseReleasesController } from './case-releases.controller.js';
import { OwnReleaseRepository } from './own-release.repository.js';
import { OwnReleaseService } from './own-release.service.js';
import { OwnReleasesController } from './own-releases.controller.js';
import { RevisionController } from './revision.controller.js';
import { RevisionService } from './revision.service.js';
import { SharedController } from './shared.controller.js';
import { SharedRepository } from './shared.repository.js';
import { SharedService } from './shared.service.js';

/** Sharing what was handed in: asked for by its author, approved, read by those it names, taken back. */
@Module({
  imports: [HomeworkModule],
  controllers: [OwnReleasesController, CaseReleasesController, SharedController, RevisionController],
  providers: [
    CaseReleaseRepository,
    CaseReleaseService,
    OwnReleaseRepository,
    OwnReleaseService,
    RevisionService,
    SharedRepository,
    SharedService,
  ],
})
export class ReleaseModule {}
