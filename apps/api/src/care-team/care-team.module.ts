import { Module } from '@nestjs/common';
import { CareTeamController } from './care-team.controller.js';
import { CareTeamNoticesModule } from './care-team-notices.module.js';
import { CareTeamRecords } from './care-team-records.js';
import { CareTeamRepository } from './care-team.repository.js';
import { CareTeamService } from './care-team.service.js';
import { TeamSetting } from './team-setting.js';

/** Membership of care teams, with dates. */
@Module({
  imports: [CareTeamNoticesModule],
  controllers: [CareTeamController],
  providers: [CareTeamService, CareTeamRepository, CareTeamRecords, TeamSetting],
})
export class CareTeamModule {}
