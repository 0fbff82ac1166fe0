import type { Routes } from '@angular/router';
import { PAGE_NOT_LOADED } from './core/page-not-loaded';
import { partOf, signedIn } from './core/session/guards';
import { NotLoaded } from './shell/not-loaded';

/** The map of the app. Pages with the three places below share a frame; one-thing pages stand alone. */
export const routes: Routes = [
  { path: 'invite', loadChildren: () => import('./invite/invite.routes').then((area) => area.inviteRoutes) },
  {
    path: 'sign-in',
    loadChildren: () => import('./sign-in/sign-in.routes').then((area) => area.signInRoutes),
  },
  {
    path: 'add-device',
    loadComponent: () => import('./sign-in/add-device-page').then((file) => file.AddDevicePage),
  },
  { path: 'help', loadChildren: () => import('./help/help.routes').then((area) => area.helpRoutes) },
  { path: 'away', loadComponent: () => import('./shell/away').then((file) => file.Away) },
  {
    path: '',
    canActivate: [signedIn],
    children: [
      {
        path: '',
        loadComponent: () => import('./shell/places').then((file) => file.Places),
        children: [
          { path: '', pathMatch: 'full', redirectTo: 'today' },
          {
            path: 'today',
            loadChildren: () => import('./today/today.routes').then((area) => area.todayRoutes),
          },
          {
            path: 'writing',
            loadChildren: () => import('./writing/writing.routes').then((area) => area.writingRoutes),
          },
          {
            path: 'record',
            loadChildren: () => import('./record/record.routes').then((area) => area.recordRoutes),
          },
        ],
      },
      {
        path: 'shared',
        loadChildren: () => import('./tasks/shared/shared.routes').then((area) => area.sharedRoutes),
      },
      {
        path: 'disclosure/aftercare',
        loadChildren: () => import('./aftercare/aftercare.routes').then((area) => area.aftercareRoutes),
      },
      {
        path: 'disclosure',
        pathMatch: 'full',
        loadChildren: () => import('./disclosure/disclosure.routes').then((area) => area.disclosureRoutes),
      },
      {
        path: 'disclosure/readiness',
        loadChildren: () => import('./readiness/readiness.routes').then((area) => area.readinessRoutes),
      },
      {
        path: 'together',
        loadChildren: () => import('./joint-work/joint-work.routes').then((area) => area.jointWorkRoutes),
      },
      {
        path: 'turns',
        loadChildren: () => import('./turns/turns.routes').then((area) => area.turnsRoutes),
      },
      {
        path: 'feedback',
        loadChildren: () => import('./feedback/feedback.routes').then((area) => area.feedbackRoutes),
      },
      { path: 'tasks', loadChildren: () => import('./tasks/tasks.routes').then((area) => area.tasksRoutes) },
      {
        path: 'disclosure/questions',
        loadChildren: () => import('./questions/questions.routes').then((area) => area.questionsRoutes),
      },
      {
        path: 'disclosure/letters',
        loadChildren: () => import('./letters/letters.routes').then((area) => area.lettersRoutes),
      },
      {
        path: 'disclosure/disclosure-session',
        loadChildren: () =>
          import('./disclosure-session/disclosure-session.routes').then(
            (area) => area.disclosureSessionRoutes,
          ),
      },
      {
        path: 'disclosure/disclosure-document',
        canMatch: [partOf('RP')],
        loadChildren: () =>
          import('./disclosure-document/disclosure-document.routes').then(
            (area) => area.disclosureDocumentRoutes,
          ),
      },
      {
        path: 'stage',
        loadChildren: () => import('./stage/stage.routes').then((area) => area.stageRoutes),
      },
      {
        path: 'forms',
        loadChildren: () => import('./forms/forms.routes').then((area) => area.formsRoutes),
      },
      {
        path: 'closeness',
        loadChildren: () => import('./closeness/closeness.routes').then((area) => area.closenessRoutes),
      },
      {
        path: 'shown',
        loadChildren: () => import('./shown/shown.routes').then((area) => area.shownRoutes),
      },
      {
        path: 'appointments',
        loadChildren: () =>
          import('./appointments/appointments.routes').then((area) => area.appointmentsRoutes),
      },
      {
        path: 'ratings',
        loadChildren: () => import('./ratings/ratings.routes').then((area) => area.ratingsRoutes),
      },
    ],
  },
  { path: PAGE_NOT_LOADED, component: NotLoaded },
  { path: '**', loadComponent: () => import('./shell/not-found').then((file) => file.NotFound) },
];
