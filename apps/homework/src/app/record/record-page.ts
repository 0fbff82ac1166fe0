import { Component, computed, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { TaskCardView } from '@trellis/contracts';
import { Button, Note } from '@trellis/ui';
import { DeviceCopies } from '../core/draft/device-copy';
import { OwnHomework } from '../core/homework/own-homework';
import { TaskLink } from '../core/homework/task-link';
import { OwnPage } from '../core/page/own-page';
import { Session } from '../core/session/session';
import { EmergencyOpenings } from './emergency-openings';
import { MeasurementConsent } from './measurement-consent';
import { NewestFirst } from './newest-first';
import { OlderLines } from './older-lines';
import { Openings } from './openings';
import { OwnDevices } from './own-devices';
import { OwnErasure } from './own-erasure';
import { OwnReminders } from './own-reminders';

/** Lines of my writing that stand there at first: what follows them is found without a long way down. */
const AT_FIRST = 6;

/** What I handed in, newest first, and who has a way in to it. */
@Component({
  selector: 'tr-record-page',
  imports: [
    Button,
    EmergencyOpenings,
    MeasurementConsent,
    Note,
    OlderLines,
    Openings,
    OwnDevices,
    OwnErasure,
    OwnPage,
    OwnReminders,
    RouterLink,
    TaskLink,
    TranslocoPipe,
  ],
  template: `
    <tr-own-page>
      <h1>{{ 'record.heading' | transloco }}</h1>
      <section class="stack-s">
        <h2>{{ 'record.wrote' | transloco }}</h2>
        <tr-older-lines words="record" icon="document" [list]="tasks" [fewFirst]="true">
          @for (task of tasks.lines(); track task.id) {
            <li><tr-task-link [task]="task" /></li>
          }
        </tr-older-lines>
      </section>
      <section class="stack-s">
        <h2>{{ 'record.who.heading' | transloco }}</h2>
        <p class="small">{{ 'record.who.therapist' | transloco: names() }}</p>
        <p class="small">{{ 'record.who.partner' | transloco: names() }}</p>
        <a class="text-link" routerLink="/shared">{{ 'record.who.shared' | transloco }}</a>
      </section>
      @if (full()) {
        <a class="text-link" routerLink="/appointments">{{ 'appointments.heading' | transloco }}</a>
        <a class="text-link" routerLink="/disclosure">{{ 'record.disclosure' | transloco }}</a>
        <a class="text-link" routerLink="/stage">{{ 'record.stage' | transloco }}</a>
        <a class="text-link" routerLink="/closeness/so-far">{{ 'closeness.soFar.heading' | transloco }}</a>
        <a class="text-link" routerLink="/shown">{{ 'shown.heading' | transloco }}</a>
        @if (recovering()) {
          <a class="text-link" routerLink="/disclosure/aftercare/slip">{{
            'aftercare.slip.open' | transloco
          }}</a>
        }
        <section class="stack-s"><tr-emergency-openings /><tr-openings /></section>
        <section class="stack-s"><tr-measurement-consent /></section>
        <section class="stack-s"><tr-own-reminders /></section>
      } @else {
        <tr-note>{{ 'record.pinOnly' | transloco }}</tr-note>
      }
      <section class="stack-s"><tr-own-devices /></section>
      @if (full()) {
        <section class="stack-s"><tr-own-erasure /></section>
      }
      <button trButton wide class="push" type="button" (click)="signOut()">
        {{ 'record.signOut' | transloco }}
      </button>
    </tr-own-page>
  `,
  styles: `
    :host {
      display: flex;
      flex: 1;
      flex-direction: column;
    }
    .text-link {
      justify-self: start;
      padding-left: 0;
    }
  `,
})
export class RecordPage {
  readonly #copies = inject(DeviceCopies);
  readonly #homework = inject(OwnHomework);
  readonly #router = inject(Router);
  readonly #session = inject(Session);
  protected readonly tasks = new NewestFirst<TaskCardView>(async (cursor) => {
    const { tasks, nextCursor } = await this.#homework.record(cursor);
    return { lines: tasks, nextCursor };
  }, AT_FIRST);
  /** A device with a PIN opens none of the rest: one sentence says so for all of it. */
  protected readonly full = computed(() => this.#session.level() === 'full');
  protected readonly recovering = computed(() => this.#session.person()?.side === 'RP');
  protected readonly names = computed(() => ({
    therapist: this.#session.therapistName(),
    partner: this.#session.partnerName(),
  }));

  protected async signOut(): Promise<void> {
    await this.#copies.tidy();
    // Without an answer from the clinic this page is signed out all the same; the session there runs out by itself.
    await this.#session.signOut().catch(() => undefined);
    await this.#router.navigateByUrl('/sign-in', { replaceUrl: true });
  }
}
