import { Component, computed, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Button, Chip, Icon, Note } from '@trellis/ui';
import { Attempt } from '../core/http/attempt';
import { ProblemNote } from '../core/http/problem-note';
import { Languages } from '../core/i18n/languages';
import { OwnEmergencies } from '../core/record/own-emergencies';
import { Session } from '../core/session/session';

/** That the record was opened in an emergency: by whom and when. Marked as new until the person says they read it. */
@Component({
  selector: 'tr-emergency-openings',
  imports: [Button, Chip, Icon, Note, ProblemNote, TranslocoPipe],
  template: `
    @if (lines().length > 0) {
      <h2>{{ 'record.emergency.heading' | transloco }}</h2>
      <p class="small">{{ 'record.emergency.sentence' | transloco }}</p>
      <ul>
        @for (line of lines(); track line.id) {
          <li>
            <tr-icon name="eye" />
            <span
              ><time [attr.datetime]="line.at">{{ line.when }}</time
              ><b>{{ line.staffName }}</b> {{ 'record.emergency.opened' | transloco }}
              @if (line.isNew) {
                <tr-chip tone="note">{{ 'record.emergency.new' | transloco }}</tr-chip>
              }
            </span>
          </li>
        }
      </ul>
      @if (own.hasNew()) {
        <button trButton wide type="button" [busy]="attempt.busy()" (click)="seen()">
          {{ 'record.emergency.seen' | transloco }}
        </button>
      } @else if (thanked()) {
        <tr-note role="status">{{ 'record.emergency.isSeen' | transloco }}</tr-note>
      }
      <tr-problem-note [problem]="attempt.problem()" />
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 6px;
    }
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: grid;
      grid-template-columns: 24px 1fr;
      gap: 14px;
      padding: 13px 0;
      line-height: 1.38;
    }
    tr-icon {
      margin-top: 2px;
      color: var(--ink-2);
    }
    time {
      display: block;
      color: var(--ink-2);
      font-size: 0.9375rem;
    }
  `,
})
export class EmergencyOpenings {
  protected readonly own = inject(OwnEmergencies);
  protected readonly attempt = new Attempt();
  readonly #session = inject(Session);
  readonly #languages = inject(Languages);
  protected readonly thanked = signal(false);
  protected readonly lines = computed(() => {
    const language = this.#languages.active();
    return this.own.lines().map((line) => ({ ...line, when: this.#moment(line.at, language) }));
  });

  constructor() {
    void this.own.load();
  }

  protected seen(): void {
    void this.attempt.run(async () => {
      await this.own.markSeen();
      this.thanked.set(true);
    });
  }

  /** On the clinic's clock, as every time of the record. */
  #moment(at: string, language: string): string {
    const timeZone = this.#session.clinic()?.timeZone;
    const style = { dateStyle: 'full', timeStyle: 'short' } as const;
    return new Intl.DateTimeFormat(language, {
      ...style,
      ...(timeZone === undefined ? {} : { timeZone }),
    }).format(new Date(at));
  }
}
