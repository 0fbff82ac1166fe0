import { Component, computed, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { DayCheckRequest, OwnDisclosureSessionView } from '@trellis/contracts';
import { dayCheckParts, type DayCheckPart } from '@trellis/domain';
import { Announcer, Button, ChoiceList, StatePanel } from '@trellis/ui';
import { Attempt } from '../core/http/attempt';
import { ProblemNote } from '../core/http/problem-note';
import { OwnPage } from '../core/page/own-page';
import { OwnSession } from './own-session';

/** A few questions about today, for the own therapist alone; and a way to say not today, without a reason. */
@Component({
  selector: 'tr-day-page',
  imports: [Button, ChoiceList, OwnPage, ProblemNote, RouterLink, StatePanel, TranslocoPipe],
  template: `
    <tr-own-page readers="words">
      <h1>{{ 'disclosureSession.day.heading' | transloco }}</h1>
      <p class="lede">{{ 'disclosureSession.day.lead' | transloco }}</p>
      <tr-state-panel
        [state]="state()"
        icon="sun"
        [heading]="'disclosureSession.day.states.' + state() | transloco"
        [rows]="4"
      >
        <a trButton routerLink="..">{{ 'disclosureSession.back' | transloco }}</a>
        <div class="parts" panelContent>
          @for (part of parts; track part) {
            <tr-choice-list
              [legend]="'disclosureSession.day.parts.' + part | transloco"
              [options]="options()"
              twoColumns
              [value]="valueOf(part)"
              (valueChange)="choose(part, $event)"
            />
          }
          <tr-problem-note [problem]="attempt.problem()" />
          <button trButton wide type="button" [busy]="attempt.busy()" (click)="save()">
            {{ 'disclosureSession.day.save' | transloco }}
          </button>
          <section>
            <h2>{{ 'disclosureSession.day.notToday' | transloco }}</h2>
            <p class="small">{{ 'disclosureSession.day.notTodayLead' | transloco }}</p>
            <button trButton wide type="button" [busy]="attempt.busy()" (click)="notToday()">
              {{ 'disclosureSession.day.notTodayButton' | transloco }}
            </button>
          </section>
        </div>
      </tr-state-panel>
    </tr-own-page>
  `,
  styleUrl: './session.css',
})
export class DayPage {
  readonly #clinic = inject(OwnSession);
  readonly #router = inject(Router);
  readonly #announcer = inject(Announcer);
  readonly #words = inject(TranslocoService);
  protected readonly parts = dayCheckParts;
  protected readonly attempt = new Attempt();
  protected readonly view = signal<OwnDisclosureSessionView | null>(null);
  protected readonly answers = signal<Readonly<Partial<Record<DayCheckPart, boolean>>>>({});
  protected readonly options = computed(() =>
    (['yes', 'no'] as const).map((value) => ({
      ...{ value, label: this.#words.translate<string>(`disclosureSession.${value}`) },
    })),
  );
  protected readonly state = computed(() => {
    const view = this.view();
    if (view === null) return this.attempt.problem() === null ? 'loading' : 'error';
    return view.dayCheck.open ? 'full' : 'empty';
  });

  constructor() {
    void this.attempt.run(async () => {
      this.#show(await this.#clinic.one());
    });
  }

  protected valueOf(part: DayCheckPart): string | null {
    const answer = this.answers()[part];
    return answer === undefined ? null : answer ? 'yes' : 'no';
  }

  protected choose(part: DayCheckPart, value: string | null): void {
    this.answers.update((all) => ({ ...all, [part]: value === 'yes' }));
  }

  protected save(): Promise<void> {
    return this.attempt.run(async () => {
      const all = Object.fromEntries(dayCheckParts.map((part) => [part, this.answers()[part] ?? null]));
      const version = this.view()?.dayCheck.version ?? 0;
      this.#show(await this.#clinic.sayDay(all as unknown as DayCheckRequest, version));
      this.#announcer.say(this.#words.translate('disclosureSession.day.saved'));
      await this.#router.navigateByUrl('/disclosure/disclosure-session');
    });
  }

  protected notToday(): Promise<void> {
    return this.attempt.run(async () => {
      await this.#clinic.noGo('postpone');
      this.#announcer.say(this.#words.translate('disclosureSession.day.off'));
      await this.#router.navigateByUrl('/disclosure/disclosure-session');
    });
  }

  #show(view: OwnDisclosureSessionView): void {
    this.view.set(view);
    const answered = Object.entries(view.dayCheck.answers ?? {}).filter(([, answer]) => answer !== null);
    this.answers.set(Object.fromEntries(answered));
  }
}
