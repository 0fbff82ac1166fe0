import type { Routes } from '@angular/router';
import { PAGE_NOT_LOADED } from './core/page-not-loaded';
import { requires, signedIn } from './core/session/guards';
import { galleryRoutes } from './gallery.routes';
import { NotLoaded } from './shell/not-loaded';

/** The map of the portal. Each area is a lazy chunk; a couple's tabs are areas of their own. */
export const routes: Routes = [
  {
    path: 'sign-in',
    title: 'signIn',
    loadChildren: () => import('./sign-in/sign-in.routes').then((area) => area.signInRoutes),
  },
  {
    path: 'setup',
    title: 'setup',
    loadChildren: () => import('./sign-in/setup.routes').then((area) => area.setupRoutes),
  },
  {
    path: 'join',
    title: 'join',
    loadChildren: () => import('./sign-in/join.routes').then((area) => area.joinRoutes),
  },
  {
    path: 'back',
    title: 'join',
    loadChildren: () => import('./sign-in/way-back.routes').then((area) => area.wayBackRoutes),
  },
  {
    path: 'session-mode/:coupleId',
    title: 'couple',
    canActivate: [signedIn],
    loadChildren: () =>
      import('./disclosure-session/disclosure-session.routes').then((area) => area.sessionModeRoutes),
  },
  { path: PAGE_NOT_LOADED, title: 'notLoaded', component: NotLoaded },
  ...galleryRoutes,
  {
    path: '',
    canActivate: [signedIn],
    loadComponent: () => import('./shell/shell').then((file) => file.Shell),
    children: [
      { path: '', pathMatch: 'full', redirectTo: 'caseload' },
      {
        path: 'caseload',
        title: 'caseload',
        loadChildren: () => import('./caseload/caseload.routes').then((area) => area.caseloadRoutes),
      },
      {
        path: 'couples/:coupleId',
        title: 'couple',
        loadComponent: () => import('./couple/couple-page').then((file) => file.CouplePage),
        children: [
          {
            path: '',
            loadChildren: () => import('./couple/couple.routes').then((area) => area.coupleRoutes),
          },
          {
            path: 'stages',
            title: 'stages',
            canMatch: [requires('stages.read')],
            loadChildren: () => import('./stages/stages.routes').then((area) => area.stagesRoutes),
          },
          {
            path: 'homework',
            title: 'homework',
            loadChildren: () => import('./homework/homework.routes').then((area) => area.homeworkRoutes),
          },
          {
            path: 'predictors',
            title: 'predictors',
            loadChildren: () =>
              import('./predictors/predictors.routes').then((area) => area.predictorsRoutes),
          },
          {
            path: 'instruments',
            title: 'measures',
            canMatch: [requires('homework.review')],
            loadChildren: () => import('./measures/measures.routes').then((area) => area.measuresRoutes),
          },
          {
            path: 'disclosure',
            title: 'disclosure',
            canMatch: [requires('disclosure.read')],
            loadChildren: () =>
              import('./disclosure/disclosure.routes').then((area) => area.disclosureRoutes),
          },
          {
            path: 'readiness',
            title: 'readiness',
            canMatch: [requires('disclosure.record')],
            loadChildren: () => import('./readiness/readiness.routes').then((area) => area.readinessRoutes),
          },
          {
            path: 'aftercare',
            title: 'aftercare',
            canMatch: [requires('disclosure.read')],
            loadChildren: () => import('./aftercare/aftercare.routes').then((area) => area.aftercareRoutes),
          },
          {
            path: 'disclosure-document',
            title: 'disclosure',
            canMatch: [requires('disclosure.record')],
            loadChildren: () =>
              import('./disclosure-document/disclosure-document.routes').then(
                (area) => area.disclosureDocumentRoutes,
              ),
          },
          {
            path: 'disclosure-session',
            title: 'disclosure',
            canMatch: [requires('disclosure.record')],
            loadChildren: () =>
              import('./disclosure-session/disclosure-session.routes').then(
                (area) => area.disclosureSessionRoutes,
              ),
          },
          {
            path: 'questions',
            title: 'disclosure',
            canMatch: [requires('disclosure.record')],
            loadChildren: () => import('./questions/questions.routes').then((area) => area.questionsRoutes),
          },
          {
            path: 'letters',
            title: 'disclosure',
            canMatch: [requires('disclosure.record')],
            loadChildren: () => import('./letters/letters.routes').then((area) => area.lettersRoutes),
          },
          {
            path: 'care-team',
            title: 'careTeam',
            loadChildren: () => import('./care-team/care-team.routes').then((area) => area.careTeamRoutes),
          },
          {
            path: 'progress-notes',
            title: 'progressNotes',
            canMatch: [requires('progress_notes.read')],
            loadChildren: () =>
              import('./progress-notes/progress-notes.routes').then((area) => area.progressNotesRoutes),
          },
          {
            path: 'private-notes',
            title: 'privateNotes',
            canMatch: [requires('psychotherapy_notes.keep')],
            loadChildren: () =>
              import('./psychotherapy-notes/psychotherapy-notes.routes').then(
                (area) => area.psychotherapyNotesRoutes,
              ),
          },
        ],
      },
      {
        path: 'calendar',
        title: 'calendar',
        canMatch: [requires('appointments.read')],
        loadChildren: () => import('./calendar/calendar.routes').then((area) => area.calendarRoutes),
      },
      {
        path: 'follow-ups',
        title: 'followUps',
        canMatch: [requires('disclosure.record')],
        loadChildren: () => import('./follow-ups/follow-ups.routes').then((area) => area.followUpsRoutes),
      },
      {
        path: 'review',
        title: 'review',
        canMatch: [requires('homework.review')],
        loadChildren: () => import('./homework/review.routes').then((area) => area.reviewRoutes),
      },
      {
        path: 'off-track',
        title: 'offTrack',
        canMatch: [requires('ratings.enter')],
        loadChildren: () => import('./predictors/waiting.routes').then((area) => area.waitingRoutes),
      },
      {
        path: 'supervision',
        title: 'supervision',
        canMatch: [requires('ratings.enter')],
        loadChildren: () => import('./supervision/supervision.routes').then((area) => area.supervisionRoutes),
      },
      {
        path: 'off-track-limits',
        title: 'limits',
        canMatch: [requires('limits.read')],
        loadChildren: () => import('./off-track-limits/limits.routes').then((area) => area.limitsRoutes),
      },
      {
        path: 'outgoing-mail',
        title: 'outgoingMail',
        canMatch: [requires('settings.manage')],
        loadChildren: () =>
          import('./outgoing-mail/outgoing-mail.routes').then((area) => area.outgoingMailRoutes),
      },
      {
        path: 'progress-notes',
        title: 'dueNotes',
        canMatch: [requires('progress_notes.cosign')],
        loadChildren: () => import('./progress-notes/due-notes.routes').then((area) => area.dueNotesRoutes),
      },
      {
        path: 'note-forms',
        title: 'noteForms',
        canMatch: [requires('progress_notes.arrange')],
        loadChildren: () => import('./progress-notes/note-forms.routes').then((area) => area.noteFormsRoutes),
      },
      {
        path: 'private-notes',
        title: 'privateNotes',
        canMatch: [requires('psychotherapy_notes.keep')],
        loadChildren: () =>
          import('./psychotherapy-notes/note-files.routes').then((area) => area.noteFilesRoutes),
      },
      {
        path: 'second-signatures',
        title: 'secondSignatures',
        canMatch: [requires('disclosure.cosign')],
        loadChildren: () => import('./readiness/cosigns.routes').then((area) => area.cosignsRoutes),
      },
      {
        path: 'emergency',
        title: 'emergency',
        loadChildren: () => import('./break-glass/emergency.routes').then((area) => area.emergencyRoutes),
      },
      {
        path: 'library',
        title: 'library',
        canMatch: [requires('library.read')],
        loadChildren: () => import('./library/library.routes').then((area) => area.libraryRoutes),
      },
      {
        path: 'packs',
        title: 'packs',
        canMatch: [requires('library.read')],
        loadChildren: () => import('./packs/packs.routes').then((area) => area.packsRoutes),
      },
      {
        path: 'instruments',
        title: 'instruments',
        canMatch: [requires('instruments.keep')],
        loadChildren: () => import('./instruments/instruments.routes').then((area) => area.instrumentsRoutes),
      },
      {
        path: 'cover',
        title: 'cover',
        canMatch: [requires('cover.manage')],
        loadChildren: () => import('./cover/cover.routes').then((area) => area.coverRoutes),
      },
      {
        path: 'disclosures',
        title: 'disclosures',
        canMatch: [requires('disclosure.schedule')],
        loadChildren: () => import('./pipeline/pipeline.routes').then((area) => area.pipelineRoutes),
      },
      {
        path: 'reports',
        title: 'reports',
        canMatch: [requires('reports.export')],
        loadChildren: () => import('./reports/reports.routes').then((area) => area.reportsRoutes),
      },
      {
        path: 'audit',
        title: 'audit',
        canMatch: [requires('audit.read')],
        loadChildren: () => import('./audit/audit.routes').then((area) => area.auditRoutes),
      },
      {
        path: 'staff',
        title: 'staff',
        canMatch: [requires('staff.manage')],
        loadChildren: () => import('./staff/staff.routes').then((area) => area.staffRoutes),
      },
      {
        path: 'erasures',
        title: 'erasures',
        canMatch: [requires('erasure.manage')],
        loadChildren: () => import('./erasures/erasures.routes').then((area) => area.erasuresRoutes),
      },
      {
        path: 'account',
        title: 'account',
        loadChildren: () => import('./staff/account.routes').then((area) => area.accountRoutes),
      },
      {
        path: '**',
        title: 'notFound',
        loadComponent: () => import('./shell/not-found').then((file) => file.NotFound),
      },
    ],
  },
];
