import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { EnrolledView, EnrolmentView } from '@trellis/contracts';
import { paths } from '@trellis/vocabulary';
import { Button, Icon, Note, StatePanel } from '@trellis/ui';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../core/http/api-url';
import { ProblemNote } from '../core/http/problem-note';
import { type Problem, toProblem } from '../core/http/problem';
import { LanguageLinks } from '../core/i18n/language-links';
import { Languages } from '../core/i18n/languages';
import { OwnPage } from '../core/page/own-page';
import { TakeFocus } from '../core/page/take-focus';
import { QuickExit } from '../core/quick-exit';
import { Session } from '../core/session/session';
import { type ChosenWay, Enrolling } from './chosen-way';
import { Consents } from './consents';
import { ThreeRooms } from './three-rooms';
import { WayForm } from './way-form';

const STEPS = ['who', 'rooms', 'alone', 'agree', 'device', 'way'] as const;

/** Who invited me and what this is; who can read what; am I alone; what I agree to; whose phone it is; a way in. */
@Component({
  selector: 'tr-welcome',
  imports: [
    Button,
    Consents,
    Icon,
    LanguageLinks,
    Note,
    OwnPage,
    ProblemNote,
    RouterLink,
    StatePanel,
    TakeFocus,
    ThreeRooms,
    TranslocoPipe,
    WayForm,
  ],
  templateUrl: './welcome.html',
  styleUrl: './welcome.css',
})
export class Welcome {
  readonly #http = inject(HttpClient);
  readonly #enrolling = inject(Enrolling);
  readonly #exit = inject(QuickExit);
  readonly #languages = inject(Languages);
  readonly #session = inject(Session);

  protected readonly steps = STEPS;
  protected readonly at = signal(0);
  protected readonly step = computed(() => STEPS[this.at()] ?? 'who');
  protected readonly view = signal<EnrolmentView | null>(null);
  protected readonly given = signal<readonly string[]>([]);
  /** Whether somebody else uses this phone or browser too; null until it was answered. */
  protected readonly shared = signal<boolean | null>(null);
  protected readonly asked = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly stopped = signal(false);
  protected readonly finished = signal<EnrolledView | null>(null);
  protected readonly missing = computed(() =>
    (this.view()?.consents ?? []).some(
      ({ version, required }) => required && !this.given().includes(version),
    ),
  );
  protected readonly names = computed(() => {
    const view = this.view();
    return {
      invitedBy: view?.invitedBy ?? '',
      clinic: view?.clinicName ?? '',
      phone: view?.clinicPhone ?? '',
      partner: view?.partnerName ?? '',
      therapist: view?.therapistName ?? '',
    };
  });

  constructor() {
    void this.load();
  }

  protected async load(): Promise<void> {
    this.problem.set(null);
    try {
      this.view.set(await firstValueFrom(this.#http.get<EnrolmentView>(apiUrl(paths.home.enrolment))));
    } catch (failure) {
      this.problem.set(toProblem(failure));
    }
  }

  protected go(at: number): void {
    this.problem.set(null);
    this.at.set(at);
  }

  /** Nothing is lost by leaving: the clinic keeps the place, and gives a new link once it has run out. */
  protected notNow(): void {
    this.#exit.leave();
  }

  protected agree(): void {
    this.asked.set(true);
    if (!this.missing()) this.go(this.at() + 1);
  }

  protected sayShared(shared: boolean): void {
    this.shared.set(shared);
    this.go(this.at() + 1);
  }

  /** What went before does not stand beside another way. */
  protected forget(): void {
    this.problem.set(null);
    this.stopped.set(false);
  }

  protected async enrol(way: ChosenWay): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.forget();
    try {
      const sharedDevice = this.shared() === true;
      const agreed = { consents: this.given(), language: this.#languages.active(), sharedDevice };
      const enrolled = await this.#enrolling.finish(agreed, way);
      this.stopped.set(enrolled === null);
      if (enrolled === null) return;
      this.finished.set(enrolled);
      await this.#session.load();
    } catch (failure) {
      const problem = toProblem(failure);
      if (problem.code === 'not_signed_in') this.view.set(null);
      this.problem.set(problem);
    } finally {
      this.busy.set(false);
    }
  }
}
