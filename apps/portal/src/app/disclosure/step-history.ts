import { Component, computed, inject, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Button } from '@trellis/ui';
import { Words } from '../core/i18n/words';
import { DisclosureProcess } from './disclosure-process';

/** Every step that the reader may see, newest first; words behind one open on their own, and that goes on record. */
@Component({
  selector: 'tr-step-history',
  imports: [Button, TranslocoPipe],
  template: `
    <ol reversed>
      @for (step of steps(); track step.id) {
        <li>
          <span class="small">{{ step.when }}</span>
          <span
            ><b>{{ step.name }}</b> {{ step.by }}
            @if (step.moved) {
              <span class="small">{{ step.moved }}</span>
            }
            @if (step.reason) {
              <span class="small">{{ step.reason }}</span>
            }
          </span>
          @if (opened()[step.id]; as words) {
            <p class="words">{{ words }}</p>
          } @else if (step.hasWords) {
            <button trButton small type="button" (click)="open(step.id)">
              {{ 'disclosure.steps.read' | transloco }}
            </button>
          }
        </li>
      }
    </ol>
  `,
  styles: `
    li {
      display: grid;
      grid-template-columns: minmax(9rem, auto) minmax(0, 1fr) auto;
      gap: 4px 12px;
      align-items: baseline;
      padding: 8px 0;
      border-bottom: 1px solid var(--line);
    }
    .small {
      display: block;
    }
    .words {
      grid-column: 1 / -1;
      padding: 10px 12px;
      font-family: var(--serif);
      white-space: pre-wrap;
      overflow-wrap: anywhere;
      background: var(--surface-2);
      border-radius: var(--radius-s);
    }
    @media (max-width: 600px) {
      li {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
})
export class StepHistory {
  readonly timeZone = input.required<string>();
  readonly #words = inject(Words);
  readonly #process = inject(DisclosureProcess);
  protected readonly opened = signal<Readonly<Record<string, string>>>({});
  protected readonly steps = computed(() =>
    [...(this.#process.view()?.events ?? [])].reverse().map((step) => ({
      id: step.id,
      hasWords: step.hasWords,
      when: this.#words.moment(step.at, this.timeZone()),
      name: this.#words.say(`disclosure.steps.names.${step.event}`),
      by: step.byName ?? '',
      moved: step.from === step.to ? '' : `${this.#state(step.from)} → ${this.#state(step.to)}`,
      reason: step.reasonClass === null ? '' : this.#words.say(`disclosure.reasons.${step.reasonClass}`),
    })),
  );

  protected async open(id: string): Promise<void> {
    const words = await this.#process.words(id);
    if (words !== null) this.opened.update((now) => ({ ...now, [id]: words }));
  }

  #state(state: string): string {
    return this.#words.say(`couple.disclosureStates.${state}`);
  }
}
