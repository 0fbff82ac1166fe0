import { Module, type DynamicModule } from '@nestjs/common';
import { AppointmentsModule } from '../appointments/appointments.module.js';
import { CaseloadModule } from '../caseload/caseload.module.js';
import { DisclosureClockModule } from '../disclosure-clock/disclosure-clock.module.js';
import { HomeworkModule } from '../homework/homework.module.js';
import { JointWorkModule } from '../homework/joint/joint-work.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { InvitationsModule } from '../invitations/invitations.module.js';
import { LibraryModule } from '../library/library.module.js';
import type { Config } from '../platform/config/env.js';
import { CountedActsModule } from '../predictors/acts/counted-acts.module.js';
import { PredictorsModule } from '../predictors/predictors.module.js';
import { ProgressNotesModule } from '../progress-notes/progress-notes.module.js';
import { TrackersModule } from '../trackers/trackers.module.js';
import { DemoClinic } from './demo-clinic.js';
import { DemoDisclosure } from './demo-disclosure.js';
import { DemoController } from './demo.controller.js';
import { DemoExample } from './demo-example.js';
import { DemoHomework } from './demo-homework.js';
import { DemoPeople } from './demo-people.js';
import { DemoRatings } from './demo-ratings.js';
import { DemoService } from './demo.service.js';
import { DemoSessions } from './demo-sessions.js';
import { DemoTrust } from './demo-trust.js';
import { Story } from './story.js';

/** The demo clinic. In production nothing of it exists: no route, no service. */
@Module({})
export class DemoModule {
  static with(config: Config): DynamicModule {
    if (config.mode !== 'demo') return { module: DemoModule };
    return {
      module: DemoModule,
      imports: [
        AppointmentsModule,
        CaseloadModule,
        CountedActsModule,
        DisclosureClockModule,
        HomeworkModule,
        IdentityModule,
        InvitationsModule,
        JointWorkModule,
        LibraryModule,
        PredictorsModule,
        ProgressNotesModule,
        TrackersModule,
      ],
      controllers: [DemoController],
      providers: [
        DemoClinic,
        DemoDisclosure,
        DemoExample,
        DemoHomework,
        DemoPeople,
        DemoRatings,
        DemoService,
        DemoSessions,
        DemoTrust,
        Story,
      ],
    };
  }
}
